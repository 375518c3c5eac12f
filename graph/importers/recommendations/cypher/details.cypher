// All of these recommendations and of what an import may write beside them. $ids: recommendations.
// Rows: id, properties, relationships [{type, label, to, properties, isIncoming}]. Index: recommendation_id.
UNWIND $ids AS id
MATCH (n:Recommendation {id: id})
RETURN n.id AS id, properties(n) AS properties,
  [(n)-[r:ISSUED_IN|RECOMMENDED_BY|ABOUT|INVOKES|PROTECTS|ADVANCES|ADDRESSED_TO|FOLLOWED_BY|CITES]->(x) | {type: type(r), label: head(labels(x)), to: x.id, properties: properties(r), isIncoming: false}] +
  [(n)<-[r:SUPPORTS|MEASURES|GUIDES]-(x) | {type: type(r), label: head(labels(x)), to: x.id, properties: properties(r), isIncoming: true}] AS relationships
