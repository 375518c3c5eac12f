// Takes away relationships of one type. $rows: {from, to}, `from` being the recommendation. __TYPE__, __OTHER__: a type and a label of graph/model. Index: recommendation_id.
UNWIND $rows AS row
MATCH (:Recommendation {id: row.from})-[r:__TYPE__]-(x:__OTHER__ {id: row.to})
DELETE r
