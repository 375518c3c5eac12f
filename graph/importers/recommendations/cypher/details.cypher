// All of these recommendations and of what an import may write beside them. What the machine suggested and nobody has decided
// counts for nothing: a fact takes its place. $ids: recommendations.
// Rows: id, properties, relationships [{type, label, to, properties}]. Index: recommendation_id.
UNWIND $ids AS id
MATCH (n:Recommendation {id: id})
RETURN n.id AS id, properties(n) AS properties,
  [(n)-[r:ISSUED_IN|RECOMMENDED_BY|ABOUT|INVOKES|PROTECTS|ADVANCES|ADDRESSED_TO|CITES]->(x)
    WHERE NOT (coalesce(r.importer, '') = 'links' AND r.state = 'SUGGESTED') | {type: type(r), label: head(labels(x)), to: x.id, properties: properties(r)}] AS relationships
