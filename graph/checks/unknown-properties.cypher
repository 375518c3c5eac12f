// Properties that the model does not name. $allowed: label -> property names. Rows: id, problem.
MATCH (n)
WITH n, [name IN keys(n) WHERE NOT name IN coalesce($allowed[head(labels(n))], [])] AS unknown
WHERE size(unknown) > 0 AND size(labels(n)) = 1
RETURN coalesce(n.id, elementId(n)) AS id, 'unknown property ' + head(unknown) AS problem
LIMIT 100
