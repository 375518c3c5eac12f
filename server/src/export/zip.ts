/**
 * A ZIP archive written as it goes (PKWARE APPNOTE 6.3.10): sizes follow each file, the directory comes last, nothing is
 * held but names. Files of more than 4 GB would need another layout; they are refused.
 */
import { pipeline } from 'node:stream/promises'
import { crc32, createDeflateRaw } from 'node:zlib'
import { DEFLATE_LEVEL, type Deflated } from './spool.ts'

export type ZipFile =
  | { readonly name: string; readonly chunks: AsyncIterable<string | Uint8Array> | Iterable<string> }
  /** Deflated already. */
  | { readonly name: string; readonly deflated: AsyncIterable<Uint8Array>; readonly figures: Deflated }

type Entry = Deflated & { readonly name: Buffer; readonly offset: number; readonly flags: number }

const MAX = 0xffff_ffff
/** Sizes follow the file; names are UTF-8. */
const STREAMED = 0x0808
const KNOWN = 0x0800
const VERSION = 20
const DEFLATED = 8
/** 1980-01-01, the first day the format knows: the same content gives the same archive. */
const DATE = 0x0021

function record(signature: number, ...fields: readonly (readonly [bytes: 2 | 4, value: number])[]): Buffer {
  const buffer = Buffer.alloc(4 + fields.reduce((sum, [bytes]) => sum + bytes, 0))
  let at = buffer.writeUInt32LE(signature)
  for (const [bytes, value] of fields)
    at = bytes === 2 ? buffer.writeUInt16LE(value, at) : buffer.writeUInt32LE(value, at)
  return buffer
}

const common = ({ flags, crc, size, deflatedSize, name }: Omit<Entry, 'offset'>): (readonly [2 | 4, number])[] => [
  [2, VERSION],
  [2, flags],
  [2, DEFLATED],
  [2, 0],
  [2, DATE],
  [4, crc],
  [4, deflatedSize],
  [4, size],
  [2, name.length],
  [2, 0],
]

/** The archive of files given one after the other; a file's content is asked for when its turn has come. */
export async function* zip(files: AsyncIterable<ZipFile>): AsyncGenerator<Uint8Array, void, undefined> {
  const entries: Entry[] = []
  let offset = 0
  for await (const file of files) {
    const name = Buffer.from(file.name)
    const start = offset
    let figures: Deflated = { crc: 0, size: 0, deflatedSize: 0 }
    const flags = 'chunks' in file ? STREAMED : KNOWN
    if ('figures' in file) figures = file.figures
    const header = Buffer.concat([record(0x0403_4b50, ...common({ ...figures, flags, name })), name])
    yield header
    offset += header.length
    if ('chunks' in file) {
      let [crc, size, deflatedSize] = [0, 0, 0]
      const deflate = createDeflateRaw({ level: DEFLATE_LEVEL })
      const { chunks } = file
      const reading = pipeline(async function* () {
        for await (const chunk of chunks) {
          const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
          crc = crc32(bytes, crc)
          size += bytes.length
          yield bytes
        }
      }, deflate)
      // The failure comes out of the loop below.
      reading.catch(() => {})
      for await (const chunk of deflate as AsyncIterable<Buffer>) {
        deflatedSize += chunk.length
        yield chunk
      }
      await reading
      figures = { crc, size, deflatedSize }
    } else for await (const chunk of file.deflated) yield chunk
    offset += figures.deflatedSize
    if (figures.size > MAX || offset > MAX)
      throw new Error(`${file.name} makes the archive larger than 4 GB, which this format does not hold`)
    if ('chunks' in file) {
      const sizes = record(0x0807_4b50, [4, figures.crc], [4, figures.deflatedSize], [4, figures.size])
      yield sizes
      offset += sizes.length
    }
    entries.push({ name, flags, offset: start, ...figures })
  }
  const directory = entries.map((entry) =>
    Buffer.concat([
      record(0x0201_4b50, [2, VERSION], ...common(entry), [2, 0], [2, 0], [2, 0], [4, 0], [4, entry.offset]),
      entry.name,
    ]),
  )
  const directorySize = directory.reduce((sum, { length }) => sum + length, 0)
  yield Buffer.concat([
    ...directory,
    record(
      0x0605_4b50,
      [2, 0],
      [2, 0],
      [2, entries.length],
      [2, entries.length],
      [4, directorySize],
      [4, offset],
      [2, 0],
    ),
  ])
}
