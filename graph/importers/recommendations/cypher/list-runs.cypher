// Imports of files, newest first; the loading of the built-in data is no such import. $first: 1..1000.
// Rows: id, format, fileName, status, startedAt, finishedAt, undoneAt, report (JSON; null where a run was cut off).
MATCH (run:ImportRun)
WHERE run.status IS NOT NULL
RETURN run.id AS id, run.importer AS format, run.fileName AS fileName, run.status AS status, run.startedAt AS startedAt,
  run.finishedAt AS finishedAt, run.undoneAt AS undoneAt, run.report AS report
ORDER BY startedAt DESC, id
LIMIT $first
