/** Parts of a zip file (XLSX, DOCX) as streams, checked against their sums and against bombs. */
import { Transform, pipeline, type Readable } from 'node:stream'
import { crc32 } from 'node:zlib'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { unreadable } from '../unreadable-file.ts'

/** A part that unpacks to less than this is never a bomb. */
const HARMLESS_BYTES = 64 * 1024 * 1024
/** XML of large sheets packs 10 to 40 to 1; a bomb a thousand to one. */
const HIGHEST_RATIO = 200
/** Four times the sheet of the whole UHRI, 268,000 rows in some 900 MB of XML. */
const MOST_BYTES = 4 * 1024 * 1024 * 1024
/** A workbook has some twenty parts, a thematic list too. */
const MOST_PARTS = 10_000

export type Zip = {
  readonly names: readonly string[]
  /**
   * The unpacked part, whose bytes are counted as they go by; its stream fails with UnreadableFileError at damage. Null where the zip
   * has no such part.
   */
  part(name: string, onBytes?: (bytes: number) => void): Promise<Readable | null>
  /** Bytes of a part unpacked, as the zip says; 0 where it has no such part. */
  sizeOf(name: string): number
  close(): void
}

const WHOLE = 'a whole zip file; fetch or save the file again'

/** Opens a zip. Throws UnreadableFileError where it is none, is cut off, or is encrypted. */
export async function openZip(path: string, fileName: string): Promise<Zip> {
  const damaged = (error: Error): Error =>
    'syscall' in error
      ? error
      : unreadable({ file: fileName, at: null, found: `a damaged zip (${error.message})`, expected: WHOLE })

  const entries = new Map<string, Entry>()
  const zip = await new Promise<ZipFile>((resolve, reject) => {
    yauzl.open(path, { lazyEntries: true, autoClose: false }, (error, opened) => {
      if (error) return reject(damaged(error))
      opened.on('error', (problem: Error) => {
        opened.close()
        reject(damaged(problem))
      })
      opened.on('entry', (entry: Entry) => {
        entries.set(entry.fileName, entry)
        if (entries.size > MOST_PARTS) {
          opened.close()
          reject(damaged(new Error(`more than ${MOST_PARTS} parts`)))
        } else opened.readEntry()
      })
      opened.on('end', () => resolve(opened))
      opened.readEntry()
    })
  })

  return {
    names: [...entries.keys()],
    close: () => zip.close(),
    sizeOf: (name) => entries.get(name)?.uncompressedSize ?? 0,
    part: async (name, onBytes) => {
      const entry = entries.get(name)
      if (entry === undefined) return null
      if (entry.isEncrypted())
        throw unreadable({
          file: fileName,
          at: name,
          found: 'a part locked by a password',
          expected: 'a file without a password',
        })
      const packed = await new Promise<Readable>((resolve, reject) => {
        zip.openReadStream(entry, (error, stream) => (error ? reject(damaged(error)) : resolve(stream)))
      })
      let bytes = 0
      let sum = 0
      const checked = new Transform({
        transform(chunk: Buffer, _, done) {
          bytes += chunk.length
          onBytes?.(chunk.length)
          sum = crc32(chunk, sum)
          const ratio = bytes / Math.max(1, entry.compressedSize)
          if (bytes > MOST_BYTES || (bytes > HARMLESS_BYTES && ratio > HIGHEST_RATIO))
            done(
              unreadable({
                file: fileName,
                at: name,
                found: `a part that unpacks to ${Math.round(ratio)} times its size (${Math.round(bytes / 1024 / 1024)} MB so far): a zip bomb`,
                expected: `at most ${HIGHEST_RATIO} times its size and ${MOST_BYTES / 1024 / 1024} MB`,
              }),
            )
          else done(null, chunk)
        },
        flush(done) {
          if (sum === entry.crc32) done()
          else
            done(
              unreadable({
                file: fileName,
                at: name,
                found: 'content that does not match its checksum',
                expected: WHOLE,
              }),
            )
        },
      })
      packed.on('error', (error) => checked.destroy(damaged(error)))
      return pipeline(packed, checked, () => undefined)
    },
  }
}
