// Makes new recommendations with all that their rows say. Ids were looked up before, under the claim: none is there yet.
// $rows: {properties, documentId, states [{to, printedName}], themes, rights, clusters, groups, targets, goals [ids], bodies [ids]};
// $importer, $runId: kept on every relationship. Indexes: the labels' constraints on id.
UNWIND $rows AS row
MATCH (d:ReviewDocument {id: row.documentId})
CREATE (n:Recommendation)-[:ISSUED_IN {importer: $importer, importRunId: $runId}]->(d)
SET n = row.properties
FOREACH (one IN row.states | MERGE (x:State {id: one.to}) CREATE (n)-[:RECOMMENDED_BY {printedName: one.printedName, importer: $importer, importRunId: $runId}]->(x))
FOREACH (to IN row.themes | MERGE (x:Theme {id: to}) CREATE (n)-[:ABOUT {basis: 'SOURCE', importer: $importer, importRunId: $runId}]->(x))
FOREACH (to IN row.groups | MERGE (x:AffectedGroup {id: to}) CREATE (n)-[:PROTECTS {basis: 'SOURCE', importer: $importer, importRunId: $runId}]->(x))
FOREACH (to IN row.targets | MERGE (x:SdgTarget {id: to}) CREATE (n)-[:ADVANCES {basis: 'SOURCE', importer: $importer, importRunId: $runId}]->(x))
FOREACH (to IN row.goals | MERGE (x:SdgGoal {id: to}) CREATE (n)-[:ADVANCES {basis: 'SOURCE', importer: $importer, importRunId: $runId}]->(x))
FOREACH (to IN row.rights | MERGE (x:Right {id: to}) CREATE (n)-[:INVOKES {basis: 'SOURCE', importer: $importer, importRunId: $runId}]->(x))
FOREACH (to IN row.clusters | MERGE (x:RightsCluster {id: to}) CREATE (n)-[:INVOKES {basis: 'SOURCE', importer: $importer, importRunId: $runId}]->(x))
FOREACH (to IN row.bodies | MERGE (x:GovernmentBody {id: to}) CREATE (n)-[:ADDRESSED_TO {basis: 'PUBLISHED_MATRIX', importer: $importer, importRunId: $runId}]->(x))
