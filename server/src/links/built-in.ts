/** The built-in summaries and their tags (ours, graph/data/cambodia): what the tagger learns from and rarity starts with. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { BUILT_IN_FOLDER } from '../../../graph/importers/cambodia/load.ts'
import { listOf, parseTable } from '../../../graph/importers/cambodia/read.ts'
import { ID_PREFIX } from '../../../graph/model/index.ts'
import { ROOT } from '../../../graph/root.ts'
import { Counted, TermSpace } from './analysis.ts'
import { Tagger, trainTagger, type TaggerReport } from './tagger.ts'
import { termsOf, type Term } from './text.ts'

/** Columns of the file and the prefix that makes an id of the graph from their values. */
const TAG_COLUMNS = {
  themes: ID_PREFIX.Theme,
  affected_groups: ID_PREFIX.AffectedGroup,
  rights: ID_PREFIX.Right,
  sdg_targets: ID_PREFIX.SdgTarget,
} as const

export type BuiltIn = {
  readonly counted: Counted
  readonly tagger: Tagger
}

export type LabelledText = {
  /** Key of the row, without the prefix of the graph's id. */
  readonly id: string
  readonly terms: readonly Term[]
  readonly labels: readonly string[]
  readonly text: string
}

/** The built-in summaries with the ids of their tags. Throws UnreadableFileError where the file is damaged. */
export function builtInTexts(): LabelledText[] {
  const { rows } = parseTable('recommendations.csv', readFileSync(join(BUILT_IN_FOLDER, 'recommendations.csv')))
  return rows.map(({ values }) => {
    const text = values['summary'] ?? ''
    const labels = Object.entries(TAG_COLUMNS).flatMap(([column, prefix]) =>
      listOf(values[column]).map((key) => `${key.includes('-cluster-') ? ID_PREFIX.RightsCluster : prefix}:${key}`),
    )
    return { id: values['id'] ?? '', text, labels, terms: termsOf(text) }
  })
}

/** Trains a tagger on labelled texts; deterministic. A thousand texts take some seconds. */
export function trainOn(texts: readonly LabelledText[]): { tagger: Tagger; report: TaggerReport } {
  return trainTagger(texts)
}

const TAGGER_FILE = join(ROOT, 'server', 'src', 'links', 'data', 'tagger.bin')

let known: BuiltIn | null = null

/** Frequencies of the built-in summaries and the tagger that was trained on them, read once. */
export function builtIn(): BuiltIn {
  if (known !== null) return known
  const texts = builtInTexts()
  known = {
    counted: Counted.from(texts.map(({ terms }) => terms)),
    tagger: Tagger.fromBytes(readFileSync(TAGGER_FILE)),
  }
  return known
}

/** Space for comparing texts: rarity by these texts and the built-in summaries together, tags by the built-in tagger. */
export const spaceOf = (texts: Iterable<readonly Term[]>): TermSpace => spaceOfCounted(Counted.from(texts))

/** The same where the texts were counted already. */
export function spaceOfCounted(counted: Counted): TermSpace {
  const { counted: ours, tagger } = builtIn()
  const meanLength = (counted.length + ours.length) / (counted.texts + ours.texts)
  return new TermSpace([ours, counted], meanLength, (terms) => tagger.confidences(terms))
}
