// Suggested bases without a state, and facts that carry the state of a suggestion. Rows: id, problem.
MATCH (a)-[r:ADDRESSED_TO|SUPPORTS|INVOLVES|ABOUT|INVOKES|PROTECTS|ADVANCES]->(b)
WITH a, r, b, r.basis IN ['MANDATE', 'FOLLOWS', 'SUGGESTED'] AS isSuggested
WITH a, r, b, CASE
  WHEN isSuggested AND r.state IS NULL THEN 'basis ' + r.basis + ' without a state'
  WHEN NOT isSuggested AND r.state = 'SUGGESTED' THEN 'a fact (' + coalesce(r.basis, 'no basis') + ') in state SUGGESTED'
END AS problem
WHERE problem IS NOT NULL
RETURN a.id + ' ' + type(r) + ' ' + b.id AS id, problem
LIMIT 100
