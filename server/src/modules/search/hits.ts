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
   * Variable of a list of {node, score}, best first, with at least `count` of those that satisfy `condition` where there
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
    composer.prelude(
      `CALL () { ${call(lucene, block)} RETURN collect({node: node, score: score}) AS ${found} }\n` +
        `CALL (${found}) { WITH ${found} WHERE size(${found}) = 0 AND ${forgiving} <> '' ${call(forgiving, block)} ` +
        `RETURN collect({node: node, score: score}) AS ${forgiven} }\n` +
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
      composer.prelude(
        `CALL (${best}, ${asked}) { WITH * WHERE size(${best}) = ${block} ${call(asked)} RETURN collect(node) AS more${all} }\n` +
          `WITH *, CASE WHEN size(${best}) = ${block} THEN more${all} ELSE [hit IN ${best} | hit.node] END AS ${all}`,
        [all],
      )
      return all
    },
    ranked: (condition, count) => {
      const { best, asked } = first()
      const [kept, rest, ranked] = [composer.variable('kept'), composer.variable('rest'), composer.variable('ranked')]
      const needed = composer.parameter(count)
      const where = condition('m')
      const ofFew =
        `UNWIND ${best} AS hit WITH *, hit.node AS m WHERE ${where} WITH m, hit.score AS score ORDER BY score DESC, m.id ` +
        `RETURN collect({node: m, score: score}) AS ${kept}`
      const ofOthers =
        `WITH * WHERE size(${best}) = ${block} AND size(${kept}) < ${needed} ` +
        `WITH *, [hit IN ${best} | hit.node] AS known ${call(asked)} WITH *, node AS m WHERE NOT m IN known AND ${where} ` +
        `WITH m, score ORDER BY score DESC, m.id LIMIT ${needed} RETURN collect({node: m, score: score}) AS ${rest}`
      composer.prelude(
        `CALL (${composer.imports(ofFew)}) { ${ofFew} }\n` +
          `CALL (${composer.imports(ofOthers)}, ${kept}) { ${ofOthers} }\n` +
          `WITH *, ${kept} + ${rest} AS ${ranked}`,
        [ranked],
      )
      return ranked
    },
    isCorrected: () => `(${first().asked} <> ${lucene})`,
    correctionTexts: () =>
      `[hit IN ${first().best}[..20] | coalesce(hit.node.searchText, '') + ' ' + coalesce(hit.node.searchName, '') + ' ' + ` +
      `coalesce(hit.node.searchTheme, '') + ' ' + coalesce(hit.node.searchKm, '')]`,
  }
}
