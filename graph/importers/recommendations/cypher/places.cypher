// Recommendations of documents that a run gave facts to, by what follows from those facts, and what the run kept of each so far.
// $ids: documents; $changePrefix: how ids of what the run keeps begin. Indexes: review_document_id, import_change_id.
UNWIND $ids AS documentId
MATCH (d:ReviewDocument {id: documentId})<-[:ISSUED_IN]-(n:Recommendation)
OPTIONAL MATCH (change:ImportChange {id: $changePrefix + replace(n.id, ':', '.')})
RETURN n.id AS id, documentId, n.paragraph AS paragraph, n.importRunId AS runId, change.before AS before,
  n {.year, .sortOn, .listOrder, .dateOrder, .searchSymbol, .searchExact} AS properties
