// Puts back relationships that a run took away. $rows: {from, to, properties}. __TYPE__, __TO__: names of graph/model. Index: recommendation_id.
UNWIND $rows AS row
MATCH (a:Recommendation {id: row.from})
MATCH (b:__TO__ {id: row.to})
MERGE (a)-[r:__TYPE__]->(b)
ON CREATE SET r = row.properties
