// Keeps what the suggested tags and bodies of a State were made from, so that they are not made again from the same.
// $stateId; $fingerprint. Index: state_id.
MATCH (s:State {id: $stateId})
SET s.suggestionsFingerprint = $fingerprint
