/** Beside an edge: the texts that may have matched and what is to be lit in them, read by `readHighlights`. */
import type { Composer } from '../../cypher/composer.ts'
import type { Hits } from './hits.ts'

/** The terms go as one text: a list of another length would be another plan. `fields` are fields of the API and properties of the node alike. */
export const highlightSource = (
  composer: Composer,
  node: string,
  fields: readonly string[],
  hits: Hits | null,
): string =>
  hits === null
    ? '{}'
    : `{texts: [${fields.map((name) => `{field: '${name}', text: ${node}.${name}}`).join(', ')}], ` +
      `terms: ${composer.parameter(JSON.stringify(hits.queries.flatMap(({ terms }) => terms)))}, isCorrected: ${hits.isCorrected()}}`
