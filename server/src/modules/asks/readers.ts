/** Asks, cut from the words that a statement gives: where one ends is a matter of language, not of the graph. */
import { asksOf, type Ask as Part } from '../../links/asks.ts'

type Ask = { readonly number: number; readonly text: string }
type Source = Readonly<Record<string, unknown>>
/** What a statement gives of a link: both texts, and passages pair by pair. */
type Linked = {
  readonly laterText: string | null
  readonly earlierText: string | null
  readonly laterPassages: readonly string[]
  readonly earlierPassages: readonly string[]
}

const numbered = ({ text }: Part, index: number): Ask => ({ number: index + 1, text })

/** `Recommendation.asks`. */
export const readAsks = (source: Source, key: string): unknown => {
  const text = source[key]
  return typeof text === 'string' ? asksOf(text).map(numbered) : []
}

/** The ask that a passage stands in: where it begins. Null where the text has changed since. */
function askOf(text: string, passage: string): Ask | null {
  const at = text.indexOf(passage)
  if (at < 0) return null
  const asks = asksOf(text)
  const index = asks.findIndex(({ start, end }) => at >= start && at < end)
  const found = asks[index]
  return found === undefined ? null : numbered(found, index)
}

/** `SimilarEdge.asks`: each pair of asks once. */
export const readAskMatches = (source: Source, key: string): unknown => {
  const { laterText, earlierText, laterPassages, earlierPassages } = source[key] as Linked
  const pairs = new Map<string, { laterAsk: Ask; earlierAsk: Ask }>()
  laterPassages.forEach((passage, index) => {
    const laterAsk = askOf(laterText ?? '', passage)
    const earlierAsk = askOf(earlierText ?? '', earlierPassages[index] ?? '')
    if (laterAsk === null || earlierAsk === null) return
    const pair = `${laterAsk.number} ${earlierAsk.number}`
    if (!pairs.has(pair)) pairs.set(pair, { laterAsk, earlierAsk })
  })
  return [...pairs.values()]
}
