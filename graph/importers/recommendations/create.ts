/** New recommendations of a batch, as one statement takes them: rows as lists, relationships by the end they lead to. */
import { COMMON_PROPERTIES, PROPERTIES } from '../../model/index.ts'
import type { Write } from '../../db/index.ts'
import { LaunchError } from '../../engine/errors.ts'
import statement from './cypher/create-recommendations.cypher'
import { bodyBasisOf, type NewRow } from './plan.ts'

const NAMES: readonly string[] = [...new Set([...COMMON_PROPERTIES, ...PROPERTIES.Recommendation])]
const CREATE = statement.replace(
  /\{__PROPERTIES__\}/,
  `{${NAMES.map((name, index) => `${name}: row[${index}]`).join(', ')}}`,
)

/** An end of relationships: its id, the places of the rows that lead there, and for States the name that was printed. */
type End = readonly [id: string, places: number[], printedName?: string]

/** Values in the order of NAMES: keys would be sent and read again with every row. Throws for a property the model does not have. */
function valuesOf({ properties }: NewRow): unknown[] {
  const values = NAMES.map((name) => properties[name] ?? null)
  if (values.filter((value) => value !== null).length !== Object.keys(properties).length)
    throw new Error(`A property of a recommendation is not of the model: ${Object.keys(properties).join(', ')}`)
  return values
}

/** What a row leads to: an id, with the name that was printed where that stands on the relationship. */
type Lead = string | NewRow['states'][number]

function endsOf(rows: readonly NewRow[], leadsOf: (row: NewRow) => readonly Lead[]): End[] {
  const ends = new Map<string, End>()
  rows.forEach((row, place) => {
    for (const lead of leadsOf(row)) {
      const key = typeof lead === 'string' ? lead : `${lead.to} ${lead.printedName}`
      const end = ends.get(key)
      if (end !== undefined) end[1].push(place)
      else ends.set(key, typeof lead === 'string' ? [lead, [place]] : [lead.to, [place], lead.printedName])
    }
  })
  return [...ends.values()]
}

/**
 * Makes the recommendations and their relationships, those of our own export (`others`) apart. Throws LaunchError, which
 * takes the transaction back, where something they lead to is no longer there.
 */
export async function createRecommendations(
  run: Write,
  rows: readonly NewRow[],
  { runId, importer }: { readonly runId: string; readonly importer: string },
): Promise<void> {
  if (rows.length === 0) return
  const ends = {
    documents: endsOf(rows, ({ documentId }) => [documentId]),
    states: endsOf(rows, ({ states }) => states),
    themes: endsOf(rows, ({ themes }) => themes),
    groups: endsOf(rows, ({ groups }) => groups),
    targets: endsOf(rows, ({ targets }) => targets),
    goals: endsOf(rows, ({ goals }) => goals),
    rights: endsOf(rows, ({ rights }) => rights),
    clusters: endsOf(rows, ({ clusters }) => clusters),
    bodies: endsOf(rows, ({ bodies }) => bodies),
  }
  const { changes } = await run(CREATE, {
    rows: rows.map(valuesOf),
    ...ends,
    runId,
    importer,
    bodyBasis: bodyBasisOf(importer),
  })
  const wanted = Object.values(ends)
    .flat()
    .reduce((sum, [, places]) => sum + places.length, 0)
  if (changes.relationshipsCreated !== wanted)
    throw new LaunchError(
      'A label, State or document that recommendations lead to was taken away while they were being written. Import the file again: it completes what was begun.',
    )
}
