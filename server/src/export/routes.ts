/** `/export/…`: files of what a filter describes, streamed; and `/r/{id}`, the persistent address of anything in the graph. */
import { Router, type Request, type Response } from 'express'
import { GraphQLError, type GraphQLSchema } from 'graphql'
import type { Logger } from 'pino'
import type { Db } from '../../../graph/db/index.ts'
import { badInput, fromDriver } from '../errors.ts'
import type { Admitted } from '../http/door.ts'
import { aboutOf } from './about.ts'
import { answerAddress } from './addresses.ts'
import { COLUMNS } from './columns.ts'
import { csvwOf } from './csvw.ts'
import { csv } from './formats/csv.ts'
import { openExport, pathOfExport } from './job.ts'
import { pump } from './pump.ts'
import { FORMATS, readRequest, type Given } from './request.ts'
import { countSelected, dataVersionOf } from './selection.ts'

export type Setting = {
  readonly db: Db
  readonly schema: GraphQLSchema
  readonly logger: Logger
  readonly clock: () => Date
  readonly stallMs?: number | undefined
}

/** Exports under way at a time: each keeps its order in the database's memory while it lasts. */
const MAX_AT_ONCE = 4
const PARAMETERS = ['filter', 'orderBy', 'columns', 'bom'] as const
const METADATA = 'recommendations.csv-metadata.json'
const FILES = [
  ...FORMATS.map((format) => ({ file: `${format.isClosed ? 'graph' : 'recommendations'}.${format.name}`, format })),
]

/** The address that the client sees, where its Host is one that can stand in a file. */
export function originOf(request: Request): string {
  const { host } = request.headers
  if (host === undefined || !/^[\w.-]+(:\d+)?$|^\[[0-9a-f:]+\](:\d+)?$/i.test(host)) return ''
  const isSecure = request.headers['x-forwarded-proto'] === 'https'
  return `${isSecure ? 'https' : 'http'}://${host}`
}

/** The parameters of an address. Throws BAD_USER_INPUT for one that is unknown or given twice. */
function givenIn(request: Request): Given {
  const query = new URL(request.url, 'http://localhost').searchParams
  for (const name of new Set(query.keys())) {
    if (!PARAMETERS.some((known) => known === name))
      throw badInput(name.slice(0, 80), `there is no such parameter. Expected some of ${PARAMETERS.join(', ')}.`)
    if (query.getAll(name).length > 1) throw badInput(name, 'given more than once. Expected it once.')
  }
  return Object.fromEntries(query)
}

/** What went wrong, in words and with its status. */
function refusalOf(error: unknown): {
  status: number
  code: string
  message: string
  argument?: unknown
  isRetryable?: boolean
} {
  if (error instanceof GraphQLError)
    return {
      status: 400,
      code: String(error.extensions['code'] ?? 'BAD_USER_INPUT'),
      message: error.message,
      argument: error.extensions['argument'],
    }
  const known = fromDriver(error)
  if (known !== null) return { status: known.code === 'TIMED_OUT' ? 504 : 503, ...known }
  return { status: 500, code: 'INTERNAL_SERVER_ERROR', message: 'Something went wrong on the server.' }
}

