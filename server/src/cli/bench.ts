/**
 * `npm run bench`: what is fast and what is not, and what a crowd of clients meets. One file in server/bench for each, loaded when it
 * is asked for: the server that is measured holds nothing of the others.
 */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { LaunchError } from '../../../graph/engine/index.ts'
import { ROOT } from '../../../graph/root.ts'
import { explain, Stages } from '../launch/stages.ts'

const HELP = `npm run bench -- api [--scale N] [--rounds N] [--only Q1,Q4] [--keep DIR] [--json]
  This API, the peer (@neo4j/graphql) and hand-written Cypher over HTTP, on a seeded graph of 41,000 recommendations; with
  --scale 7 also on one of 287,000. Starts an engine of its own. The peer is installed when the bench first runs.
  With --keep the graphs stay in a folder for the next run.
  With REAL_DATA_DIR set the recommendations carry real texts.

npm run bench -- load [--scale N] [--clients N] [--seconds N] [--keep DIR] [--json]
  200 clients at once for 60 s on 287,000 recommendations (--scale 7); the database is killed in the middle. Tells times,
  errors, recovery and the memory of both processes. Exit status 1 where anything failed that may not.

npm run bench -- export [--scale N] [--keep DIR] [--json]
  Whole files of the same graph in every format: time to the first byte, recommendations a second, growth of memory.

npm run bench -- import [--records N] [--json]
  A file shaped like UHRI's with its dirt (287,000 records), from disk to searchable: time of reading and writing, memory of the
  process, and a plain loader of the same records in the same run.

npm run bench -- kills [--records N] [--kills N] [--json]
  An import of 40,000 records whose process or database is killed 20 times, compared with an undisturbed one. Exit status 1
  where the graphs differ.

npm run bench -- links [--states N] [--per-state N] [--graph [--scale N] [--keep DIR]] [--json]
  How well links are found on judged pairs, against TF-IDF and BM25 in the same run (those of Slovenia where REAL_DATA_DIR
  is set), and time and memory of linking 200 States of 1,435 recommendations. Needs no database. With --graph instead the
  links of a seeded graph (287,000 recommendations unless --scale says less) found and written through the database, and
  again after 200 new ones.

npm run bench -- graph [--sizes 1000,10000,50000] [--runs N] [--only sigma,orb] [--json]
  The drawing of the graph page and seven libraries on the same graphs, in one browser: first drawing, panning, zooming,
  adding 100 things, memory, size, and how soon a layout is good. The libraries are installed when the bench first runs.`

function count(name: string, given: string, most: number): number {
  const value = Number(given)
  if (!Number.isInteger(value) || value < 1 || value > most)
    throw new LaunchError(`--${name} is "${given}". Expected a whole number from 1 to ${most}.`)
  return value
}

