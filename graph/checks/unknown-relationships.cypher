// Relationships of an unknown type, between labels they may not join, or with unknown properties.
// $shapes: type -> {from, to, properties}. Rows: id (start type end), problem.
MATCH (a)-[r]->(b)
WITH a, r, b, $shapes[type(r)] AS shape
WITH a, r, b, CASE
  WHEN shape IS NULL THEN 'unknown type'
  WHEN NOT head(labels(a)) IN shape.from THEN 'may not start at ' + head(labels(a))
  WHEN NOT head(labels(b)) IN shape.to THEN 'may not end at ' + head(labels(b))
  ELSE head([name IN keys(r) WHERE NOT name IN shape.properties | 'unknown property ' + name])
END AS problem
WHERE problem IS NOT NULL
RETURN coalesce(a.id, '?') + ' ' + type(r) + ' ' + coalesce(b.id, '?') AS id, problem
LIMIT 100
