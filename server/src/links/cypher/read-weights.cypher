// The weights learned from decisions in this graph, where there are any. $id. Rows: json. Index: link_weights_id.
MATCH (w:LinkWeights {id: $id})
RETURN w.json AS json
