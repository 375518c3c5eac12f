// Recommendations of one State that no source has tagged at all, or that have no responsible body, by fact or by what other
// sources suggest. Where a source has tagged, what it left out it may have meant to.
// $stateId; $importer: name by which suggestions of ours are known.
// Rows: id, text, language (null where not stated), labels (ids of its tags that are no suggestion of ours), lacks (relationship
// types). In order of id. Index: recommendation_state_place.
MATCH (n:Recommendation)
USING INDEX n:Recommendation(stateId, dateOrder)
WHERE n.stateId = $stateId AND n.dateOrder IS NOT NULL
WITH n, coalesce(n.text, n.summary) AS text,
  COLLECT { MATCH (n)-[r:ABOUT|INVOKES|PROTECTS|ADVANCES]->(label)
    WHERE coalesce(r.importer, '') <> $importer AND coalesce(r.state, '') <> 'REJECTED' RETURN label.id } AS tags,
  EXISTS { MATCH (n)-[r:ADDRESSED_TO]->() WHERE coalesce(r.importer, '') <> $importer AND coalesce(r.state, '') <> 'REJECTED' } AS hasBody
WITH n, text, tags AS labels,
  CASE WHEN size(tags) = 0 THEN ['ABOUT', 'INVOKES', 'PROTECTS', 'ADVANCES'] ELSE [] END +
  CASE WHEN hasBody THEN [] ELSE ['ADDRESSED_TO'] END AS lacks
WHERE text IS NOT NULL AND size(lacks) > 0
RETURN n.id AS id, text, CASE WHEN n.text IS NULL THEN null ELSE n.textLanguage END AS language, labels, lacks
ORDER BY id
