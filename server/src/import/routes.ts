/**
 * `/import`: a file received and imported step by step, with progress by server-sent events; history, reports and undo. For the owner
 * alone (`http/owner.ts`). docs/import.md shows it from curl.
 */
import express, { type NextFunction, type Request, type Response, type Router } from 'express'
import { PassThrough } from 'node:stream'
import type { Logger } from 'pino'
import type { Db } from '../../../graph/db/index.ts'
import { LaunchError } from '../../../graph/engine/index.ts'
import {
  findRun,
  LISTS,
  listRuns,
  READABLE_FORMATS,
  RUNS_PAGE,
  SPREADSHEET_FIELDS,
  type ImportRun,
  type ListName,
  type Scope,
} from '../../../graph/index.ts'
import { findStateCode } from '../../../graph/text/index.ts'
import { fromDriver } from '../errors.ts'
import type { Admitted } from '../http/door.ts'
import { forOwner, forWriting, type Owner } from '../http/owner.ts'
import { takeTime } from '../http/server.ts'
import type { Mapping } from './files.ts'
import { openForm } from './form.ts'
import {
  JobError,
  MAX_UPLOAD_BYTES,
  tooLarge,
  type Change,
  type ImportJobs,
  type JobState,
  type ReadChoices,
} from './jobs.ts'

/** Milliseconds between two words of progress to one listener. */
const PROGRESS_EVERY_MS = 250
/** A comment this often keeps proxies from closing a quiet connection. */
const HEARTBEAT_MS = 15_000
/** Choices and mappings; a file has a limit of its own. */
const CHOICES_LIMIT = '200kb'

/** Excel allows 31 characters; other programs more. */
const LONGEST_SHEET = 255

const bad = (argument: string, given: unknown, expected: string): JobError =>
  new JobError(
    400,
    'BAD_USER_INPUT',
    `${argument} is ${JSON.stringify(given)?.slice(0, 80) ?? 'missing'}. Expected ${expected}.`,
  )

/** How far an upload goes by itself. */
const DEPTHS = ['look', 'dry-run', 'import'] as const
const SCOPES = ['auto', 'whole', 'part'] as const satisfies readonly Scope[]

type Asked = Readonly<Record<string, unknown>>

/** What is asked for in the address and in a JSON body; the body counts where both say something. */
const askedIn = ({ query, body }: Request): Asked => ({
  ...query,
  ...(typeof body === 'object' && body !== null && !Buffer.isBuffer(body) ? (body as Asked) : {}),
})

function oneOf<Value extends string>(asked: Asked, argument: string, values: readonly Value[]): Value | undefined {
  const given = asked[argument]
  if (given === undefined || given === null || given === '') return undefined
  const value = values.find((one) => one === given)
  if (value === undefined) throw bad(argument, given, `one of ${values.join(', ')}`)
  return value
}

function mappingOf(given: unknown): Mapping | undefined {
  let mapping = given
  if (typeof given === 'string' && given !== '') {
    try {
      mapping = JSON.parse(given)
    } catch {
      throw bad('mapping', given, 'JSON')
    }
  }
  if (mapping === undefined || mapping === null || mapping === '') return undefined
  const fields: readonly string[] = SPREADSHEET_FIELDS
  if (
    typeof mapping !== 'object' ||
    Array.isArray(mapping) ||
    !Object.entries(mapping).every(([field, header]) => fields.includes(field) && typeof header === 'string')
  )
    throw bad('mapping', given, `{"text": "Name of the column", …} with some of ${fields.join(', ')}`)
  return mapping as Mapping
}

function stateOf(given: unknown): string | undefined {
  if (given === undefined || given === null || given === '') return undefined
  const code =
    typeof given !== 'string' ? null : /^[A-Za-z]{3}$/.test(given) ? given.toUpperCase() : findStateCode(given)
  if (code === null) throw bad('state', given, 'the name of a State, or its code such as KHM')
  return code
}

