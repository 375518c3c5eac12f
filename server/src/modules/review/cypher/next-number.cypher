// How many decisions were made for a State: the order in which they were, also within one second. $stateId.
// Rows: number. Index: state_id.
MATCH (s:State {id: $stateId})
SET s.decisionCount = coalesce(s.decisionCount, 0) + 1
RETURN s.decisionCount AS number
