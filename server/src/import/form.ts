/** A form with one file, and perhaps choices beside it, as `curl -F` and browsers send it: taken apart while it arrives. */
import type { IncomingMessage } from 'node:http'
import { PassThrough, type Readable } from 'node:stream'
import { Busboy } from '@fastify/busboy'
import { JobError } from './jobs.ts'

/** Choices are few and short; a mapping is the longest. Bytes of one field. */
const LIMITS = { files: 1, fields: 20, fieldSize: 200_000, headerPairs: 50 }
/** A form of which nothing arrives for this long is given up. */
const STALL_MS = 60_000

export type Form = {
  /** As the sender names it; empty where it does not. */
  readonly fileName: string
  readonly file: Readable
  /** What stands in the fields that have arrived; those after the file come with it. */
  readonly fields: Readonly<Record<string, string>>
  /** Resolves when the file has been taken and the rest has arrived. Throws JobError where it holds more than one file. */
  readonly rest: () => Promise<void>
}

const refuse = (words: string): JobError =>
  new JobError(400, 'BAD_REQUEST', `${words} Expected one file, and choices in fields beside it: curl -F file=@FILE.`)

/** Resolves as soon as the file begins. Throws JobError where it is no form, or one without a file. */
export function openForm(request: IncomingMessage): Promise<Form> {
  const type = request.headers['content-type'] ?? ''
  let parser: InstanceType<typeof Busboy>
  try {
    parser = new Busboy({ headers: { ...request.headers, 'content-type': type }, limits: LIMITS })
  } catch {
    throw refuse(`The form cannot be taken apart (content-type "${type.slice(0, 80)}").`)
  }
  const fields: Record<string, string> = Object.create(null) as Record<string, string>
  let trouble: JobError | null = null
  let source: PassThrough | null = null
  let arrive: () => void = () => {}
  let miss: (error: JobError) => void = () => {}
  const arrived = new Promise<void>((resolve, reject) => {
    arrive = resolve
    miss = reject
  })
  // Whoever is refused before asks for no more.
  arrived.catch(() => {})

  return new Promise((resolve, reject) => {
    const stalled = (): void => {
      trouble ??= refuse(`Nothing of the form arrived for ${STALL_MS / 1_000} s.`)
      parser.destroy(trouble)
    }
    let timer = setTimeout(stalled, STALL_MS)
    request.on('data', () => {
      clearTimeout(timer)
      timer = setTimeout(stalled, STALL_MS)
    })
    const fail = (error: JobError): void => {
      clearTimeout(timer)
      trouble ??= error
      reject(error)
      miss(error)
    }
    // A name may be missing, whatever the types say.
    parser.on('field', (name: string | undefined, value, _isNameCut, isCut) => {
      if (isCut) trouble ??= refuse(`The field ${(name ?? '').slice(0, 40)} is longer than ${LIMITS.fieldSize} bytes.`)
      else if (name !== undefined) fields[name] = value
    })
    parser.on('fieldsLimit', () => (trouble ??= refuse(`The form has more than ${LIMITS.fields} fields.`)))
    parser.on('filesLimit', () => (trouble ??= refuse('The form holds several files.')))
    parser.on('file', (_field, file, name: string | undefined) => {
      if (trouble !== null) {
        file.resume()
        return fail(trouble)
      }
      // What fails midway must not take the connection with it: the answer goes the same way.
      const taken = new PassThrough()
      source = taken
      taken.on('error', () => {})
      const cut = (): void =>
        void taken.destroy(Object.assign(new Error('The form was cut off'), { code: 'ECONNRESET' }))
      file.on('error', cut)
      // Where nobody wants the file any more, the rest of it is thrown away.
      taken.once('close', () => file.resume())
      file.pipe(taken)
      resolve({
        fileName: name ?? '',
        file: taken,
        fields,
        rest: async () => {
          await arrived
          if (trouble !== null) throw trouble
        },
      })
    })
    parser.once('finish', () => {
      clearTimeout(timer)
      if (source === null) fail(trouble ?? refuse('The form holds no file.'))
      else arrive()
    })
    parser.once('error', () => {
      fail(trouble ?? refuse('The form is cut off or damaged.'))
      source?.destroy(Object.assign(new Error('The form was cut off'), { code: 'ECONNRESET' }))
    })
    request.once('close', () => {
      if (!request.complete) parser.destroy(new Error('The sender left'))
    })
    request.pipe(parser)
  })
}
