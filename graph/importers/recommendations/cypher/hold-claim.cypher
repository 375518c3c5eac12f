// Proves that this importer still holds the claim, prolongs it, and keeps everybody else waiting until this transaction ends.
// $holder: its token; $leaseMs: milliseconds. Rows: held (0 or 1). Index: import_claim_id.
MATCH (claim:ImportClaim {id: 'import-claim:graph', holder: $holder})
SET claim.until = timestamp() + $leaseMs
RETURN count(claim) AS held
