/**
 * In which encoding a text file is written: by its byte order mark, else by what its bytes can be. What the bytes leave open
 * is decided by the words around them, and comes back as a doubt that a person can check.
 */
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { TextDecoder } from 'node:util'
import iconv from 'iconv-lite'
import type { OnShare } from '../records.ts'
import { unreadable } from '../unreadable-file.ts'

export type EncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'macintosh'

export type Encoding = {
  readonly name: EncodingName
  /** Bytes of the byte order mark in front. */
  readonly markLength: number
  /** What a person should check; null where the bytes leave no choice. */
  readonly doubt: string | null
}

const CHUNK = 1 << 20
/** Signs of a legacy encoding that are weighed, at most; the first ones tell as well as all. */
const WEIGHED = 5_000
const LEGACY = ['windows-1252', 'macintosh'] as const

const markOf = (head: Uint8Array): Encoding | null => {
  const [first, second, third] = head
  if (first === 0xef && second === 0xbb && third === 0xbf) return { name: 'utf-8', markLength: 3, doubt: null }
  if (first === 0xff && second === 0xfe) return { name: 'utf-16le', markLength: 2, doubt: null }
  if (first === 0xfe && second === 0xff) return { name: 'utf-16be', markLength: 2, doubt: null }
  return null
}

/** First bytes of a file, at most `length`. */
export async function headOf(path: string, length = 64 * 1024): Promise<Buffer> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** UTF-16 without a mark: every other byte of Latin text is zero. */
function unmarkedUtf16(head: Uint8Array): Encoding | null {
  let even = 0
  let odd = 0
  for (let at = 0; at < head.length; at += 1) {
    if (head[at] !== 0) continue
    if (at % 2 === 0) even += 1
    else odd += 1
  }
  const half = head.length / 2
  if (odd > half * 0.4 && even < half * 0.05) return { name: 'utf-16le', markLength: 0, doubt: null }
  if (even > half * 0.4 && odd < half * 0.05) return { name: 'utf-16be', markLength: 0, doubt: null }
  return null
}

/** Bytes that begin a UTF-8 sequence of so many bytes; 0 where none begins so. */
const lengthOf = (lead: number): number =>
  lead < 0x80
    ? 1
    : lead >= 0xc2 && lead < 0xe0
      ? 2
      : lead >= 0xe0 && lead < 0xf0
        ? 3
        : lead >= 0xf0 && lead < 0xf5
          ? 4
          : 0

type Survey = {
  /** Sequences of several bytes that are UTF-8. */
  sequences: number
  /** Offset and line of the first byte that is not UTF-8. */
  firstBad: { readonly offset: number; readonly line: number } | null
  /** Byte 0, which no text holds: offset and line of the first. */
  firstZero: { readonly offset: number; readonly line: number } | null
  /** A byte that is not ASCII with the two on either side, as Latin-1. */
  readonly samples: string[]
}

async function survey(path: string, signal: AbortSignal | undefined): Promise<Survey> {
  const found: Survey = { sequences: 0, firstBad: null, firstZero: null, samples: [] }
  let offset = 0
  let line = 1
  let before = -1
  /** Looks at the bytes from the first on, and returns how many it has done with. */
  const look = (bytes: Buffer, isLast: boolean): number => {
    let at = 0
    while (at < bytes.length) {
      const byte = bytes[at] as number
      if (byte < 0x80) {
        if (byte === 0x0a ? before !== 0x0d : byte === 0x0d) line += 1
        if (byte === 0) found.firstZero ??= { offset: offset + at, line }
        before = byte
        at += 1
        continue
      }
      // A sequence, and the neighbours of a sign, may go on in the next chunk.
      if (bytes.length - at < 4 && !isLast) return at
      const length = lengthOf(byte)
      let isSequence = length > 1
      for (let next = 1; next < length; next += 1) if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) isSequence = false
      if (isSequence) found.sequences += 1
      else {
        found.firstBad ??= { offset: offset + at, line }
        if (found.samples.length < WEIGHED) found.samples.push(bytes.toString('latin1', Math.max(0, at - 2), at + 3))
      }
      before = byte
      at += isSequence ? length : 1
    }
    return at
  }
  let carried = Buffer.alloc(0)
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK, signal })) {
    const bytes = carried.length === 0 ? (chunk as Buffer) : Buffer.concat([carried, chunk as Buffer])
    const done = look(bytes, false)
    offset += done
    carried = Buffer.from(bytes.subarray(done))
  }
  look(carried, true)
  return found
}

