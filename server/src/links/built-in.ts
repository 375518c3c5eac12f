/** The built-in summaries and their tags (ours, graph/data/cambodia): what the tagger learns from and rarity starts with. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { BUILT_IN_FOLDER } from '../../../graph/importers/cambodia/load.ts'
import { listOf, parseTable } from '../../../graph/importers/cambodia/read.ts'
import { ID_PREFIX } from '../../../graph/model/index.ts'
import { ROOT } from '../../../graph/root.ts'
import { countFrequencies, TermSpace, type Frequencies } from './analysis.ts'
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
  readonly frequencies: Frequencies
  readonly meanLength: number
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

const meanLengthOf = (texts: readonly LabelledText[]): number =>
  texts.reduce((sum, { terms }) => sum + terms.length, 0) / Math.max(1, texts.length)

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
    frequencies: countFrequencies(texts.map(({ terms }) => terms)),
    meanLength: meanLengthOf(texts),
    tagger: Tagger.fromBytes(readFileSync(TAGGER_FILE)),
  }
  return known
}

/** Space for comparing texts: rarity by these texts and the built-in summaries together, tags by the built-in tagger. */
export function spaceOf(texts: readonly (readonly Term[])[]): TermSpace {
  const { frequencies, meanLength, tagger } = builtIn()
  const total = texts.reduce((sum, terms) => sum + terms.length, 0) + meanLength * frequencies.texts
  return new TermSpace([frequencies, countFrequencies(texts)], total / (texts.length + frequencies.texts), (terms) =>
    tagger.confidences(terms),
  )
}