function sheetOf(given: unknown): string | undefined {
  if (given === undefined || given === null || given === '') return undefined
  if (typeof given !== 'string' || given.length > LONGEST_SHEET)
    throw bad('sheet', given, 'the name of a sheet of the workbook')
  return given
}

/** How many are asked for, 1 to `most`; `most` where nothing is said. */
function firstOf(given: unknown, most: number): number {
  if (given === undefined || given === '') return most
  const first = typeof given === 'string' && /^\d{1,6}$/.test(given) ? Number(given) : 0
  if (first < 1 || first > most) throw bad('first', given, `a whole number from 1 to ${most}`)
  return first
}

/** The choices of a request. Throws JobError 400 naming the argument and what was expected. */
function choicesOf(asked: Asked): ReadChoices {
  const state = stateOf(asked['state'])
  const format = oneOf(asked, 'format', READABLE_FORMATS)
  const mapping = mappingOf(asked['mapping'])
  const sheet = sheetOf(asked['sheet'])
  return {
    ...(format === undefined ? {} : { format }),
    ...(state === undefined ? {} : { state }),
    ...(mapping === undefined ? {} : { mapping }),
    ...(sheet === undefined ? {} : { sheet }),
  }
}

const wantsWait = ({ wait }: Asked): boolean => wait === true || wait === 'true' || wait === '1' || wait === ''

/** The name that people are shown; signs that could pass for something else in it become underscores. */
function fileNameOf(given: unknown): string {
  const last = (typeof given === 'string' ? given : '').split(/[/\\]/).at(-1) ?? ''
  const name = last.replace(/[^\p{L}\p{N}\p{M} ._()&,+-]/gu, '_').slice(0, 200)
  return name.trim() === '' ? 'file' : name
}

