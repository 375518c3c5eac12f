/** `npm start`: from nothing to a page, with every stage shown; Ctrl-C stops all of it in order. */
import { join } from 'node:path'
import pino from 'pino'
import { ROOT } from '../../../graph/root.ts'
import { createServer, type Server } from '../app.ts'
import { readConfig } from '../config.ts'
import { Owner } from '../http/owner.ts'
import { openGraph, prepareGraph, type OpenGraph } from '../launch/graph.ts'
import { listen } from '../launch/listen.ts'
import { keepMemorySmall } from '../launch/memory.ts'
import { explain, Stages } from '../launch/stages.ts'

async function start(): Promise<void> {
  const stages = new Stages()
  let graph: OpenGraph | null = null
  let server: Server | null = null
  let closeHttp: (() => Promise<void>) | null = null
  let isStopping = false

  const stop = async (status: number): Promise<void> => {
    if (isStopping) {
      stages.say('Still stopping: the database is closing its files.')
      return
    }
    isStopping = true
    if (status === 0) stages.say('Stopping …')
    await closeHttp?.()
    await server?.stop()
    await graph?.close()
    if (status === 0) stages.say('Stopped.')
    process.exit(status)
  }
  keepMemorySmall()
  process.on('SIGINT', () => void stop(0))
  process.on('SIGTERM', () => void stop(0))

  try {
    const config = readConfig()
    // Logs go to standard error: standard output is for the person who started it.
    const logger = pino(
      { level: process.env['LOG_LEVEL'] === undefined ? 'warn' : config.logLevel },
      pino.destination(2),
    )
    graph = await openGraph(config, { stages, isServer: true, logger })
    const { db } = graph
    await prepareGraph(db, stages)
    server = await createServer({
      db,
      config,
      logger,
      clientDir: join(ROOT, 'dist', 'client'),
      importer: {
        file: join(ROOT, 'dist', 'server', 'importer.js'),
        environment: { DATA_DIR: config.dataDir },
      },
    })
    const { address, close } = await listen(server.listener, config)
    closeHttp = close
    await stages.run('Warming up', () => server?.warm() ?? Promise.resolve())
    await graph.publish(address)
    stages.finish(address)
    stages.say(`To import files, open this once in your browser: ${new Owner(config.dataDir).link(address)}`)
    if (process.stdout.isTTY && process.env['CI'] === undefined) {
      const { default: open } = await import('open')
      await open(address).catch(() => stages.say('No browser could be opened: open the address yourself.'))
    }
  } catch (error) {
    stages.fail(explain(error))
    await stop(2)
  }
}

void start()
