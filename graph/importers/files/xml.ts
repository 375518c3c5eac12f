/** XML read as it streams by: a part of an Office file is never held whole. */
import type { Readable } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'
import { SaxesParser } from 'saxes'
import { unreadable } from '../unreadable-file.ts'

export type XmlHandlers = {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly close: (name: string) => void
  readonly text: (text: string) => void
}

/** A text node longer than this, in characters, is damage or an attack: a cell holds 32,767 at most. */
const LONGEST_TEXT = 4_000_000

/**
 * Walks the elements of one part, their namespace prefixes kept. What the handlers have gathered is handed on after each
 * chunk by way of the generator's `yield`. Throws UnreadableFileError, naming part, line and column, at XML that is not whole.
 */
export async function* walkXml(
  part: Readable,
  {
    file,
    name,
    signal,
    placeOf = () => null,
  }: {
    file: string
    name: string
    signal?: AbortSignal | undefined
    /** Where a person finds what is being read, if that is known; else part, line and column are named. */
    placeOf?: () => string | null | Promise<string | null>
  },
  { open, close, text }: XmlHandlers,
): AsyncGenerator<void> {
  const parser = new SaxesParser({ position: true })
  const fail = (found: string, place: string | null = null): never => {
    throw unreadable({
      file,
      at: place ?? `${name}, line ${parser.line}, column ${parser.columnIndex + 1}`,
      found,
      expected: 'an Office file as its program saved it',
    })
  }
  parser.on('error', (error) => fail(`damaged XML (${error.message.replace(/^\d+:\d+: /, '').replace(/\.$/, '')})`))
  // Entities of one's own are the bomb of XML, and no Office program writes them.
  parser.on('doctype', () => fail('a document type, which Office files never have'))
  parser.on('opentag', (tag) => open(tag.name, tag.attributes as Record<string, string>))
  parser.on('closetag', (tag) => close(tag.name))
  parser.on('text', text)
  const decoder = new StringDecoder('utf8')
  let sinceTag = 0
  for await (const chunk of part) {
    signal?.throwIfAborted()
    const piece = decoder.write(chunk as Buffer)
    const tag = piece.lastIndexOf('<')
    sinceTag = tag < 0 ? sinceTag + piece.length : piece.length - tag
    if (sinceTag > LONGEST_TEXT)
      fail(`one value of more than ${LONGEST_TEXT.toLocaleString('en')} characters`, await placeOf())
    parser.write(piece)
    yield
  }
  parser.write(decoder.end()).close()
  yield
}
