// States that recommendations are addressed to, with what their links, and their suggested tags and bodies, were last made from.
// $states: ids to keep to, or null for all.
// Rows: stateId, fingerprint, suggestionsFingerprint (null where none were made), in order of id. Index: recommendation_state_place.
MATCH (s:State)
WHERE ($states IS NULL OR s.id IN $states) AND EXISTS { MATCH (:Recommendation {stateId: s.id}) }
RETURN s.id AS stateId, s.linksFingerprint AS fingerprint, s.suggestionsFingerprint AS suggestionsFingerprint
ORDER BY stateId
