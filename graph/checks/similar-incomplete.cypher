// Links of similarity without kind or state, with passages of one side only, or a second one of the same pair. Rows: id, problem.
MATCH (a:Recommendation)-[r:SIMILAR_TO]->(b:Recommendation)
WITH a, b, r, CASE
  WHEN r.kind IS NULL OR r.state IS NULL THEN 'says no kind or no state'
  WHEN size(coalesce(r.laterPassages, [])) <> size(coalesce(r.earlierPassages, [])) THEN 'has passages without a counterpart'
  WHEN COUNT { (a)-[:SIMILAR_TO]-(b) } > 1 THEN 'is not the only link of its pair'
END AS problem
WHERE problem IS NOT NULL
RETURN a.id + ' SIMILAR_TO ' + b.id AS id, problem
LIMIT 100
