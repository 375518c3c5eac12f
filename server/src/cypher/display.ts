/** What to call a node of any label in one line, and what tells it from others: the same for search, graph and lists. */

/** Name of a node, by the property its label has. */
export const displayName = (n: string): string =>
  `CASE WHEN ${n}:SdgTarget THEN 'SDG ' + ${n}.target WHEN ${n}:SdgGoal THEN 'SDG ' + toString(${n}.goal) ` +
  `WHEN ${n}:WorkingGroup AND NOT ${n}.isNamed THEN 'Working group ' + toString(${n}.number) ` +
  `ELSE coalesce(${n}.name, ${n}.title, ${n}.summary, ${n}.text, ${n}.what, ${n}.shortTitle, ${n}.code, ${n}.value, ${n}.id) END`

/** Symbol and paragraph, acronym, date or number: whatever the label has; null where there is nothing to add. */
export const displayDetail = (n: string, document: string): string =>
  `CASE WHEN ${n}:Recommendation THEN head(COLLECT { MATCH (${n})-[:ISSUED_IN]->(${document}:ReviewDocument) ` +
  `RETURN coalesce(${document}.symbol, ${document}.title) + coalesce(', para. ' + ${n}.paragraph, '') }) ` +
  `WHEN ${n}:Right OR ${n}:SdgTarget THEN ${n}.shortTitle ` +
  `WHEN ${n}:Initiative THEN ${n}.number WHEN ${n}:RightsCluster THEN ${n}.treaty ` +
  `WHEN ${n}:Treaty THEN CASE WHEN ${n}.name IS NULL THEN null ELSE ${n}.code END ` +
  `WHEN ${n}:Resource THEN coalesce(${n}.symbol, toString(${n}.year)) WHEN ${n}:Measurement THEN toString(${n}.year) ` +
  `ELSE coalesce(${n}.symbol, ${n}.acronym, ${n}.code, ${n}.date, ${n}.dueOn) END`
