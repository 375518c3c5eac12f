// Wordings of recommendations. $ids: recommendations. Rows: id, text (null where the graph has a summary only). Index: recommendation_id.
UNWIND $ids AS id
MATCH (n:Recommendation {id: id})
RETURN n.id AS id, n.text AS text
