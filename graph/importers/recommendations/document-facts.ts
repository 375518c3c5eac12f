/**
 * Facts that a file adds to documents which the graph holds (a date, a session, a symbol), and what follows from them for
 * the recommendations of those documents: year, order in lists, what search finds them by.
 */
import type { Db } from '../../db/index.ts'
import { listPlaces, searchProperties } from '../../text/index.ts'
import { beforeOf, changeIdOf, changePrefixOf, withNames, type ImportContext } from './batch.ts'
import type { Claim } from './claim.ts'
import changeNodes from './cypher/change-nodes.cypher'
import heldDocuments from './cypher/held-documents.cypher'
import placeStatement from './cypher/place-recommendations.cypher'
import placesStatement from './cypher/places.cypher'
import turnedLinks from './cypher/turned-links.cypher'
import type { ResolvedDocument } from './documents.ts'
import type { Properties, Value } from './plan.ts'

/** Documents at a time: their recommendations are some thousand at most. */
const AT_ONCE = 20

type Held = {
  readonly id: string
  readonly runId: string | null
  readonly mechanism: string
  readonly properties: Properties
}

/** Documents of the graph to which the file adds something. */
export const filledDocuments = (documents: Iterable<ResolvedDocument>): ResolvedDocument[] => [
  ...new Map(
    [...documents].filter(({ fill }) => Object.keys(fill).length > 0).map((document) => [document.id, document]),
  ).values(),
]

const isSame = (a: Value | undefined, b: Value | undefined): boolean =>
  JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

const pick = (properties: Properties, names: Iterable<string>): Properties =>
  Object.fromEntries([...names].map((name) => [name, properties[name] ?? null]))

/** What is derived from facts that change. A value that is not what they gave before is somebody else's, and stays. */
function derivedChange(held: Properties, before: Properties, after: Properties): Properties {
  return Object.fromEntries(
    Object.entries(after).filter(([name, value]) => isSame(held[name], before[name]) && !isSame(before[name], value)),
  )
}

/** Writes the facts, and keeps how the documents were. The run must have begun. */
export async function fillDocuments({ db, catalogue, runId }: ImportContext, claim: Claim): Promise<void> {
  const filled = filledDocuments(catalogue.documents.values())
  for (let start = 0; start < filled.length; start += AT_ONCE) {
    const some = new Map(filled.slice(start, start + AT_ONCE).map((one) => [one.id, one]))
    const held = await db.read<Held>(heldDocuments, { ids: [...some.keys()] })
    const rows = held.map(({ id, runId: beforeRunId, mechanism, properties }) => {
      const fill = (some.get(id)?.fill ?? {}) as Properties
      const found = (facts: Properties): Properties =>
        searchProperties('ReviewDocument', facts, { document: mechanism }) as Properties
      const next = { ...fill, ...derivedChange(properties, found(properties), found({ ...properties, ...fill })) }
      const before = pick(properties, Object.keys(next))
      return {
        id,
        properties: next,
        changeId: changeIdOf(runId, id),
        before: beforeOf({ before, properties: next, remove: [] }),
        beforeRunId,
        outcome: 'changed',
      }
    })
    await db.write(async (run) => {
      await run(withNames(changeNodes, { __LABEL__: 'ReviewDocument' }), { rows, runId })
      await claim.prove(run)
    })
  }
}

type Placed = {
  readonly id: string
  readonly documentId: string
  readonly paragraph: string | null
  readonly runId: string | null
  readonly before: string | null
  readonly properties: Properties
}
type Kept = { readonly before: Properties; readonly after: Properties; readonly removed: readonly [] }

/**
 * Gives all recommendations of the documents that this run changed their place anew; those that have it stay as they are.
 * It comes last, when rows have changed what they change: what the run keeps of a recommendation is then added to.
 * Returns what a person should look at.
 */
export async function placeRecommendations({ db, runId }: ImportContext, claim: Claim): Promise<string[]> {
  const changed = await db.read<{ id: string }>(
    "MATCH (change:ImportChange {importRunId: $runId}) WHERE change.changedId STARTS WITH 'document:' RETURN change.changedId AS id ORDER BY id",
    { runId },
  )
  for (let start = 0; start < changed.length; start += AT_ONCE) {
    const ids = changed.slice(start, start + AT_ONCE).map(({ id }) => id)
    await placeSome(db, ids, runId, claim)
  }
  if (changed.length === 0) return []
  // Links that the machine found are found anew after an import; on others a person is told.
  const turned = await db.read<{ later: string; earlier: string }>(turnedLinks, { ids: changed.map(({ id }) => id) })
  return turned.map(
    ({ later, earlier }) =>
      `${later} is linked to ${earlier} as the later of the two, and by the dates that the file brings it is the earlier: decide on the link again`,
  )
}

async function placeSome(db: Db, ids: readonly string[], runId: string, claim: Claim): Promise<void> {
  const documents = new Map((await db.read<Held>(heldDocuments, { ids })).map((one) => [one.id, one]))
  const kept = new Map(
    (
      await db.read<{ id: string; before: string }>(
        'UNWIND $ids AS id MATCH (change:ImportChange {id: id}) RETURN change.changedId AS id, change.before AS before',
        { ids: ids.map((id) => changeIdOf(runId, id)) },
      )
    ).map(({ id, before }) => [id, JSON.parse(before) as Kept]),
  )
  const found = await db.read<Placed>(placesStatement, { ids, changePrefix: changePrefixOf(runId) })
  const rows = found.flatMap(({ id, documentId, paragraph, runId: lastRunId, before, properties }) => {
    const document = documents.get(documentId)
    if (document === undefined) return []
    const places = ({ sortOn, year, symbol }: Properties): Properties => {
      const day = typeof sortOn === 'string' ? sortOn : ''
      const { searchSymbol, searchExact } = searchProperties(
        'Recommendation',
        { paragraph },
        {
          documentSymbol: typeof symbol === 'string' ? symbol : null,
          document: `${document.mechanism} ${typeof year === 'number' ? year : ''}`,
        },
      )
      return {
        year: year ?? null,
        sortOn: day,
        ...listPlaces({ id, documentId, paragraph, sortOn: day }),
        searchSymbol,
        searchExact,
      }
    }
    const facts = document.properties
    const next = derivedChange(properties, places({ ...facts, ...kept.get(documentId)?.before }), places(facts))
    const names = Object.keys(next)
    if (names.length === 0) return []
    const isMade = lastRunId === runId && before === null
    const earlier = before === null ? null : (JSON.parse(before) as Kept)
    return [
      {
        id,
        properties: next,
        changeId: isMade ? null : changeIdOf(runId, id),
        before: beforeOf({
          before: { ...pick(properties, names), ...earlier?.before },
          properties: { ...earlier?.after, ...next },
          remove: earlier?.removed ?? [],
        }),
        beforeRunId: lastRunId,
      },
    ]
  })
  if (rows.length === 0) return
  await db.write(
    async (run) => {
      await run(placeStatement, { rows, runId })
      await claim.prove(run)
    },
    { name: 'import-places' },
  )
}
