// Nodes without a label of the model, or with more than one. $labels: labels of graph/model. Rows: id, problem.
MATCH (n)
WHERE size(labels(n)) <> 1 OR NOT head(labels(n)) IN $labels
RETURN coalesce(n.id, elementId(n)) AS id, 'labels are ' + reduce(text = '', label IN labels(n) | text + ' ' + label) AS problem
LIMIT 100
