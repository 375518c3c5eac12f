// Links of similarity that run from the earlier to the later, or, on one date, against the order of ids. Rows: id, problem.
MATCH (a:Recommendation)-[r:SIMILAR_TO]->(b:Recommendation)
WHERE coalesce(a.sortOn, '') < coalesce(b.sortOn, '') OR (coalesce(a.sortOn, '') = coalesce(b.sortOn, '') AND a.id <= b.id)
RETURN a.id + ' SIMILAR_TO ' + b.id AS id, 'runs from the earlier to the later' AS problem
LIMIT 100
