// Links of similarity between recommendations of one State, as they stand.
// $stateId; $importer: name by which our own links are known.
// Rows: from, to, isOurs (a suggestion of ours that nobody has decided), and of those kind, score, method, passages, reasons.
// Index: recommendation_state_place.
MATCH (later:Recommendation)-[r:SIMILAR_TO]->(earlier:Recommendation)
USING INDEX later:Recommendation(stateId, dateOrder)
WHERE later.stateId = $stateId AND later.dateOrder IS NOT NULL
RETURN later.id AS from, earlier.id AS to,
  coalesce(r.importer = $importer AND r.state = 'SUGGESTED' AND r.decidedOn IS NULL, false) AS isOurs,
  r.kind AS kind, r.score AS score, r.method AS method,
  coalesce(r.laterPassages, []) AS laterPassages, coalesce(r.earlierPassages, []) AS earlierPassages,
  coalesce(r.inCommon, []) AS inCommon, r.tentative AS tentative
