// Documents of which one source holds more items than they are known to make. Rows: id, problem.
// An item is a numbered paragraph, its letters together, or a row of ours that has no number. Imported files are held to it at the UPR
// alone, where the report itself numbers what it recommends: elsewhere a file also lists concerns, and may count in another way.
MATCH (d:ReviewDocument)-[:ADOPTED_BY]->(m:Mechanism)
WHERE d.knownTotal IS NOT NULL
MATCH (d)<-[:ISSUED_IN]-(n:Recommendation)
UNWIND CASE WHEN n.sourceIds IS NULL THEN ['others'] ELSE [id IN n.sourceIds | split(id, ':')[0]] END AS source
WITH d, m, source, count(DISTINCT coalesce(split(n.paragraph, '(')[0], CASE source WHEN 'others' THEN n.id END)) AS held
WHERE held > d.knownTotal AND (source = 'others' OR m.kind = 'UPR')
RETURN d.id AS id, toString(held) + ' held' + CASE source WHEN 'others' THEN '' ELSE ' from ' + source END + ', ' + toString(d.knownTotal) + ' known' AS problem
LIMIT 100
