/** What a person sees while a command works: one line a stage with its time, a running figure on a terminal. */
import { LaunchError } from '../../../graph/engine/errors.ts'
import { UnreadableFileError } from '../../../graph/index.ts'

export class Stages {
  #started = performance.now()
  readonly #stream: NodeJS.WriteStream
  #isLineOpen = false

  constructor(stream: NodeJS.WriteStream = process.stdout) {
    this.#stream = stream
  }

  /** Shows a stage, how far it is, and how long it took. */
  async run<Result>(name: string, work: (progress: (text: string) => void) => Promise<Result>): Promise<Result> {
    const started = performance.now()
    if (this.#stream.isTTY) this.#line(`  ${name} …`)
    const result = await work((text) => {
      if (this.#stream.isTTY) this.#line(`  ${name}: ${text}`)
    })
    this.#line(`  ${name.padEnd(30)} ${((performance.now() - started) / 1000).toFixed(1)} s`)
    this.#end()
    return result
  }

  #line(text: string): void {
    if (this.#stream.isTTY) {
      this.#stream.write(`\r\u001b[2K${text}`)
      this.#isLineOpen = true
    } else this.#stream.write(text)
  }

  #end(): void {
    this.#stream.write('\n')
    this.#isLineOpen = false
  }

  say(text: string): void {
    if (this.#isLineOpen) this.#end()
    this.#stream.write(`${text}\n`)
  }

  finish(address: string): void {
    this.say(
      `\nFollowthrough is at ${address}  (ready after ${((performance.now() - this.#started) / 1000).toFixed(1)} s; Ctrl-C stops it)`,
    )
  }

  fail(message: string): void {
    if (this.#isLineOpen) this.#end()
    process.stderr.write(`\n${message}\n`)
  }
}

const BAR = 24
/** How far it is: `[#####     ] 1,200 of 6,000`. */
export function bar(done: number, total: number): string {
  const filled = total === 0 ? BAR : Math.min(BAR, Math.floor((BAR * done) / total))
  return `[${'#'.repeat(filled)}${' '.repeat(BAR - filled)}] ${done.toLocaleString('en')} of ${total.toLocaleString('en')}`
}

/** An error in words for the terminal: ours as they are, others with their stack, since they are faults of ours. */
export function explain(error: unknown): string {
  if (error instanceof LaunchError || error instanceof UnreadableFileError) return error.message
  return `Something unexpected failed. Please report it with these lines:\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
}
