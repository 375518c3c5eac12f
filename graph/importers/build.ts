/** What the readers share: a record with nothing known yet, labels looked up, and doubts noted on the way. */
import type { CountedDoubts } from './doubts.ts'
import type { Place, ReadDocument, ReadLabel, ReadRecommendation, ReadState } from './records.ts'
import { cycleOfSession, isNamedInFull, positionOf, separateWordings, type UprPosition } from './understanding/index.ts'

/** Tells of a mechanism that another source may name otherwise. */
export function noteMechanism(mechanism: string, doubts: CountedDoubts, place: Place): void {
  if (isNamedInFull(mechanism))
    doubts.note(
      `“${mechanism}” is a special procedure named in full: where another source gives its code, the graph keeps the two apart`,
      place,
    )
}

export const NO_DOCUMENT: ReadDocument = {
  symbol: null,
  title: null,
  session: null,
  cycle: null,
  publishedOn: null,
  adoptedOn: null,
  sourceId: null,
}

/** The document of a review by the Universal Periodic Review, known by its session at least. */
export const uprDocument = (session: number | null, known: Partial<ReadDocument> = {}): ReadDocument => ({
  ...NO_DOCUMENT,
  session,
  cycle: session === null ? null : cycleOfSession(session),
  ...known,
})

/** A record in which nothing is known but what every one has. */
export function recommendation(
  known: Pick<ReadRecommendation, 'place' | 'state' | 'mechanism' | 'document' | 'text'> & Partial<ReadRecommendation>,
): ReadRecommendation {
  return {
    sourceId: null,
    paragraph: null,
    part: null,
    heading: null,
    kind: 'RECOMMENDATION',
    textLanguage: 'en',
    position: null,
    positionPrinted: null,
    recommendingStates: [],
    themes: [],
    affectedGroups: [],
    sdgs: [],
    rights: [],
    bodies: [],
    citedParagraphs: [],
    more: {},
    ...known,
  }
}

type Found = ReadLabel & { readonly isKnown: boolean }

/** Labels of one vocabulary, each once; one that no table knows is a doubt. */
export function labels(
  printed: readonly string[],
  find: (label: string) => Found,
  what: string,
  doubts: CountedDoubts,
  place: Place,
): ReadLabel[] {
  const found: ReadLabel[] = []
  for (const one of printed) {
    const { printed: words, id, isKnown } = find(one)
    if (words === '' || found.some((label) => label.printed === words)) continue
    if (!isKnown) doubts.note(`The ${what} “${words}” is in none of our tables; it is kept as printed`, place)
    found.push({ printed: words, id })
  }
  return found
}

/** A position as ours and as printed; words that mean none of ours are a doubt. */
export function position(
  printed: string,
  doubts: CountedDoubts,
  place: Place,
): { position: UprPosition | null; positionPrinted: string | null } {
  const words = printed.replace(/^[\s-]+/, '').trim()
  const found = positionOf(words)
  if (found === undefined) doubts.note(`The position “${words}” is in none of our tables; it is kept as printed`, place)
  return { position: found ?? null, positionPrinted: words === '' ? null : words }
}

/** States, those whose name is not known being a doubt. */
export function states(found: readonly ReadState[], doubts: CountedDoubts, place: Place): readonly ReadState[] {
  for (const { printed, code } of found)
    if (code === null)
      doubts.note(`The recommending State “${printed}” is no State known here; it is kept as printed`, place)
  return found
}

/**
 * One record for each wording of a paragraph of the Universal Periodic Review. `listed` are the States that the file names
 * apart from the text: they serve where the text names none, and one that no wording names is a doubt.
 */
export function wordingsOf(
  base: ReadRecommendation,
  listed: readonly ReadState[],
  doubts: CountedDoubts,
): ReadRecommendation[] {
  const { wordings, rest } = separateWordings(base.text)
  const { place } = base
  if (rest !== null)
    doubts.note('Words stand behind the last recommending State; they are kept with its wording', place)
  const named = wordings.flatMap(({ states: some }) => some)
  const key = ({ printed, code }: ReadState): string => code ?? printed
  if (named.length > 0)
    for (const state of listed)
      if (!named.some((one) => key(one) === key(state)))
        doubts.note(`${state.printed} is listed as recommending, and the text does not name it`, place)
  return wordings.map(({ text, states: some }, index) => {
    const alone = wordings.length === 1
    const unnamed = listed.filter((state) => !some.some((one) => key(one) === key(state)))
    return {
      ...base,
      text,
      part: alone ? null : index + 1,
      recommendingStates: states(alone ? [...some, ...unnamed] : some, doubts, place),
    }
  })
}
