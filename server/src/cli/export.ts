/** `npm run export`: what a filter describes, as a file. Exit status 0 done, 1 done with cells cut, 2 could not run. */
import { createWriteStream, existsSync } from 'node:fs'
import { access, constants, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, extname, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { randomUUID } from 'node:crypto'
import { GraphQLError } from 'graphql'
import { LaunchError } from '../../../graph/engine/index.ts'
import { isEmpty, listMissingSchema } from '../../../graph/index.ts'
import { readConfig } from '../config.ts'
import { fromDriver } from '../errors.ts'
import type { About } from '../export/about.ts'
import { COLUMNS } from '../export/columns.ts'
import { csvwOf } from '../export/csvw.ts'
import { openExport, pathOfExport } from '../export/job.ts'
import { FORMATS, readRequest } from '../export/request.ts'
import { countSelected } from '../export/selection.ts'
import { openGraph } from '../launch/graph.ts'
import { bar, explain, Stages } from '../launch/stages.ts'
import { createSchema } from '../schema/executable.ts'

const ENDINGS = FORMATS.map(({ name }) => `.${name}`)

const HELP = `npm run export -- FILE [options]

Writes the recommendations that a filter describes, and what they touch, to a file. The format is that of the ending:
${FORMATS.map(({ name, describe }) => `  .${name.padEnd(9)}${describe}`).join('\n')}
docs/exports.md describes each. A CSV file gets its citation beside it, in FILE-metadata.json.

  --filter JSON      as the API takes it, for example '{"mechanisms": ["crc"], "lacks": ["LEAD_BODY"]}'
  --order JSON       '{"field": "DATE", "direction": "ASC"}'; newest first without it
  --columns A,B      columns of .csv and .xlsx, in this order; all without it
  --bom              begin .csv with a byte-order mark, which older Excel needs for letters other than English ones
  --address URL      where your server is reached, for the persistent addresses in the file
  --force            replace a file that is there
  --json             one JSON object on standard output
  --help             this text

Attaches to a server that runs on the same DATA_DIR, else starts the database for its own time.
Exit status: 0 done, 1 done but cells had to be cut (.xlsx), 2 could not run; no file is left then.`

type Options = {
  readonly file: string
  readonly given: { filter?: string; orderBy?: string; columns?: string; bom?: string }
  readonly origin: string
  readonly isForced: boolean
  readonly isJson: boolean
}

/** The arguments, or null where the help was asked for. Throws LaunchError naming what is wrong. */
function readArguments(args: readonly string[]): Options | null {
  let parsed
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        filter: { type: 'string' },
        order: { type: 'string' },
        columns: { type: 'string' },
        bom: { type: 'boolean', default: false },
        address: { type: 'string', default: '' },
        force: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    throw new LaunchError(`${(error as Error).message} See --help.`)
  }
  const { values, positionals } = parsed
  if (values.help) return null
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0)
    throw new LaunchError(`${positionals.length} files are named. Expected one: npm run export -- FILE; see --help.`)
  if (values.address !== '' && !/^https?:\/\/[^\s/]+\/?$/.test(values.address))
    throw new LaunchError(`--address is "${values.address}". Expected one such as https://example.org.`)
  return {
    file: resolve(process.env['INIT_CWD'] ?? process.cwd(), file),
    given: {
      ...(values.filter === undefined ? {} : { filter: values.filter }),
      ...(values.order === undefined ? {} : { orderBy: values.order }),
      ...(values.columns === undefined ? {} : { columns: values.columns }),
      ...(values.bom ? { bom: 'true' } : {}),
    },
    origin: values.address.replace(/\/$/, ''),
    isForced: values.force,
    isJson: values.json,
  }
}

/** Refuses a place that cannot be written to, before anything is read. */
async function checkPlace(file: string, isForced: boolean): Promise<void> {
  const folder = dirname(file)
  const found = await stat(folder).catch(() => null)
  if (found === null || !found.isDirectory())
    throw new LaunchError(`There is no folder ${folder}. Make it first, or name another.`)
  await access(folder, constants.W_OK).catch(() => {
    throw new LaunchError(`The folder ${folder} cannot be written to. Name another, or change its rights.`)
  })
  if (!existsSync(file)) return
  if ((await stat(file)).isDirectory()) throw new LaunchError(`${file} is a folder. Expected the name of a file.`)
  if (!isForced) throw new LaunchError(`${file} is there already. Name another file, or replace it with --force.`)
}

