// Links recommendations of which it was looked up that they are not linked. $rows: {from, to, properties, importer}; $runId; $isOrdered:
// from the later to the earlier, on one date from the greater id, else as the row says. A pair may come twice, once from either end.
// __TYPE__: SIMILAR_TO or CITES. Index: recommendation_id.
UNWIND $rows AS row
MATCH (a:Recommendation {id: row.from})
MATCH (b:Recommendation {id: row.to})
WITH row, a, b, $isOrdered AND (a.sortOn < b.sortOn OR (a.sortOn = b.sortOn AND a.id < b.id)) AS isTurned
WITH row, CASE WHEN isTurned THEN b ELSE a END AS x, CASE WHEN isTurned THEN a ELSE b END AS y
MERGE (x)-[r:__TYPE__]->(y)
ON CREATE SET r += row.properties, r.importer = row.importer, r.importRunId = $runId
