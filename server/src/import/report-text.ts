/** A report in lines for a terminal. */
import type { ImportReport, ListFiles } from '../../../graph/index.ts'

const number = (n: number): string => n.toLocaleString('en')

/** Figures first, then what a person should look at; a few examples of each, and where all of them stand. */
export function linesOfReport(report: ImportReport, lists: ListFiles): string[] {
  const { counts, isDryRun } = report
  const lines = [
    `${report.fileName}: ${report.sourceName} (${report.format}), ${number(report.documents)} documents${report.newDocuments > 0 ? `, ${number(report.newDocuments)} of them new` : ''}`,
    `  ${number(counts.read)} rows read = ${number(counts.new)} new + ${number(counts.changed)} changed + ${number(counts.unchanged)} unchanged + ${number(counts.merged)} merged + ${number(counts.refused)} refused + ${number(counts.skipped)} skipped`,
  ]
  if ((report.changedDocuments ?? 0) > 0)
    lines.push(
      `  ${number(report.changedDocuments ?? 0)} documents of the graph ${isDryRun ? 'would get' : 'got'} a date, session or symbol from the file`,
    )
  if (counts.gone > 0)
    lines.push(`  ${number(counts.gone)} are in the graph and no longer in the file: marked, not deleted`)
  if (report.looksPartial)
    lines.push(
      '  The file lacks much of what its source said before and is taken for a part: nothing is marked as gone (--whole marks it)',
    )
  for (const outcome of ['new', 'changed', 'merged', 'gone'] as const)
    for (const { id, row, text, fields } of report.examples[outcome].slice(0, isDryRun ? 3 : 0))
      lines.push(
        `  ${outcome}: ${row > 0 ? `row ${row}, ` : ''}${id} “${text.slice(0, 60)}”${fields
          .slice(0, 3)
          .map(({ field, now, then }) => `; ${field}: ${JSON.stringify(now)} → ${JSON.stringify(then)}`.slice(0, 120))
          .join('')}`,
      )
  for (const { reason, count } of report.skippedBecause) lines.push(`  skipped: ${number(count)} × ${reason}`)
  for (const { place, column, value, reason } of report.refused.slice(0, 10))
    lines.push(
      `  refused: ${place.sheet === null ? '' : `sheet ${place.sheet}, `}row ${place.row}${column === null ? '' : `, ${column}`}${value === '' ? '' : ` “${value.slice(0, 80)}”`}: ${reason}`,
    )
  if (lists.refused !== null)
    lines.push(`  All ${number(counts.refused)} refused rows, to correct and import alone: ${lists.refused}`)
  for (const { row, doubt } of report.doubts.slice(0, 10))
    lines.push(`  look at: ${row > 0 ? `row ${row}: ` : ''}${doubt}`)
  if (counts.doubtful > 10)
    lines.push(`  … ${number(counts.doubtful)} doubts in all${lists.doubts === null ? '' : `: ${lists.doubts}`}`)
  for (const { name, inFile, inGraph } of report.mismatches.slice(0, 10))
    lines.push(
      `  ${name}: ${number(inFile)} in the file, ${number(inGraph)} from this source in the graph, or other positions`,
    )
  if (lists.changes !== null) lines.push(`  What is new, changed, merged and gone, one by one: ${lists.changes}`)
  if (lists.documents !== null) lines.push(`  Each document beside the file's own figures: ${lists.documents}`)
  lines.push(
    isDryRun
      ? '  Nothing has been written.'
      : report.runId === null
        ? '  Nothing had to be written.'
        : `  Written in ${report.seconds.toFixed(1)} s. To take it back: npm run import -- --undo ${report.runId}`,
  )
  return lines
}
