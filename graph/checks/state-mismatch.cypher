// Recommendations whose stateId is not the State that their document reviews. Rows: id, problem.
MATCH (n:Recommendation)-[:ISSUED_IN]->(d:ReviewDocument)
WHERE NOT EXISTS { MATCH (d)-[:REVIEWS]->(s:State) WHERE s.id = n.stateId }
RETURN n.id AS id, 'stateId is ' + coalesce(n.stateId, 'missing') AS problem
LIMIT 100