/** Options that every bench has. */
const COMMON = {
  json: { type: 'boolean', default: false },
  keep: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const

type Bench = (args: string[]) => Promise<number>

const api: Bench = async (args) => {
  const { values } = parseArgs({
    args,
    options: {
      ...COMMON,
      scale: { type: 'string', default: '1' },
      rounds: { type: 'string', default: '5' },
      only: { type: 'string' },
    },
  })
  if (values.help) return help()
  const only = values.only?.split(',') ?? null
  const { QUESTIONS } = await import('../../bench/questions.ts')
  const unknown = only?.find((name) => !QUESTIONS.some((question) => question.name === name))
  if (unknown !== undefined)
    throw new LaunchError(
      `--only names "${unknown}". Expected some of ${QUESTIONS.map(({ name }) => name).join(', ')}, separated by commas.`,
    )
  const scale = count('scale', values.scale, 10)
  const { benchApi } = await import('../../bench/api.ts')
  await benchApi(
    {
      scales: scale === 1 ? [1] : [1, scale],
      rounds: count('rounds', values.rounds, 50),
      only,
      isJson: values.json,
      keep: values.keep ?? null,
    },
    new Stages(process.stderr),
  )
  return 0
}

const load: Bench = async (args) => {
  const { values } = parseArgs({
    args,
    options: {
      ...COMMON,
      scale: { type: 'string', default: '7' },
      clients: { type: 'string', default: '200' },
      seconds: { type: 'string', default: '60' },
    },
  })
  if (values.help) return help()
  const { benchCrowd } = await import('../../bench/crowd.ts')
  const isWell = await benchCrowd(
    {
      scale: count('scale', values.scale, 10),
      clients: count('clients', values.clients, 2_000),
      seconds: count('seconds', values.seconds, 3_600),
      isJson: values.json,
      keep: values.keep ?? null,
    },
    new Stages(process.stderr),
  )
  return isWell ? 0 : 1
}

const exports: Bench = async (args) => {
  const { values } = parseArgs({ args, options: { ...COMMON, scale: { type: 'string', default: '1' } } })
  if (values.help) return help()
  const scale = count('scale', values.scale, 10)
  const { benchExport } = await import('../../bench/export.ts')
  await benchExport(
    { scales: scale === 1 ? [1] : [1, scale], isJson: values.json, keep: values.keep ?? null },
    new Stages(process.stderr),
  )
  return 0
}

const links: Bench = async (args) => {
  const { values } = parseArgs({
    args,
    options: {
      ...COMMON,
      states: { type: 'string', default: '200' },
      'per-state': { type: 'string', default: '1435' },
      graph: { type: 'boolean', default: false },
      scale: { type: 'string', default: '7' },
    },
  })
  if (values.help) return help()
  if (values.graph) {
    const { benchWrittenLinks } = await import('../../bench/written-links.ts')
    await benchWrittenLinks(
      { scale: count('scale', values.scale, 10), keep: values.keep ?? null, isJson: values.json },
      new Stages(process.stderr),
    )
    return 0
  }
  const { benchLinks } = await import('../../bench/links.ts')
  await benchLinks(
    {
      states: count('states', values.states, 1_000),
      perState: count('per-state', values['per-state'], 5_000),
      isJson: values.json,
    },
    new Stages(process.stderr),
  )
  return 0
}

/**
 * The page's own bench lives with the page, which the server knows nothing of: it is built here and run from its file. What
 * it needs (esbuild, a browser) is there where the tests run.
 */
const graph: Bench = async (args) => {
  const { values } = parseArgs({
    args,
    options: {
      json: COMMON.json,
      help: COMMON.help,
      sizes: { type: 'string', default: '1000,10000,50000' },
      runs: { type: 'string', default: '7' },
      only: { type: 'string' },
    },
  })
  if (values.help) return help()
  const file = join(ROOT, 'dist', 'bench', 'graph.mjs')
  const { build } = await import('esbuild')
  await build({
    entryPoints: [join(ROOT, 'client', 'bench', 'graph.ts')],
    outfile: file,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'error',
  })
  const { benchGraph, PEERS } = (await import(pathToFileURL(file).href)) as {
    benchGraph: (options: object) => Promise<void>
    PEERS: readonly string[]
  }
  const only = values.only?.split(',') ?? null
  const unknown = only?.find((name) => !PEERS.includes(name))
  if (unknown !== undefined)
    throw new LaunchError(`--only names "${unknown}". Expected some of ${PEERS.join(', ')}, separated by commas.`)
  await benchGraph({
    root: ROOT,
    sizes: values.sizes.split(',').map((size) => count('sizes', size, 100_000)),
    runs: count('runs', values.runs, 50),
    only,
    isJson: values.json,
    tell: (text: string) => void process.stderr.write(`${text}\n`),
  })
  return 0
}

const imports: Bench = async (args) => {
  const { values } = parseArgs({ args, options: { ...COMMON, records: { type: 'string', default: '287000' } } })
  if (values.help) return help()
  const { benchImport } = await import('../../bench/import.ts')
  await benchImport(
    { records: count('records', values.records, 2_000_000), isJson: values.json },
    new Stages(process.stderr),
  )
  return 0
}

const kills: Bench = async (args) => {
  const { values } = parseArgs({
    args,
    options: { ...COMMON, records: { type: 'string', default: '40000' }, kills: { type: 'string', default: '20' } },
  })
  if (values.help) return help()
  const { benchKills } = await import('../../bench/kills.ts')
  const isSame = await benchKills(
    {
      records: count('records', values.records, 2_000_000),
      kills: count('kills', values.kills, 1_000),
      isJson: values.json,
    },
    new Stages(process.stderr),
  )
  return isSame ? 0 : 1
}

function help(): number {
  console.log(HELP)
  return 0
}

const BENCHES: Readonly<Record<string, Bench>> = {
  api,
  load,
  export: exports,
  import: imports,
  kills,
  links,
  graph,
  // What the benches start as processes of their own.
  serve: async ([what = '']) => {
    const { serve } = await import('../../bench/serve.ts')
    await serve(what)
    return await new Promise(() => {})
  },
  'import-worker': async ([work = '']) => {
    const { importWorker } = await import('../../bench/import-worker.ts')
    await importWorker(work)
    return 0
  },
  '--help': async () => help(),
}

async function run(): Promise<number> {
  const [what = '--help', ...rest] = process.argv.slice(2)
  const bench = BENCHES[what]
  if (bench !== undefined) return bench(rest)
  help()
  return 2
}

run()
  .catch((error: unknown) => {
    console.error(explain(error))
    return 2
  })
  .then((status) => process.exit(status))
