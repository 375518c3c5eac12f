/** The full-text hits of a text, found once per statement however often the statement speaks of them. */
import type { Composer } from '../../cypher/composer.ts'
import { parseSearchText, type SearchQuery } from './query.ts'

export type Hits = {
  /** Variable of the list of nodes found. */
  readonly nodes: string
  /** Variable of a list of {node, score}, best first. */
  readonly scored: string
  readonly query: SearchQuery
}

/** A common word in a large graph finds no more than this: the best, by the index's own order. */
const MAX_HITS = 5_000

/**
 * Adds the search to the statement and names its results; null where the text asks for nothing.
 * Where nothing matches exactly, typing errors are forgiven. Indexes: search_en (stems), search_words (beginnings and
 * typing errors), search_km.
 */
export function composeHits(composer: Composer, text: string): Hits | null {
  const query = parseSearchText(text)
  if (query.english === null && query.khmer === null) return null
  const call = (index: string, lucene: string): string =>
    `CALL db.index.fulltext.queryNodes('${index}', ${composer.parameter(lucene)}, {limit: ${composer.parameter(MAX_HITS)}}) YIELD node, score RETURN node, score`
  const calls = [
    ...(query.english === null ? [] : [call('search_en', query.english)]),
    ...(query.words === null ? [] : [call('search_words', query.words)]),
    ...(query.khmer === null ? [] : [call('search_km', query.khmer)]),
  ]
  const found = composer.variable('found')
  const fuzzy = composer.variable('fuzzy')
  const scored = composer.variable('scored')
  const nodes = composer.variable('hits')
  const exact = composer.parameter(query.exact)
  // An exact symbol, acronym, code or name comes before words in a text.
  const boost =
    `CASE WHEN ${exact} IN [toLower(node.symbol), toLower(node.acronym), toLower(node.code), toLower(node.name), toLower(node.nameKm)] THEN 100.0 ` +
    `WHEN toLower(coalesce(node.name, '')) STARTS WITH ${exact} THEN 2.0 ELSE 0.0 END`
  composer.prelude(
    `CALL () { CALL () { ${calls.join(' UNION ALL ')} } WITH node, max(score) AS score RETURN collect({node: node, score: score + ${boost}}) AS ${found} }`,
  )
  composer.prelude(
    query.fuzzy === null
      ? `WITH *, [] AS ${fuzzy}`
      : `CALL (${found}) { WITH ${found} WHERE size(${found}) = 0 CALL db.index.fulltext.queryNodes('search_words', ${composer.parameter(query.fuzzy)}, {limit: 200}) YIELD node, score ` +
          `RETURN collect({node: node, score: score}) AS ${fuzzy} }`,
  )
  composer.prelude(`WITH *, ${found} + ${fuzzy} AS ${scored}\nWITH *, [hit IN ${scored} | hit.node] AS ${nodes}`, [
    scored,
    nodes,
  ])
  return { nodes, scored, query }
}
