// Values outside a closed vocabulary. $nodes, $relationships: [{on (label or type), property, allowed}]. Rows: id, problem.
CALL () {
  UNWIND $nodes AS rule
  MATCH (n)
  WHERE rule.on IN labels(n) AND n[rule.property] IS NOT NULL AND NOT n[rule.property] IN rule.allowed
  RETURN n.id AS id, rule.property + ' is ' + toString(n[rule.property]) AS problem
  UNION ALL
  UNWIND $relationships AS rule
  MATCH (a)-[r]->(b)
  WHERE type(r) = rule.on AND r[rule.property] IS NOT NULL AND NOT r[rule.property] IN rule.allowed
  RETURN a.id + ' ' + type(r) + ' ' + b.id AS id, rule.property + ' is ' + toString(r[rule.property]) AS problem
}
RETURN id, problem
LIMIT 100
