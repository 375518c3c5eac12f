// Keeps a decision. $properties of graph/model, the id among them. Index: decision_id.
CREATE (d:Decision {id: $properties.id})
SET d = $properties
