/** Wordings made comparable: the same recommendation printed by two sources differs in signs, quotes, case and spaces. */
import { createHash } from 'node:crypto'
import { fold } from '../../text/index.ts'

/** The words of a text, folded, one space between: what two printings of one wording have in common. */
export function comparableWording(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
}

/** Twenty hexadecimal digits that two printings of one wording share. */
export const wordingHash = (text: string): string => shortHash(comparableWording(text))

/** Twenty hexadecimal digits (80 bits) of a text's SHA-256: no two of a million texts meet by chance. */
export const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 20)

/** Share of words two comparable wordings have in common, 0 to 1 (Jaccard). */
export function likeness(a: string, b: string): number {
  const [left, right] = [new Set(a.split(' ')), new Set(b.split(' '))]
  let common = 0
  for (const word of left) if (right.has(word)) common += 1
  const all = left.size + right.size - common
  return all === 0 ? 0 : common / all
}
