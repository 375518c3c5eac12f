// Takes away relationships of one type. $rows: {from, to}. __TYPE__: a type of graph/model. Index: recommendation_id.
UNWIND $rows AS row
MATCH (:Recommendation {id: row.from})-[r:__TYPE__]->({id: row.to})
DELETE r
