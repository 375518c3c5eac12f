// Takes away what this importer once wrote and its files no longer say, but for what a person has decided since.
// $keys: 'from to' of every relationship of the type that the files say now; $importer: name of the importer.
MATCH (from)-[r:__TYPE__]->(to)
WHERE r.importer = $importer AND r['decidedOn'] IS NULL AND NOT (from.id + ' ' + to.id) IN $keys
DELETE r
