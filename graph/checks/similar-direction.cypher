// Links of similarity that run from the earlier to the later, or, on one date and undecided, against the order of ids: which of
// two of one date asked again a person may know. Rows: id, problem.
MATCH (a:Recommendation)-[r:SIMILAR_TO]->(b:Recommendation)
WHERE coalesce(a.sortOn, '') < coalesce(b.sortOn, '') OR (coalesce(a.sortOn, '') = coalesce(b.sortOn, '') AND a.id <= b.id AND r.decidedOn IS NULL)
RETURN a.id + ' SIMILAR_TO ' + b.id AS id, 'runs from the earlier to the later' AS problem
LIMIT 100
