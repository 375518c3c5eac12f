// States that recommendations are addressed to, with what their links were last made from.
// $states: ids to keep to, or null for all.
// Rows: stateId, fingerprint (null where links were never made), in order of id. Index: recommendation_state_date.
MATCH (s:State)
WHERE ($states IS NULL OR s.id IN $states) AND EXISTS { MATCH (:Recommendation {stateId: s.id}) }
RETURN s.id AS stateId, s.linksFingerprint AS fingerprint
ORDER BY stateId
