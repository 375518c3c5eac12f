// Ids that do not begin with their label's prefix, or are missing. $prefixes: label -> prefix. Rows: id, problem.
MATCH (n)
WHERE NOT n:SchemaVersion AND NOT coalesce(n.id, '') STARTS WITH coalesce($prefixes[head(labels(n))], '?') + ':'
RETURN coalesce(n.id, elementId(n)) AS id, 'id does not begin with ' + coalesce($prefixes[head(labels(n))], 'a known prefix') AS problem
LIMIT 100
