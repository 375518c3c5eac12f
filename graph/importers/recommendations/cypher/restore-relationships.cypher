// Puts back relationships that a run took away. $rows: {from, to, properties}. __FROM__, __TYPE__, __TO__: names of graph/model. Index: recommendation_id.
UNWIND $rows AS row
MATCH (a:__FROM__ {id: row.from})
MATCH (b:__TO__ {id: row.to})
MERGE (a)-[r:__TYPE__]->(b)
ON CREATE SET r = row.properties
