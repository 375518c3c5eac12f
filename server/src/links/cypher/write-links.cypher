// Writes suggested links, from the later recommendation to the earlier. A pair that a person has decided, or that has a
// link the other way round, is left as it is.
// $rows: {from, to, kind, score, method, laterPassages, earlierPassages, inCommon, tentative}; $importer. Index: recommendation_id.
UNWIND $rows AS row
MATCH (later:Recommendation {id: row.from})
MATCH (earlier:Recommendation {id: row.to})
WHERE NOT EXISTS { (earlier)-[:SIMILAR_TO]->(later) }
MERGE (later)-[r:SIMILAR_TO]->(earlier)
ON CREATE SET r.state = 'SUGGESTED', r.importer = $importer
WITH r, row
WHERE r.state = 'SUGGESTED' AND r.decidedOn IS NULL AND r.importer = $importer
SET r.kind = row.kind, r.score = row.score, r.method = row.method,
  r.laterPassages = row.laterPassages, r.earlierPassages = row.earlierPassages,
  r.inCommon = row.inCommon, r.tentative = row.tentative
