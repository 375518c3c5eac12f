/** `npm run import`: files into the graph, from the command line; exit status 0 done, 1 finished with refused rows, 2 could not run. */
import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { LaunchError } from '../../../graph/engine/index.ts'
import {
  applySchema,
  eachRun,
  findRun,
  isEmpty,
  migrate,
  NO_LISTS,
  READABLE_FORMATS,
  type Format,
  type Scope,
} from '../../../graph/index.ts'
import { findStateCode } from '../../../graph/text/index.ts'
import { readConfig } from '../config.ts'
import type { Mapping } from '../import/files.ts'
import { IMPORT_HEAP, Importer, ImporterError, type Step } from '../import/importer.ts'
import { touchedBy, type Touched } from '../import/links.ts'
import { Pace, shareOf } from '../import/pace.ts'
import { linesOfReport } from '../import/report-text.ts'
import { openGraph, prepareGraph } from '../launch/graph.ts'
import { explain, Stages } from '../launch/stages.ts'

const HELP = `npm run import -- FILE… [--dry-run] [--state KHM] [--format FORMAT] [--mapping FILE] [--sheet NAME] [--whole | --part] [--yes] [--json]
npm run import -- --runs [--json]
npm run import -- --undo RUN [--json]

Takes files of recommendations into the graph, and finds links between what they touched. Each is read and checked whole before
anything is written; running it twice changes nothing, and one that was cut off is completed by running it again. Attaches to a
server that runs on the same DATA_DIR, else starts the database for its own time.

  --dry-run      say what would happen, and write nothing
  --state CODE   State to take where the file names none: ISO 3166-1 alpha-3, or a name
  --format F     ${READABLE_FORMATS.join(', ')}; found by looking at the file where not given
  --mapping FILE JSON of our field -> name of the column, for a spreadsheet of unknown columns; kept for next time
  --sheet NAME   sheet of a workbook; its first with a table where not given
  --whole        what the file lacks is gone from its source: mark it, and documents of its States that it lacks altogether
  --part         the file is a part of an export: mark nothing as gone
  --yes          do not ask on a terminal
  --runs         list all imports, newest first
  --undo RUN     take one back: what it made goes, what it changed is as it was, and links are found anew
  --json         one JSON value on standard output
  --help         this text

Exit status: 0 done, 1 finished with refused rows, 2 could not run.`

type Arguments = {
  readonly files: readonly string[]
  readonly isDryRun: boolean
  readonly state: string | undefined
  readonly format: Format | undefined
  readonly mapping: Mapping | undefined
  readonly sheet: string | undefined
  readonly scope: Scope
  readonly isJson: boolean
  readonly isAgreed: boolean
  readonly undo: string | undefined
  readonly wantsRuns: boolean
}

async function readMapping(path: string): Promise<Mapping> {
  let mapping: unknown
  try {
    mapping = JSON.parse(await readFile(path, 'utf8'))
  } catch (error) {
    throw new LaunchError(
      `--mapping: ${path} is no JSON file (${error instanceof Error ? error.message : String(error)}).`,
    )
  }
  if (
    typeof mapping !== 'object' ||
    mapping === null ||
    Array.isArray(mapping) ||
    !Object.values(mapping).every((name) => typeof name === 'string')
  )
    throw new LaunchError(`--mapping: ${path} holds no mapping. Expected {"text": "Name of the column", "state": "…"}.`)
  return mapping as Mapping
}