/** How well a sign sits between its neighbours: letters in words, capitals at their beginning, quotes and dashes at their edges. */
function plausibility(sample: string, encoding: (typeof LEGACY)[number]): number {
  const text = iconv.decode(Buffer.from(sample, 'latin1'), encoding)
  // Samples hold two signs in front but at the very beginning of a chunk, where the sign itself may come first.
  const middle = Math.min(2, text.length - 1)
  const sign = text[middle] ?? ''
  const before = text[middle - 1] ?? ' '
  const after = text[middle + 1] ?? ' '
  if (/[\uFFFD\u0080-\u009F]/.test(sign)) return -8
  if (/\p{Ll}/u.test(sign)) return /\p{L}/u.test(before + after) ? 2 : 0
  // A capital after a small letter, or between two, is no word of ours: "HabrŽ".
  if (/\p{Lu}/u.test(sign)) return /\p{Ll}/u.test(before) ? -4 : /\p{L}/u.test(after) ? 1 : -1
  if (/[\u2018\u2019\u201C\u201D\u2013\u2014\u2026\u00A0\u2022\u00AB\u00BB]/.test(sign)) return 2
  return /\p{L}/u.test(before) && /\p{L}/u.test(after) ? -3 : 0
}

/**
 * Finds the encoding of a text file, reading it once. Throws UnreadableFileError where its bytes are no text in any encoding
 * known here, or two encodings mixed.
 */
export async function findEncoding(path: string, fileName: string, signal?: AbortSignal): Promise<Encoding> {
  const head = await headOf(path)
  const certain = markOf(head) ?? unmarkedUtf16(head)
  if (certain !== null && certain.name !== 'utf-8') return certain

  const { sequences, firstBad, firstZero, samples } = await survey(path, signal)
  if (firstZero !== null)
    throw unreadable({
      file: fileName,
      at: `line ${firstZero.line}, byte ${firstZero.offset}`,
      found: 'a zero byte, which no text holds',
      expected: 'a text file in UTF-8, UTF-16, Windows-1252 or Mac Roman',
    })
  if (firstBad === null) return certain ?? { name: 'utf-8', markLength: 0, doubt: null }
  if (certain !== null || sequences > 0)
    throw unreadable({
      file: fileName,
      at: `line ${firstBad.line}, byte ${firstBad.offset}`,
      found: `a byte that is not UTF-8 in a file that is otherwise UTF-8${certain === null ? ` (${sequences} signs of it elsewhere)` : ' by its byte order mark'}`,
      expected: 'one encoding from start to end; save the file again as UTF-8',
    })
  const [windows = 0, mac = 0] = LEGACY.map((name) =>
    samples.reduce((sum, sample) => sum + plausibility(sample, name), 0),
  )
  const name = mac > windows ? 'macintosh' : 'windows-1252'
  const title = name === 'macintosh' ? 'Mac Roman' : 'Windows-1252'
  const sample = iconv.decode(Buffer.from(samples[0] ?? '', 'latin1'), name)
  return {
    name,
    markLength: 0,
    doubt: `The file is not UTF-8 and is read as ${title}${mac === windows ? ', though nothing in it tells this from Mac Roman' : ''}: line ${firstBad.line} reads “${sample}”. If that is wrong, save the file as UTF-8.`,
  }
}

/** What goes on beside the reading of a file: it can be stopped, and says how far it is. */
export type Watching = { readonly signal?: AbortSignal | undefined; readonly onShare?: OnShare | undefined }

/** Bytes of a text file behind its byte order mark, chunk by chunk; a chunk counts as read when the next is asked for. */
export async function* readBytes(
  path: string,
  { markLength }: Encoding,
  { signal, onShare }: Watching = {},
): AsyncGenerator<Buffer> {
  const { size } = await stat(path)
  let done = markLength
  for await (const chunk of createReadStream(path, { start: markLength, highWaterMark: CHUNK, signal })) {
    yield chunk as Buffer
    done += (chunk as Buffer).length
    onShare?.(done / size)
  }
}

/** Text of a file, piece by piece, without its byte order mark. Throws UnreadableFileError at bytes that are not its encoding. */
export async function* readText(
  path: string,
  encoding: Encoding,
  fileName: string,
  watching: Watching = {},
): AsyncGenerator<string> {
  const isLegacy = encoding.name === 'windows-1252' || encoding.name === 'macintosh'
  const fatal = isLegacy ? null : new TextDecoder(encoding.name, { fatal: true })
  const decoder = isLegacy ? iconv.getDecoder(encoding.name) : null
  let offset = encoding.markLength
  try {
    for await (const chunk of readBytes(path, encoding, watching)) {
      const text = fatal !== null ? fatal.decode(chunk, { stream: true }) : (decoder?.write(chunk) ?? '')
      offset += chunk.length
      if (text !== '') yield text
    }
    const end = fatal !== null ? fatal.decode() : (decoder?.end() ?? '')
    if (end !== '') yield end
  } catch (error) {
    if (error instanceof TypeError)
      throw unreadable({
        file: fileName,
        at: `after byte ${offset}`,
        found: `bytes that are not ${encoding.name.toUpperCase()}`,
        expected: 'one encoding from start to end, and a file that is not cut off',
      })
    throw error
  }
}

/** Encoding of a JSON file, which is UTF-8 unless a mark or zero bytes say UTF-16 (RFC 8259); validity shows in reading. */
export async function findJsonEncoding(path: string): Promise<Encoding> {
  const head = await headOf(path)
  return markOf(head) ?? unmarkedUtf16(head) ?? { name: 'utf-8', markLength: 0, doubt: null }
}
