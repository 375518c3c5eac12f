/** Processes that end with this one, however it ends short of SIGKILL: a database is worth most of a gigabyte of memory. */
import type { ChildProcess } from 'node:child_process'

/** Not SIGHUP: whoever listens to it takes away the peace of `nohup`. */
const SIGNALS = ['SIGINT', 'SIGTERM'] as const

const children = new Set<ChildProcess>()

function endAll(): void {
  for (const child of children) child.kill('SIGTERM')
}

function onSignal(signal: NodeJS.Signals): void {
  // Whoever else listens stops what runs in its own order.
  if (process.listenerCount(signal) > 1) return
  endAll()
  stopListening()
  process.kill(process.pid, signal)
}

function stopListening(): void {
  process.off('exit', endAll)
  for (const signal of SIGNALS) process.off(signal, onSignal)
}

/** The child is told to stop (SIGTERM) when this process exits, or gets a signal that nobody else listens to. */
export function endWithProcess(child: ChildProcess): void {
  if (children.size === 0) {
    process.on('exit', endAll)
    for (const signal of SIGNALS) process.on(signal, onSignal)
  }
  children.add(child)
  const forget = (): void => {
    children.delete(child)
    if (children.size === 0) stopListening()
  }
  child.once('exit', forget)
  child.once('error', forget)
}
