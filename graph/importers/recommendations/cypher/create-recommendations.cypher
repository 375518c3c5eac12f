// Makes new recommendations with all that their rows say. Ids were looked up before, under the claim: none is there yet.
// $rows: [values], in the order of __PROPERTIES__. All others: [id, [places in $rows]], and for $states the printed name, so that each
// end is looked up once a batch and not once a row. $importer, $runId: kept on every relationship; $bodyBasis on those to bodies. No rows; an end that is not there
// makes fewer relationships than asked for, which whoever runs this compares. Indexes: the labels' constraints on id.
UNWIND $rows AS row
CREATE (n:Recommendation {__PROPERTIES__})
WITH collect(n) AS nodes
CALL (nodes) { UNWIND $documents AS one MATCH (x:ReviewDocument {id: one[0]}) UNWIND one[1] AS at WITH x, nodes[at] AS n CREATE (n)-[:ISSUED_IN {importer: $importer, importRunId: $runId}]->(x) }
CALL (nodes) { UNWIND $states AS one MATCH (x:State {id: one[0]}) UNWIND one[1] AS at WITH x, one, nodes[at] AS n CREATE (n)-[:RECOMMENDED_BY {printedName: one[2], importer: $importer, importRunId: $runId}]->(x) }
CALL (nodes) { UNWIND $themes AS one MATCH (x:Theme {id: one[0]}) UNWIND one[1] AS at WITH x, nodes[at] AS n CREATE (n)-[:ABOUT {basis: 'SOURCE', importer: $importer, importRunId: $runId}]->(x) }
CALL (nodes) { UNWIND $groups AS one MATCH (x:AffectedGroup {id: one[0]}) UNWIND one[1] AS at WITH x, nodes[at] AS n CREATE (n)-[:PROTECTS {basis: 'SOURCE', importer: $importer, importRunId: $runId}]->(x) }
CALL (nodes) { UNWIND $targets AS one MATCH (x:SdgTarget {id: one[0]}) UNWIND one[1] AS at WITH x, nodes[at] AS n CREATE (n)-[:ADVANCES {basis: 'SOURCE', importer: $importer, importRunId: $runId}]->(x) }
CALL (nodes) { UNWIND $goals AS one MATCH (x:SdgGoal {id: one[0]}) UNWIND one[1] AS at WITH x, nodes[at] AS n CREATE (n)-[:ADVANCES {basis: 'SOURCE', importer: $importer, importRunId: $runId}]->(x) }
CALL (nodes) { UNWIND $rights AS one MATCH (x:Right {id: one[0]}) UNWIND one[1] AS at WITH x, nodes[at] AS n CREATE (n)-[:INVOKES {basis: 'SOURCE', importer: $importer, importRunId: $runId}]->(x) }
CALL (nodes) { UNWIND $clusters AS one MATCH (x:RightsCluster {id: one[0]}) UNWIND one[1] AS at WITH x, nodes[at] AS n CREATE (n)-[:INVOKES {basis: 'SOURCE', importer: $importer, importRunId: $runId}]->(x) }
CALL (nodes) { UNWIND $bodies AS one MATCH (x:GovernmentBody {id: one[0]}) UNWIND one[1] AS at WITH x, nodes[at] AS n CREATE (n)-[:ADDRESSED_TO {basis: $bodyBasis, importer: $importer, importRunId: $runId}]->(x) }
FINISH
