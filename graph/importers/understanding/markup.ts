/** Text as people read it: no HTML, no entities, no signs that are not seen. */
import { Parser } from 'htmlparser2'

/** Elements that begin a new line. */
const BLOCKS = new Set([
  'p',
  'br',
  'div',
  'li',
  'ul',
  'ol',
  'tr',
  'table',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'blockquote',
])
/** Elements whose content is no text. */
const HIDDEN = new Set(['script', 'style', 'template', 'head'])
const ENTITY = /&(?:#\d+|#x[0-9a-f]+|[a-z][a-z0-9]+);/i

function withoutTags(html: string): string {
  let text = ''
  let hidden = 0
  const parser = new Parser(
    {
      onopentagname: (name) => {
        if (HIDDEN.has(name)) hidden += 1
        if (BLOCKS.has(name)) text += '\n'
      },
      onclosetag: (name) => {
        if (HIDDEN.has(name)) hidden -= 1
        if (BLOCKS.has(name)) text += '\n'
      },
      ontext: (part) => {
        if (hidden === 0) text += part
      },
    },
    { decodeEntities: true },
  )
  parser.end(html)
  return text
}

/**
 * Plain text of what may hold HTML. Entities encoded twice ("&amp;quot;") are decoded twice. Lines end in "\n"; other white
 * space is one space; soft hyphens, zero-width signs and control characters are gone.
 */
export function plainText(printed: string): string {
  let text = printed
  if (/<[a-z/!]|&/i.test(text)) text = withoutTags(text)
  if (ENTITY.test(text)) text = withoutTags(text)
  return (
    text
      // The zero-width space stays: Khmer is written with it.
      .replace(/[\u00AD\u2060\uFEFF\u200C\u200D]/g, '')
      .replace(/\r\n?/g, '\n')
      .replace(/(?![\t\n])\p{Cc}/gu, ' ')
      .replace(/[^\S\n]+/g, ' ')
      .replace(/ ?\n[ \n]*/g, '\n')
      .trim()
  )
}