/** Throws LaunchError naming the argument and what was expected; null where only help was asked for. */
async function readArguments(): Promise<Arguments | null> {
  let parsed
  try {
    parsed = parseArgs({
      args: process.argv.slice(2),
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean', default: false },
        state: { type: 'string' },
        format: { type: 'string' },
        mapping: { type: 'string' },
        sheet: { type: 'string' },
        whole: { type: 'boolean', default: false },
        part: { type: 'boolean', default: false },
        yes: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        runs: { type: 'boolean', default: false },
        undo: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    throw new LaunchError(`${error instanceof Error ? error.message : String(error)} Try --help.`)
  }
  const { values, positionals } = parsed
  if (values.help) return null
  const format = READABLE_FORMATS.find((one) => one === values.format)
  if (values.format !== undefined && format === undefined)
    throw new LaunchError(`--format is "${values.format}". Expected one of: ${READABLE_FORMATS.join(', ')}.`)
  const given = values.state
  const state =
    given === undefined ? undefined : /^[A-Za-z]{3}$/.test(given) ? given.toUpperCase() : findStateCode(given)
  if (state === null)
    throw new LaunchError(`--state is "${given ?? ''}". Expected the name of a State, or its code such as KHM.`)
  if (values.whole && values.part) throw new LaunchError('--whole and --part exclude each other.')
  if (values.sheet === '') throw new LaunchError('--sheet is empty. Expected the name of a sheet of the workbook.')
  const isListing = values.runs || values.undo !== undefined
  if (!isListing && positionals.length === 0)
    throw new LaunchError('No file was named. Expected npm run import -- FILE…; try --help.')
  if (isListing && positionals.length > 0) throw new LaunchError('--runs and --undo take no file.')
  return {
    files: positionals,
    isDryRun: values['dry-run'],
    state,
    format,
    mapping: values.mapping === undefined ? undefined : await readMapping(values.mapping),
    sheet: values.sheet,
    scope: values.whole ? 'whole' : values.part ? 'part' : 'auto',
    isJson: values.json,
    isAgreed: values.yes,
    undo: values.undo,
    wantsRuns: values.runs,
  }
}

const WORDS: Record<Step['phase'], string> = {
  reading: 'rows read',
  planning: 'rows compared',
  writing: 'rows written',
  linking: 'States linked',
}

/** Shows progress as figures, a bar and the time left where the end is known. */
function progressOf(show: (text: string) => void): (progress: Step) => void {
  const pace = new Pace()
  return (step) => {
    const { phase, done, total } = step
    const share = shareOf(step)
    const left = pace.secondsLeft(phase, share)
    const parts = [
      share === null ? '' : `${'█'.repeat(Math.round(share * 20)).padEnd(20, '░')} `,
      `${done.toLocaleString('en')} ${WORDS[phase]}`,
      total === null ? '' : ` of ${total.toLocaleString('en')}`,
      left === null ? '' : `, ${left} s left`,
    ]
    show(parts.join(''))
  }
}

async function agrees(question: string): Promise<boolean> {
  const prompt = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return /^y(es)?$/i.test((await prompt.question(question)).trim())
  } finally {
    prompt.close()
  }
}

type Importers = {
  /** Reads and writes; what it read stays with it until it is written. */
  readonly importer: Importer
  /** A process of its own, since what linking needs grows with the largest State. */
  readonly linker: Importer
}

async function link({ linker }: Importers, touched: Touched, stages: Stages, signal: AbortSignal): Promise<void> {
  await stages.run('Finding links', (show) =>
    linker.ask('link', touched, { onProgress: ({ done, total }) => show(`${done} of ${total ?? 0} States`), signal }),
  )
}

async function importFile(file: string, importers: Importers, options: Arguments, stages: Stages, signal: AbortSignal) {
  const { isDryRun, isJson, isAgreed, scope } = options
  const { importer } = importers
  const given = {
    path: resolve(process.env['INIT_CWD'] ?? process.cwd(), file),
    fileName: basename(file),
    format: options.format,
    state: options.state,
    mapping: options.mapping,
    sheet: options.sheet,
  }
  const inspected = await importer.ask('inspect', { given }, { signal })
  if (!isJson) stages.say(`${given.fileName}: ${inspected.format}. ${inspected.why}`)
  if (inspected.sheets.length > 1 && !isJson)
    stages.say(`  sheet: “${inspected.sheet ?? ''}”, one of ${inspected.sheets.map((name) => `“${name}”`).join(', ')}`)
  for (const { field, header } of inspected.guess?.guesses ?? [])
    if (options.mapping === undefined && inspected.kept === null && !isJson)
      stages.say(`  guessed: the column “${header}” is ${field}`)
  await stages.run('Reading', (show) => importer.ask('read', { given }, { onProgress: progressOf(show), signal }))
  const mustAsk = process.stdin.isTTY && process.stderr.isTTY && !isAgreed && !isJson
  if (isDryRun || mustAsk) {
    const { report } = await stages.run('Comparing with the graph', (show) =>
      importer.ask('plan', { scope }, { onProgress: progressOf(show), signal }),
    )
    if (!isDryRun) for (const line of linesOfReport(report, NO_LISTS)) stages.say(line)
    if (isDryRun || !(await agrees('Import it? [y/N] '))) return { report, lists: await importer.ask('drop', {}) }
  }
  const written = await stages.run('Writing', (show) =>
    importer.ask('write', { scope }, { onProgress: progressOf(show), signal }),
  )
  if (written.report.runId !== null) await link(importers, written.report, stages, signal)
  return written
}

async function run(): Promise<number> {
  const options = await readArguments()
  if (options === null) {
    console.log(HELP)
    return 0
  }
  // Progress goes to standard error, so that a program reads nothing but the answer.
  const stages = new Stages(process.stderr)
  const config = readConfig()
  const stopping = new AbortController()
  process.once('SIGINT', () =>
    stopping.abort(
      new LaunchError('Stopped. What was written stays; the same command completes it, --undo takes it back.'),
    ),
  )
  const graph = await openGraph(config, { stages, isServer: false })
  const start = {
    file: fileURLToPath(new URL('./importer.js', import.meta.url)),
    environment: { DATA_DIR: config.dataDir },
  }
  const importers = { importer: new Importer(start, IMPORT_HEAP), linker: new Importer(start, []) }
  try {
    // A fresh folder begins as `npm start` begins; in any other, nothing but what the import itself writes is changed.
    if (await isEmpty(graph.db)) await prepareGraph(graph.db, stages)
    else {
      await applySchema(graph.db)
      await migrate(graph.db)
    }
    if (options.wantsRuns) {
      const runs = []
      for await (const run of eachRun(graph.db)) runs.push(run)
      if (options.isJson) console.log(JSON.stringify(runs))
      else if (runs.length === 0) console.log('No file has been imported yet.')
      else
        for (const { id, status, fileName, startedAt, report } of runs)
          console.log(
            `${id}  ${startedAt.slice(0, 16).replace('T', ' ')}  ${status === 'WRITING' ? 'CUT OFF' : status}  ${fileName}${report === null ? '' : `: ${report.counts.new} new, ${report.counts.changed} changed, ${report.counts.merged} merged`}`,
          )
      return 0
    }
    if (options.undo !== undefined) {
      const run = await findRun(graph.db, options.undo)
      const runId = run?.id ?? options.undo
      const undone = await stages.run('Taking the import back', (show) =>
        importers.importer.ask(
          'undo',
          { runId },
          { signal: stopping.signal, onProgress: ({ done }) => show(`${done} done`) },
        ),
      )
      if (run !== null) await link(importers, touchedBy(run), stages, stopping.signal)
      if (options.isJson) console.log(JSON.stringify(undone))
      else {
        console.log(
          `${undone.fileName}: ${undone.removed} recommendations removed, ${undone.restored} as they were before.`,
        )
        if (undone.kept > 0) console.log(`${undone.kept} stay, since people added to them.`)
        for (const kept of undone.keptProperties) console.log(`  changed since, left as it is: ${kept}`)
      }
      return 0
    }
    const results = []
    for (const file of options.files) results.push(await importFile(file, importers, options, stages, stopping.signal))
    if (options.isJson) console.log(JSON.stringify(results.map(({ report, lists }) => ({ ...report, lists }))))
    else for (const { report, lists } of results) for (const line of linesOfReport(report, lists)) console.log(line)
    return results.some(({ report }) => report.counts.refused > 0) ? 1 : 0
  } finally {
    await importers.importer.end()
    await importers.linker.end()
    await graph.close()
  }
}

run()
  .catch((error: unknown) => {
    const detail = error instanceof ImporterError ? error.detail : null
    console.error(explain(detail === null ? error : Object.assign(new Error(), { stack: detail })))
    return 2
  })
  .then((status) => process.exit(status))
