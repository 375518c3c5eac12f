// Recommendations without their document, mechanism, kind or words. Rows: id, problem.
MATCH (n:Recommendation)
WITH n, CASE
  WHEN COUNT { (n)-[:ISSUED_IN]->(:ReviewDocument) } <> 1 THEN 'stands in ' + toString(COUNT { (n)-[:ISSUED_IN]->(:ReviewDocument) }) + ' documents'
  WHEN NOT EXISTS { (n)-[:ISSUED_IN]->(:ReviewDocument)-[:ADOPTED_BY]->(:Mechanism) } THEN 'its document has no mechanism'
  WHEN n.kind IS NULL THEN 'has no kind'
  WHEN n.sortOn IS NULL OR n.stateId IS NULL OR n.listOrder IS NULL OR n.dateOrder IS NULL THEN 'has no stateId, sortOn, listOrder or dateOrder and is in no list'
  WHEN coalesce(n.summary, n.text, '') = '' THEN 'has neither text nor summary'
END AS problem
WHERE problem IS NOT NULL
RETURN n.id AS id, problem
LIMIT 100
