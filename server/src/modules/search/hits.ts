/**
 * The full-text hits of texts, found from the index `search` once per statement however often the statement speaks of them.
 *
 * Two ways to read them: `all`, every hit, for counts, facets and conditions; `ranked`, the best of them in order, for a
 * page. The order is that of the index's score. Neo4j gives the best few without fetching the others, but which of equal
 * score those are depends on how many are asked for: a page therefore always asks for the same number (`BLOCK`), puts
 * those in order by score and id, and only where they do not suffice fetches the others and goes on from them.
 */
import type { Composer } from '../../cypher/composer.ts'
import { parseSearchText, type SearchQuery } from './query.ts'

/** Hits fetched for a page at first: enough for the largest page and one more. */
const BLOCK = 101

export type Hits = {
  readonly queries: readonly SearchQuery[]
  /** Variable of every node found. Its statement is added when it is first asked for. */
  all(): string
  /**
   * Variable of a list of [node, score], best first, with at least `count` of those that satisfy `condition` where there
   * are so many.
   */
  ranked(condition: (node: string) => string, count: number): string
  /** Expression: whether nothing matched as it was typed and typing errors were forgiven. */
  isCorrected(): string
  /** Expression: what the best few are found by, from which the words that were found are read. */
  correctionTexts(): string
}

const call = (lucene: string, limit?: string): string =>
  `CALL db.index.fulltext.queryNodes('search', ${lucene}${limit === undefined ? '' : `, {limit: ${limit}}`}) YIELD node, score`

/**
 * Goes on with `wanted`, once where a condition holds and not at all elsewhere. Subqueries are given such scalars and no
 * lists of hits: Neo4j measures what it brings in again for every row (a third of the time of a search).
 */
const onlyIf = (condition: string, value: string): string =>
  `UNWIND CASE WHEN ${condition} THEN [${value}] ELSE [] END AS wanted`

/** The hits that match every one of the texts; null where one of them asks for nothing. */
export function composeHits(
  composer: Composer,
  texts: readonly string[],
  options: { readonly asYouType?: boolean } = {},
): Hits | null {
  const queries = texts.map((text) => parseSearchText(text, options))
  const exact = queries.map(({ lucene }) => lucene)
  if (exact.includes(null)) return null
  const every = (parts: readonly (string | null)[]): string =>
    parts.length === 1 ? (parts[0] ?? '') : parts.map((part) => `+(${part ?? ''})`).join(' ')
  // Empty where nothing is to be forgiven: the statement stays the same, and with it its plan.
  const isForgivable = queries.some(({ forgiving }) => forgiving !== null)
  const lucene = composer.parameter(every(exact))
  const forgiving = composer.parameter(
    isForgivable ? every(queries.map((query) => query.forgiving ?? query.lucene)) : '',
  )
  const block = composer.parameter(BLOCK)
  let few: { readonly best: string; readonly asked: string } | undefined
  let all: string | undefined

  /** The best by score, those with typing errors forgiven where there are none, and what found them. */
  const first = (): { readonly best: string; readonly asked: string } => {
    if (few !== undefined) return few
    const found = composer.variable('found')
    const forgiven = composer.variable('forgiven')
    few = { best: composer.variable('best'), asked: composer.variable('asked') }
    const isNone = composer.variable('isNone')
    composer.prelude(
      `CALL () { ${call(lucene, block)} RETURN collect([node, score]) AS ${found} }\n` +
        `WITH *, size(${found}) = 0 AND ${forgiving} <> '' AS ${isNone}\n` +
        `CALL (${isNone}) { ${onlyIf(isNone, forgiving)} ${call('wanted', block)} RETURN collect([node, score]) AS ${forgiven} }\n` +
        `WITH *, ${found} + ${forgiven} AS ${few.best}, CASE WHEN size(${forgiven}) > 0 THEN ${forgiving} ELSE ${lucene} END AS ${few.asked}`,
      [few.best, few.asked],
    )
    return few
  }

  return {
    queries,
    all: () => {
      if (all !== undefined) return all
      const { best, asked } = first()
      all = composer.variable('hits')
      // The index is asked again only where the few are not all there is.
      const isFull = composer.variable('isFull')
      composer.prelude(
        `WITH *, size(${best}) = ${block} AS ${isFull}\n` +
          `CALL (${isFull}, ${asked}) { ${onlyIf(isFull, asked)} ${call('wanted')} RETURN collect(node) AS more${all} }\n` +
          `WITH *, CASE WHEN ${isFull} THEN more${all} ELSE [hit IN ${best} | hit[0]] END AS ${all}`,
        [all],
      )
      return all
    },
    ranked: (condition, count) => {
      const { best, asked } = first()
      const [kept, rest, ranked] = [composer.variable('kept'), composer.variable('rest'), composer.variable('ranked')]
      const needed = composer.bound(count)
      const where = condition('m')
      const isShort = composer.variable('isShort')
      const ofFew =
        `UNWIND ${best} AS hit WITH *, hit[0] AS m WHERE ${where} WITH m, hit[1] AS score ORDER BY score DESC, m.id LIMIT ${needed} ` +
        `RETURN collect([m, score]) AS ${kept}`
      const ofOthers =
        `${onlyIf(isShort, asked)} CALL (wanted) { ${call('wanted', block)} RETURN collect(node) AS known } ` +
        `${call('wanted')} WITH *, node AS m WHERE NOT m IN known AND ${where} ` +
        `WITH m, score ORDER BY score DESC, m.id LIMIT ${needed} RETURN collect([m, score]) AS ${rest}`
      composer.prelude(
        `CALL (${composer.imports(ofFew)}) { ${ofFew} }\n` +
          `WITH *, size(${best}) = ${block} AND size(${kept}) < ${needed} AS ${isShort}\n` +
          `CALL (${[composer.imports(ofOthers), isShort].filter((one) => one !== '').join(', ')}) { ${ofOthers} }\n` +
          `WITH *, ${kept} + ${rest} AS ${ranked}`,
        [ranked],
      )
      return ranked
    },
    isCorrected: () => `(${first().asked} <> ${lucene})`,
    correctionTexts: () =>
      `[hit IN ${first().best}[..20] | coalesce(hit[0].searchText, '') + ' ' + coalesce(hit[0].searchName, '') + ' ' + ` +
      `coalesce(hit[0].searchTheme, '') + ' ' + coalesce(hit[0].searchKm, '')]`,
  }
}
