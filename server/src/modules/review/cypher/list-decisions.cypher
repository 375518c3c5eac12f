// Decisions for one State that stand, skipped ones left out, oldest first.
// $stateId; $subject: LINK, TAG, BODY or null for all.
// Rows: item (what was decided on, the same whichever way round), action, isCorrection, kind, role, score, decidedBy.
// Index: decision_state_number.
MATCH (d:Decision {stateId: $stateId})
WHERE d.undoneAt IS NULL AND d.action <> 'SKIP' AND ($subject IS NULL OR d.subject = $subject)
WITH d ORDER BY d.number
RETURN d.relationship + ' ' + CASE WHEN d.fromId < d.toId THEN d.fromId + ' ' + d.toId ELSE d.toId + ' ' + d.fromId END AS item,
  d.action AS action, coalesce(d.isCorrection, false) AS isCorrection, d.kind AS kind, d.role AS role, d.score AS score,
  d.decidedBy AS decidedBy