export function createExportRoutes(setting: Setting): Router {
  const { db, schema, logger, clock, stallMs } = setting
  const router = Router()
  let underWay = 0

  const refuse = (request: Request, response: Response, error: unknown): void => {
    const { requestId } = request as Request & Admitted
    const { status, code, message, argument, isRetryable } = refusalOf(error)
    if (status === 500) logger.error({ err: error, requestId }, 'unexpected failure')
    if (isRetryable === true) response.setHeader('retry-after', '5')
    response.removeHeader('content-disposition')
    response.status(status).json({ error: message, code, ...(argument === undefined ? {} : { argument }), requestId })
  }

  async function sendFile(request: Request, response: Response, format: (typeof FORMATS)[number]): Promise<void> {
    const asked = readRequest(schema, format, givenIn(request))
    if (request.method === 'HEAD') {
      response.setHeader('content-type', format.mediaType)
      response.end()
      return
    }
    if (underWay >= MAX_AT_ONCE) {
      response.setHeader('retry-after', '10')
      response.status(503).json({
        error: `${MAX_AT_ONCE} exports are under way, which is as many as this server makes at a time. Try again in a moment.`,
        code: 'LIMIT_EXCEEDED',
        limit: 'exports at a time',
        allowed: MAX_AT_ONCE,
        requestId: (request as Request & Admitted).requestId,
      })
      return
    }
    underWay += 1
    const leave = new AbortController()
    response.once('close', () => leave.abort(new Error('The client left')))
    const origin = originOf(request)
    const now = clock()
    try {
      const address = pathOfExport(asked, COLUMNS.length)
      const file = await openExport({ db, schema, now, origin, signal: leave.signal }, asked, address)
      try {
        const kind = format.isClosed ? 'graph' : 'recommendations'
        response.setHeader('content-type', format.mediaType)
        response.setHeader(
          'content-disposition',
          `attachment; filename="followthrough-${kind}-${now.toISOString().slice(0, 10)}.${format.name}"`,
        )
        response.setHeader('cache-control', 'no-cache')
        if (format === csv) {
          const metadata = address.replace('/export/recommendations.csv', `/export/${METADATA}`)
          response.setHeader('link', `<${metadata}>; rel="describedby"; type="application/csvm+json"`)
        }
        await pump(file.chunks, response, { leave, ...(stallMs === undefined ? {} : { stallMs }) })
        response.end()
      } finally {
        await file.close()
      }
    } catch (error) {
      if (!response.headersSent) {
        refuse(request, response, error)
        return
      }
      // A file that ends too early must not look whole: the connection breaks instead.
      const { requestId } = request as Request & Admitted
      if (!leave.signal.aborted) logger.error({ err: error, requestId }, 'an export failed midway')
      else logger.info({ requestId, reason: String(leave.signal.reason) }, 'an export was left')
      response.destroy()
    } finally {
      underWay -= 1
    }
  }

  async function sendMetadata(request: Request, response: Response): Promise<void> {
    const wanted = readRequest(schema, csv, givenIn(request))
    const { filter, orderBy, columns, asked } = wanted
    const now = clock()
    const counted = await countSelected(db, schema, now.toISOString().slice(0, 10), { filter, orderBy })
    const dataVersion = await dataVersionOf(db)
    const path = pathOfExport(wanted, COLUMNS.length)
    const about = aboutOf({
      exportedAt: now.toISOString(),
      address: originOf(request) + path,
      dataVersion,
      dataVersionAtEnd: dataVersion,
      ...asked,
      ...counted,
    })
    response.setHeader('content-type', 'application/csvm+json; charset=utf-8')
    response.end(`${JSON.stringify(csvwOf(path, about, columns), null, 2)}\n`)
  }

  const handle =
    (work: (request: Request, response: Response) => Promise<void>) => (request: Request, response: Response) => {
      work(request, response).catch((error: unknown) => {
        if (response.headersSent) response.destroy()
        else refuse(request, response, error)
      })
    }
  for (const { file, format } of FILES)
    router.get(
      `/export/${file}`,
      handle((request, response) => sendFile(request, response, format)),
    )
  router.get(`/export/${METADATA}`, handle(sendMetadata))
  router.get(
    '/r/:id',
    handle((request, response) => answerAddress(setting, request, response, originOf(request))),
  )
  router.use('/export', (request, response) => {
    const isKnown = request.method !== 'GET' && FILES.some(({ file }) => request.path === `/${file}`)
    if (isKnown) response.setHeader('allow', 'GET, HEAD')
    response.status(isKnown ? 405 : 404).json({
      error: isKnown
        ? `${request.method} is not answered here. Expected GET.`
        : `There is no export ${request.path.slice(1, 200)}. There are ${FILES.map(({ file }) => file).join(', ')}.`,
      requestId: (request as Request & Admitted).requestId,
    })
  })
  return router
}
