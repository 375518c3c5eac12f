// Recommendations that rows of these documents may meet. $documentIds: documents; $ids: recommendations that rows name or would become;
// $runId: the run that is writing. Rows: id, documentId, paragraph, hash, position, sourceIds, digests, runId, goneOn, and, for what this
// run changed before it was cut off, outcome. Indexes: review_document_id, recommendation_id, import_change_id.
CALL () {
  UNWIND $documentIds AS documentId
  MATCH (:ReviewDocument {id: documentId})<-[:ISSUED_IN]-(n:Recommendation)
  RETURN n
  UNION
  UNWIND $ids AS id
  MATCH (n:Recommendation {id: id})
  RETURN n
}
OPTIONAL MATCH (change:ImportChange {id: CASE WHEN n.importRunId = $runId THEN $changePrefix + replace(n.id, ':', '.') END})
RETURN n.id AS id, head([(n)-[:ISSUED_IN]->(d) | d.id]) AS documentId, n.paragraph AS paragraph, n.textHash AS hash, n.position AS position,
  coalesce(n.sourceIds, []) AS sourceIds, coalesce(n.sourceDigests, []) AS digests, n.importRunId AS runId, n.goneFromSourceOn AS goneOn,
  change.outcome AS outcome
