// Documents that hold more items than they are known to make; numbered paragraphs, letters together, where rows have one, else rows. Rows: id, problem.
MATCH (d:ReviewDocument)
WHERE d.knownTotal IS NOT NULL
WITH d, COUNT { MATCH (d)<-[:ISSUED_IN]-(n:Recommendation) RETURN DISTINCT coalesce(split(n.paragraph, '(')[0], n.id) } AS held
WHERE held > d.knownTotal
RETURN d.id AS id, toString(held) + ' held, ' + toString(d.knownTotal) + ' known' AS problem
LIMIT 100
