// Everything that rows may point at. Rows: label, id, name. One row a node; some thousands at most.
MATCH (n:State|Mechanism|Theme|AffectedGroup|SdgTarget|SdgGoal|Right|RightsCluster|Treaty|GovernmentBody|WorkingGroup|Organisation|Initiative|Indicator|Measurement|Resource)
RETURN head(labels(n)) AS label, n.id AS id, coalesce(n.name, n.shortTitle, n.target, n.title, n.summary, '') AS name
