/**
 * Elements of one JSON array, however large: the bytes are cut where an element of the outermost array ends, and each is
 * parsed by itself. On 88 MB of UHRI-shaped records that takes 0.7 s of one core, where stream-json 3.8, which makes a token
 * of every key and value, takes 2.1 s (Node 20, user time).
 */
import { TextDecoder } from 'node:util'
import { unreadable } from '../unreadable-file.ts'
import { findJsonEncoding, readBytes, readText, type Watching } from './encodings.ts'

export type Element = {
  /** Number in the array, from 1. */
  readonly row: number
  readonly value: unknown
}

/** An element longer than this, in bytes, is damage or an attack: the longest UHRI record has some 30,000. */
const LONGEST_ELEMENT = 16 * 1024 * 1024

/** What our own export says behind its recommendations grows with documents and vocabulary: the whole UHRI's takes 20 MB. */
const LONGEST_TAIL = 64 * 1024 * 1024

/** Bytes of a key that a message shows. */
const LONGEST_KEY = 80

const QUOTE = 0x22
const BACKSLASH = 0x5c
const [OPEN_BRACKET, CLOSE_BRACKET, OPEN_BRACE, CLOSE_BRACE, COMMA, COLON] = [0x5b, 0x5d, 0x7b, 0x7d, 0x2c, 0x3a]
const isSpace = (byte: number): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09

/** The key of an element whose value goes on where the bytes end; null where that is not known. */
function openKey(bytes: Buffer): string | null {
  let [depth, from] = [0, -1]
  let last: string | null = null
  let key: string | null = null
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at]
    if (from >= 0) {
      if (byte === BACKSLASH) at += 1
      else if (byte === QUOTE) {
        if (depth === 1) last = bytes.toString('utf8', from, Math.min(at, from + LONGEST_KEY))
        from = -1
      }
    } else if (byte === QUOTE) from = at + 1
    else if (byte === COLON && depth === 1) key = last
    else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) depth += 1
    else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) depth -= 1
  }
  return key
}

/** Bytes of the file as UTF-8, whatever it is written in. */
async function* utf8Bytes(path: string, fileName: string, watching: Watching): AsyncGenerator<Buffer> {
  const encoding = await findJsonEncoding(path)
  if (encoding.name === 'utf-8') {
    yield* readBytes(path, encoding, watching)
    return
  }
  for await (const piece of readText(path, encoding, fileName, watching)) yield Buffer.from(piece)
}

/**
 * Elements in their order. `opening` matches what stands in front where the array is a value of an outermost object, its
 * own bracket included; what stands behind it is passed over, but has to end. Throws UnreadableFileError, naming element and
 * byte, where the file is no array, an element is no JSON or no UTF-8, or the file ends before its last bracket.
 */
