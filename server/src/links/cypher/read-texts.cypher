// Recommendations of one State as the linker compares them: the wording, or our summary where the wording is not held.
// $stateId. Rows: id, text, language (null where not stated), documentId, sortOn; in order of id. Index: recommendation_state_place.
MATCH (n:Recommendation)-[:ISSUED_IN]->(d:ReviewDocument)
USING INDEX n:Recommendation(stateId, dateOrder)
WHERE n.stateId = $stateId AND n.dateOrder IS NOT NULL
WITH n, d, coalesce(n.text, n.summary) AS text
WHERE text IS NOT NULL
RETURN n.id AS id, text, CASE WHEN n.text IS NULL THEN null ELSE n.textLanguage END AS language,
  d.id AS documentId, coalesce(n.sortOn, '') AS sortOn
ORDER BY id
