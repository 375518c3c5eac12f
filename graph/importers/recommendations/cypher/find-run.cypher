// One import of a file, by its $id. Rows: properties of the run as in list-runs; none where there is no such import. Index: import_run_id.
MATCH (run:ImportRun {id: $id})
WHERE run.status IS NOT NULL
RETURN properties(run) AS properties
