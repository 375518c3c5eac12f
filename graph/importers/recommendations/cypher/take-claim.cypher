// Takes the claim where nobody holds it, where it ran out, or where its holder is known to be dead.
// $holder: token of the one who asks; $runId; $leaseMs; $dead: tokens whose process has ended. Rows: holder, runId, isMine. Index: import_claim_id.
MERGE (claim:ImportClaim {id: 'import-claim:graph'})
// Writing first locks the node: two who ask at once are answered one after the other.
SET claim.until = coalesce(claim.until, 0)
WITH claim, claim.holder IS NULL OR claim.holder = $holder OR claim.until < timestamp() OR claim.holder IN $dead AS isFree
SET claim.until = CASE WHEN isFree THEN timestamp() + $leaseMs ELSE claim.until END,
    claim.runId = CASE WHEN isFree THEN $runId ELSE claim.runId END,
    claim.holder = CASE WHEN isFree THEN $holder ELSE claim.holder END
RETURN claim.holder AS holder, claim.runId AS runId, isFree AS isMine
