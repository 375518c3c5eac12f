// Marks a decision as undone. $id, $undoneAt, $undoneBy. Index: decision_id.
MATCH (d:Decision {id: $id})
SET d.undoneAt = $undoneAt, d.undoneBy = $undoneBy