/** What is told of a failure that a person can do something about. */
function asLaunchError(error: unknown): unknown {
  if (error instanceof GraphQLError) return new LaunchError(error.message.replace(/^orderBy/, 'order'))
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC') return new LaunchError('The disk is full. Free some space and export again; no file was left.')
  const known = fromDriver(error)
  return known === null ? error : new LaunchError(`${known.message} No file was left.`)
}

type Done = { readonly about: About; readonly bytes: number; readonly remarks: readonly string[] }

async function write(options: Options, stages: Stages): Promise<Done> {
  const { file, given, origin, isForced } = options
  const ending = extname(file).toLowerCase()
  const format = FORMATS.find(({ name }) => `.${name}` === ending)
  if (format === undefined)
    throw new LaunchError(
      `${basename(file)} ends in "${ending}". Expected ${ENDINGS.slice(0, -1).join(', ')} or ${ENDINGS.at(-1) ?? ''}.`,
    )
  const schema = createSchema()
  const request = readRequest(schema, format, given)
  await checkPlace(file, isForced)
  const graph = await openGraph(readConfig(), { stages, isServer: false })
  const temporary = `${file}.${randomUUID().slice(0, 8)}.part`
  const leave = new AbortController()
  const interrupt = (): void => leave.abort(new LaunchError('Interrupted; no file was left.'))
  process.on('SIGINT', interrupt)
  process.on('SIGTERM', interrupt)
  try {
    const { db } = graph
    if (await isEmpty(db))
      throw new LaunchError('The graph is empty: there is nothing to export. Run npm start or npm run import first.')
    const missing = await listMissingSchema(db)
    if (missing.length > 0)
      throw new LaunchError(
        `The graph was made by an older version (${missing[0] ?? ''} is missing). Run npm start once.`,
      )
    const now = new Date()
    const { filter, orderBy, columns } = request
    const { count: total } = await countSelected(db, schema, now.toISOString().slice(0, 10), { filter, orderBy })
    const remarks: string[] = []
    const path = pathOfExport(request, COLUMNS.length)
    const opened = await openExport(
      { db, schema, now, origin, signal: leave.signal, remark: (text) => remarks.push(text) },
      request,
      path,
    )
    let bytes = 0
    await stages.run(`Writing ${basename(file)}`, async (progress) => {
      async function* counted(): AsyncGenerator<Uint8Array> {
        for await (const chunk of opened.chunks) {
          const encoded = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
          bytes += encoded.length
          progress(bar(opened.count(), total))
          yield encoded
        }
      }
      try {
        await pipeline(counted, createWriteStream(temporary, { flags: 'wx' }), { signal: leave.signal })
      } finally {
        await opened.close()
      }
    })
    const about = await opened.about()
    // The citation first: a file never stands without it.
    if (format.name === 'csv')
      await writeFile(`${file}-metadata.json`, `${JSON.stringify(csvwOf(basename(file), about, columns), null, 2)}\n`)
    await rename(temporary, file)
    return { about, bytes, remarks }
  } catch (error) {
    throw leave.signal.aborted ? leave.signal.reason : error
  } finally {
    process.off('SIGINT', interrupt)
    process.off('SIGTERM', interrupt)
    await rm(temporary, { force: true })
    await graph.close()
  }
}

async function run(): Promise<number> {
  const options = readArguments(process.argv.slice(2))
  if (options === null) {
    console.log(HELP)
    return 0
  }
  const { file, isJson } = options
  // Progress goes to standard error, so that a program reads nothing but the answer.
  const { about, bytes, remarks } = await write(options, new Stages(process.stderr)).catch((error: unknown) => {
    throw asLaunchError(error)
  })
  if (isJson) console.log(JSON.stringify({ file, bytes, remarks, about }))
  else {
    console.log(`${about.count.toLocaleString('en')} recommendations in ${file} (${(bytes / 1e6).toFixed(1)} MB).`)
    for (const remark of remarks.slice(0, 20)) console.log(`  ${remark}`)
    if (remarks.length > 20) console.log(`  and ${remarks.length - 20} more such cells.`)
    for (const note of about.notes) console.log(`  ${note}`)
    console.log(`  Cite as: ${about.citation}`)
  }
  return remarks.length > 0 ? 1 : 0
}

run()
  .catch((error: unknown) => {
    console.error(explain(error))
    return 2
  })
  .then((status) => process.exit(status))
