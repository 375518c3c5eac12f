// Keeps the weights learned from decisions in this graph. $id, $version, $json, $learnedAt, $decisions. Index: link_weights_id.
MERGE (w:LinkWeights {id: $id})
SET w.version = $version, w.json = $json, w.learnedAt = $learnedAt, w.decisions = $decisions
