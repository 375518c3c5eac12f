// Two relationships of one type between the same two nodes: what is counted by them would count twice. Rows: id, problem.
MATCH (n)
CALL (n) {
  MATCH (n)-[r]->(x)
  WITH x, type(r) AS type, count(*) AS times
  WHERE times > 1
  RETURN x, type, times
}
RETURN n.id + ' ' + type + ' ' + x.id AS id, 'stands ' + toString(times) + ' times' AS problem
LIMIT 100
