// A decision, and whether a later one on the same stands. $id.
// Rows: none where there is none; properties, later (id of the latest that stands, or null). Index: decision_id, decision_state_number.
MATCH (d:Decision {id: $id})
SET d.decidedBy = d.decidedBy
RETURN properties(d) AS properties, head(COLLECT {
  MATCH (other:Decision {stateId: d.stateId})
  WHERE other.undoneAt IS NULL AND other.relationship = d.relationship AND other.id <> d.id AND other.number > d.number
    AND ((other.fromId = d.fromId AND other.toId = d.toId) OR (other.fromId = d.toId AND other.toId = d.fromId))
  RETURN other.id ORDER BY other.number DESC LIMIT 1 }) AS later