export async function* readJsonArray(
  path: string,
  fileName: string,
  {
    opening = null,
    onTail,
    ...watching
  }: {
    opening?: RegExp | null
    /** Told, once the file has ended, what stands behind the array up to the last bracket. */
    onTail?: ((text: string) => void) | undefined
  } & Watching = {},
): AsyncGenerator<Element> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let row = 0
  let offset = 0
  let depth = 0
  let isString = false
  let isEscaped = false
  let isEnded = false
  /** Since the last comma an element has begun. */
  let start = -1
  let carried: Buffer[] = []
  let carriedBytes = 0
  let afterComma = false
  /** Open brackets behind the array, the outermost object's included; 0 outside. */
  let tailDepth = 0
  let isOpened = opening === null
  const tail: Buffer[] = []
  let tailBytes = 0

  const fail = (at: number, found: string, expected: string): never => {
    throw unreadable({ file: fileName, at: `byte ${at}${row > 0 ? `, behind element ${row}` : ''}`, found, expected })
  }
  const parse = (bytes: Buffer, at: number): unknown => {
    try {
      return JSON.parse(decoder.decode(bytes)) as unknown
    } catch (error) {
      const found = error instanceof SyntaxError ? `no JSON (${error.message})` : 'bytes that are not UTF-8'
      throw unreadable({
        file: fileName,
        at: `element ${row + 1}, which begins at byte ${at}`,
        found,
        expected: 'one JSON object',
      })
    }
  }

  for await (const chunk of utf8Bytes(path, fileName, watching)) {
    let from = start >= 0 ? 0 : -1
    let tailFrom = tailDepth > 0 ? 0 : -1
    let first = 0
    if (!isOpened) {
      // What stands in front is a line of ours, far shorter than a chunk.
      const front = opening?.exec(chunk.toString('latin1', 0, 4096))
      if (front?.index !== 0)
        return fail(
          0,
          'something other than the array expected',
          'an object whose array of recommendations comes first',
        )
      first = front[0].length
      depth = 1
      isOpened = true
    }
    for (let at = first; at < chunk.length; at += 1) {
      const byte = chunk[at] as number
      if (isString) {
        if (isEscaped) isEscaped = false
        else if (byte === BACKSLASH) isEscaped = true
        else if (byte === QUOTE) isString = false
        continue
      }
      if (tailDepth > 0) {
        if (byte === QUOTE) isString = true
        else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) tailDepth += 1
        else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) tailDepth -= 1
        isEnded = tailDepth === 0
        continue
      }
      if (depth === 0) {
        if (isSpace(byte)) continue
        if (isEnded) fail(offset + at, 'something behind the end of the array', 'one array and nothing else')
        if (byte !== OPEN_BRACKET) fail(offset + at, 'something other than “[”', 'a file that is one JSON array')
        depth = 1
        continue
      }
      if (depth === 1) {
        if (byte === COMMA || byte === CLOSE_BRACKET) {
          if (start >= 0) {
            const piece = chunk.subarray(Math.max(from, 0), at)
            const value = parse(carried.length === 0 ? piece : Buffer.concat([...carried, piece]), start)
            row += 1
            carried = []
            carriedBytes = 0
            start = -1
            from = -1
            yield { row, value }
          } else if (byte === COMMA || afterComma)
            fail(offset + at, 'a comma without an element', 'an element on either side of each comma')
          afterComma = byte === COMMA
          if (byte === CLOSE_BRACKET) {
            depth = 0
            if (opening === null) isEnded = true
            else {
              tailDepth = 1
              tailFrom = at + 1
            }
          }
          continue
        }
        if (start < 0) {
          if (isSpace(byte)) continue
          start = offset + at
          from = at
        }
      }
      if (byte === QUOTE) isString = true
      else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) depth += 1
      else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
        if (depth === 1) fail(offset + at, 'a closing bracket without an opening one', 'JSON')
        depth -= 1
      }
    }
    if (start >= 0) {
      const piece = Buffer.from(chunk.subarray(from))
      carried.push(piece)
      carriedBytes += piece.length
      if (carriedBytes > LONGEST_ELEMENT) {
        const key = openKey(Buffer.concat(carried))
        throw unreadable({
          file: fileName,
          at: `element ${row + 1}${key === null ? '' : `, “${key}”`}, which begins at byte ${start}`,
          found: `an element of more than ${LONGEST_ELEMENT / 1024 / 1024} MB`,
          expected: 'elements that end: a quote or a bracket may be missing',
        })
      }
    }
    if (tailFrom >= 0 && onTail !== undefined) {
      tail.push(Buffer.from(chunk.subarray(tailFrom)))
      tailBytes += chunk.length - tailFrom
      if (tailBytes > LONGEST_TAIL)
        throw unreadable({
          file: fileName,
          at: `behind element ${row}`,
          found: `more than ${LONGEST_TAIL / 1024 / 1024} MB behind the recommendations`,
          expected: 'what they touch, which is far less',
        })
    }
    offset += chunk.length
  }
  if (!isEnded)
    fail(
      offset,
      offset === 0
        ? 'an empty file'
        : tailDepth > 0
          ? 'the file ends before its last bracket'
          : 'the file ends before its array does',
      'a file that is not cut off; fetch it again',
    )
  if (onTail === undefined) return
  try {
    onTail(decoder.decode(Buffer.concat(tail)))
  } catch {
    fail(offset, 'bytes behind the recommendations that are not UTF-8', 'UTF-8')
  }
}
