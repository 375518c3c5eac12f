/** A text cut into passages that are lit and what stands between them. Pure. */

export type Part = { readonly text: string; readonly isMatch: boolean }

/**
 * The whole text in parts, in order. A passage that the text does not hold (it was changed since) is not lit; passages
 * that overlap are lit as one.
 */
export function partsOf(text: string, passages: readonly string[]): Part[] {
  const spans = passages
    .filter((passage) => passage !== '')
    .map((passage) => ({ start: text.indexOf(passage), length: passage.length }))
    .filter(({ start }) => start >= 0)
    .map(({ start, length }) => ({ start, end: start + length }))
    .sort((a, b) => a.start - b.start || a.end - b.end)
  const parts: Part[] = []
  let at = 0
  for (const { start, end } of spans) {
    if (end <= at) continue
    const last = parts.at(-1)
    if (start > at) parts.push({ text: text.slice(at, start), isMatch: false })
    const lit = text.slice(Math.max(start, at), end)
    if (start < at && last?.isMatch === true) parts[parts.length - 1] = { text: last.text + lit, isMatch: true }
    else parts.push({ text: lit, isMatch: true })
    at = end
  }
  if (at < text.length || parts.length === 0) parts.push({ text: text.slice(at), isMatch: false })
  return parts
}
