/** The processes that the bench asks: this API as it is shipped, and the hand-written Cypher behind plain node:http. */
import { createServer as createHttpServer, type IncomingMessage, type Server } from 'node:http'
import pino from 'pino'
import { connect, type Connection } from '../../graph/db/index.ts'
import { createServer } from '../src/app.ts'
import { keepMemorySmall } from '../src/launch/memory.ts'

/** Where the database is, from the parent process. */
const connection = (): Connection => ({
  uri: process.env['NEO4J_URI'] ?? '',
  user: process.env['NEO4J_USER'] ?? '',
  password: process.env['NEO4J_PASSWORD'] ?? '',
})

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

const report = (server: Server, path: string): void => {
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    if (address !== null && typeof address === 'object')
      process.send?.({ url: `http://127.0.0.1:${address.port}${path}` })
  })
}

const serveRaw = async (): Promise<void> => {
  const { QUESTIONS } = await import('./questions.ts')
  const db = connect(connection())
  const statements = new Map(QUESTIONS.map(({ name, raw }) => [name, raw.statement]))
  const answer = async (request: IncomingMessage): Promise<string> => {
    const { name, variables } = JSON.parse(await bodyOf(request)) as {
      name: string
      variables: Record<string, unknown>
    }
    return JSON.stringify(await db.read(statements.get(name) ?? '', variables))
  }
  report(
    createHttpServer((request, response) => {
      answer(request)
        .then((text) => response.setHeader('content-type', 'application/json').end(text))
        .catch((error: unknown) => {
          response.statusCode = 500
          response.end(String(error))
        })
    }),
    '/',
  )
}

const serveOurs = async (isAnswerCacheOn: boolean): Promise<void> => {
  keepMemorySmall()
  const { listener, warm } = await createServer({
    db: connect(connection()),
    config: { host: '127.0.0.1', isLoopback: true, rateLimit: 600, isAnswerCacheOn },
    logger: pino({ level: 'warn' }, pino.destination(2)),
  })
  await warm()
  report(createHttpServer(listener), '/graphql')
}

/** What a child of the bench runs; ends with its parent. */
export async function serve(what: string): Promise<void> {
  process.on('disconnect', () => process.exit(0))
  process.on('message', (message) => {
    if (message === 'memory') process.send?.({ memory: process.memoryUsage.rss() })
  })
  if (what === 'raw') await serveRaw()
  else await serveOurs(what === 'kept')
}
