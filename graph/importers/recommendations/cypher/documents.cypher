// All documents by what files name them by. Rows: id, symbol, title, stateId, mechanismId, session, cycle, year, sortOn, adoptedOn, publishedOn, yearBasis, source, filledBy.
MATCH (d:ReviewDocument)-[:REVIEWS]->(s:State)
MATCH (d)-[:ADOPTED_BY]->(m:Mechanism)
RETURN d.id AS id, d.symbol AS symbol, d.title AS title, s.id AS stateId, m.id AS mechanismId, d.session AS session, d.year AS year, d.sortOn AS sortOn,
  d.cycle AS cycle, d.adoptedOn AS adoptedOn, d.publishedOn AS publishedOn, d.source AS source, d.yearBasis AS yearBasis, coalesce(d.filledBy, []) AS filledBy
ORDER BY id