export function createImportRoutes({
  db,
  owner,
  jobs,
  logger,
}: {
  readonly db: Db
  readonly owner: Owner
  readonly jobs: ImportJobs
  readonly logger: Logger
}): Router {
  const router = express.Router()
  const [reading, writing] = [forOwner(owner), forWriting(owner)]
  const json = express.json({ limit: CHOICES_LIMIT })

  /** A job that ended where it could not go on is the answer's failure too. */
  const answer = (response: Response, job: JobState, status = 200): void => {
    const { error, id } = job
    response.location(`/import/jobs/${id}`)
    if (job.step === 'failed') response.status(422).json({ error, code: 'IMPORT_FAILED', job })
    else response.status(job.isRunning ? 202 : status).json({ job })
  }
  /** Answers when the step has ended where that was asked for, else at once. */
  const answerWhen = async (request: Request, response: Response, ended: Promise<JobState>): Promise<void> => {
    if (wantsWait(askedIn(request))) answer(response, await ended)
    else if (jobs.current !== null) answer(response, jobs.current)
  }

  /** Where things stand. A browser is led to the page. */
  const isForPage = (request: Request): boolean => request.accepts(['json', 'html']) === 'html'
  router.get(
    '/import',
    (request, response, next) => {
      if (isForPage(request)) response.redirect(303, '/#/en/KHM/import')
      else next()
    },
    reading,
    (_request, response) => {
      response.json({
        job: jobs.current,
        formats: READABLE_FORMATS,
        fields: SPREADSHEET_FIELDS,
        maxBytes: MAX_UPLOAD_BYTES,
      })
    },
  )

  /** The body as it arrives, for a file that is sent by itself. */
  const bodyOf = (request: Request): PassThrough => {
    // What fails midway must not take the connection with it: the answer goes the same way.
    const source = new PassThrough()
    // Whoever reads from it learns of it; where nobody does yet, or any more, it is no fault.
    source.on('error', () => {})
    request.pipe(source)
    request.once('close', () => {
      if (!request.complete) source.destroy(Object.assign(new Error('The sender left'), { code: 'ECONNRESET' }))
    })
    return source
  }

  const receive = async (request: Request, response: Response, name: unknown): Promise<void> => {
    const choicesIn = (fields: Asked) => {
      const asked = { ...askedIn(request), ...fields }
      return {
        depth: oneOf(asked, 'do', DEPTHS) ?? 'look',
        choices: choicesOf(asked),
        scope: oneOf(asked, 'scope', SCOPES) ?? 'auto',
      }
    }
    choicesIn({})
    if ((request.headers['content-encoding'] ?? 'identity') !== 'identity')
      throw new JobError(415, 'UNSUPPORTED_MEDIA_TYPE', 'The body is compressed. Expected the file as it is.')
    takeTime(request)
    const length = Number(request.headers['content-length'])
    const isForm = /^multipart\//i.test(request.headers['content-type'] ?? '')
    // Round the file of a form stands little.
    if (isForm && length > MAX_UPLOAD_BYTES + 10_000_000) throw tooLarge()
    const form = isForm ? await openForm(request) : null
    // What a field before the file says wrongly is told before the file is taken.
    const known = choicesIn(form?.fields ?? {}).choices
    const isKnown = form === null && Number.isSafeInteger(length)
    let job = await jobs.receive(
      fileNameOf(form?.fileName || name),
      form?.file ?? bodyOf(request),
      isKnown ? length : null,
      known,
    )
    let chosen
    try {
      if (job.canRead) await form?.rest()
      chosen = choicesIn(form?.fields ?? {})
    } catch (error) {
      // A file whose form turns out to be wrong after it is not kept.
      if (jobs.current?.id === job.id) await jobs.leave()
      throw error
    }
    // While the rest of a form arrived another file may have taken its place: that one is not for this form to read.
    jobs.get(job.id)
    const { depth, choices, scope } = chosen
    // Looked at was the sheet that stood in front of the file, if any did.
    if (choices.sheet !== known.sheet && job.canRead) job = await jobs.look(choices)
    if (depth !== 'look' && job.step === 'inspected') job = await jobs.read(choices)
    if (depth === 'import' && job.step === 'planned') job = await jobs.write(scope)
    answer(response, job, depth === 'look' ? 201 : 200)
  }
  router.post('/import', writing, (request, response) => receive(request, response, request.query['name']))
  router.put('/import/:name', writing, (request, response) => receive(request, response, request.params['name']))

  router.get('/import/jobs/:id', reading, (request, response) => {
    response.json({ job: jobs.get(String(request.params['id'])) })
  })
  router.delete('/import/jobs/:id', writing, async (request, response) => {
    jobs.get(String(request.params['id']))
    await jobs.leave()
    response.json({ job: null })
  })
  router.post('/import/jobs/:id/look', writing, json, async (request, response) => {
    jobs.get(String(request.params['id']))
    await answerWhen(request, response, jobs.look(choicesOf(askedIn(request))))
  })
  router.post('/import/jobs/:id/read', writing, json, async (request, response) => {
    jobs.get(String(request.params['id']))
    await answerWhen(request, response, jobs.read(choicesOf(askedIn(request))))
  })
  router.post('/import/jobs/:id/write', writing, json, async (request, response) => {
    jobs.get(String(request.params['id']))
    await answerWhen(request, response, jobs.write(oneOf(askedIn(request), 'scope', SCOPES) ?? 'auto'))
  })
  router.post('/import/jobs/:id/stop', writing, (request, response) => {
    jobs.get(String(request.params['id']))
    jobs.stop()
    response.status(202).json({ job: jobs.current })
  })

  /**
   * `event: job` with the whole job at first and after every step, `event: progress` with `progress` between; data is JSON.
   * Whoever was cut off comes back and begins with the whole again.
   */
  router.get('/import/events', reading, (_request, response) => {
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    })
    let later: NodeJS.Timeout | null = null
    const send = (event: Change['kind'], data: unknown): void => {
      response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
    }
    const off = jobs.onChange(({ kind }) => {
      if (kind === 'job') {
        if (later !== null) clearTimeout(later)
        later = null
        send('job', { job: jobs.current })
      } else
        later ??= setTimeout(() => {
          later = null
          send('progress', { id: jobs.current?.id, progress: jobs.current?.progress ?? null })
        }, PROGRESS_EVERY_MS)
    })
    const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS)
    response.once('close', () => {
      off()
      clearInterval(heartbeat)
      if (later !== null) clearTimeout(later)
    })
    send('job', { job: jobs.current })
  })

  const told = (run: ImportRun) => ({ ...run, lists: jobs.listsOf(run) })
  /** The run behind which the list goes on; null where it begins. */
  const runBefore = async (given: unknown): Promise<ImportRun | null> => {
    if (given === undefined || given === '') return null
    const run = typeof given === 'string' ? await findRun(db, given) : null
    if (run === null) throw bad('before', given, 'the id of an import, the last of those listed')
    return run
  }
  router.get('/import/runs', reading, async ({ query }, response) => {
    const first = firstOf(query['first'], RUNS_PAGE)
    const found = await listRuns(db, { first: first + 1, before: await runBefore(query['before']) })
    response.json({ runs: found.slice(0, first).map(told), hasOlder: found.length > first })
  })
  router.get('/import/runs/:id', reading, async (request, response) => {
    response.json({ run: told(await jobs.getRun(String(request.params['id']))) })
  })
  router.post('/import/runs/:id/undo', writing, json, async (request, response) => {
    const run = await jobs.getRun(String(request.params['id']))
    await answerWhen(request, response, jobs.undo(run))
  })

  const sendList = (response: Response, list: ListName, path: string | null, fileName: string): void => {
    const none = (): void => {
      const words = `There is nothing in the list of ${list}, or the list is no longer on this machine.`
      response.status(404).json({ error: words, code: 'NOT_FOUND' })
    }
    if (path === null) return none()
    response
      .attachment(`${list}-${fileName.replace(/\.\w+$/, '')}.csv`)
      .type('text/csv; charset=utf-8')
      .sendFile(path, { dotfiles: 'allow' }, (error: Error | undefined) => {
        if (error !== undefined && !response.headersSent) {
          response.removeHeader('content-disposition')
          none()
        }
      })
  }
  for (const list of LISTS) {
    router.get(`/import/jobs/:id/${list}.csv`, reading, (request, response) => {
      const { fileName } = jobs.get(String(request.params['id']))
      sendList(response, list, jobs.listFile(list), fileName)
    })
    router.get(`/import/runs/:id/${list}.csv`, reading, async (request, response) => {
      const run = await jobs.getRun(String(request.params['id']))
      sendList(response, list, jobs.listFileOf(run, list), run.fileName)
    })
  }

  router.use('/import', (request, response) => {
    response.status(404).json({
      error: `Nothing stands at ${request.method} /import${request.path === '/' ? '' : request.path.slice(0, 100)}. docs/import.md lists what does.`,
      code: 'NOT_FOUND',
    })
  })
  router.use('/import', (error: unknown, request: Request, response: Response, _next: NextFunction) => {
    const { requestId } = request as Request & Admitted
    // What is still on its way is taken and thrown away, so that its sender comes to read the answer.
    request.unpipe()
    request.resume()
    if (!request.complete) response.setHeader('connection', 'close')
    if (response.headersSent || response.destroyed) {
      response.destroy()
      return
    }
    const tell = (status: number, code: string, words: string): void => {
      response.status(status).json({ error: words, code, requestId })
    }
    if (error instanceof JobError) tell(error.status, error.code, error.message)
    else if (error instanceof LaunchError) tell(422, 'IMPORT_FAILED', error.message)
    else if ((error as { status?: number }).status === 413)
      tell(413, 'LIMIT_EXCEEDED', `The choices are larger than ${CHOICES_LIMIT}.`)
    else if ((error as { status?: number }).status === 400) tell(400, 'BAD_REQUEST', 'The body is no JSON.')
    else {
      const known = fromDriver(error)
      if (known !== null) return tell(503, known.code, known.message)
      logger.error({ err: error, requestId }, 'unexpected failure')
      tell(500, 'INTERNAL_SERVER_ERROR', 'Something went wrong on the server.')
    }
  })
  return router
}
