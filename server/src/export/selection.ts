/**
 * The one reader of what a file holds: the recommendations that a filter describes, in the API's order, and everything
 * they touch.
 *
 * Recommendations come from one statement, taken as they are written: memory does not grow with their number. What they
 * touch (documents, themes, bodies …) is read once each, by id, and kept: it grows with the vocabulary alone.
 */
import { lastDay } from '../cypher/dates.ts'
import { createHash } from 'node:crypto'
import type { GraphQLSchema } from 'graphql'
import type { Db } from '../../../graph/db/index.ts'
import {
  PROPERTIES,
  RELATIONSHIP_TYPES,
  RELATIONSHIPS,
  type Label,
  type RelationshipType,
} from '../../../graph/model/index.ts'
import { Composer, standing } from '../cypher/composer.ts'
import { Selections } from '../cypher/selection.ts'
import type { RecommendationFilter, RecommendationOrder } from '../generated/resolvers.ts'
import { listOf } from '../modules/recommendations/connection.ts'
import { composeFilter } from '../modules/recommendations/filter.ts'

export type Properties = Readonly<Record<string, unknown>>

/** A relationship as seen from one of its ends. */
export type Tie = {
  readonly type: RelationshipType
  /** Whether it starts at the end it is seen from. */
  readonly isOutgoing: boolean
  /** The other end. */
  readonly label: Label
  readonly id: string
  readonly properties: Properties
}

export type Thing = {
  readonly label: Label
  readonly id: string
  readonly properties: Properties
  readonly ties: readonly Tie[]
}

export type RecommendationRow = {
  readonly id: string
  readonly properties: Properties
  /** Facts and suggestions; what a person rejected is left out. */
  readonly ties: readonly Tie[]
  /** Newest first, each with the evidence that backs it. */
  readonly assessments: readonly (Properties & {
    readonly id: string
    readonly evidence: readonly (Properties & { id: string })[]
  })[]
  /** Links to other recommendations, facts and suggestions. */
  readonly similar: readonly { readonly id: string; readonly isOutgoing: boolean; readonly properties: Properties }[]
  /** Recommendations of the same document whose paragraphs it names. */
  readonly cites: readonly string[]
}

export type Query = {
  readonly filter: RecommendationFilter
  readonly orderBy: RecommendationOrder | null
}

/** Rows handed on at a time. */
const BATCH = 200
/** A statement of a file ends after this in any case; one without progress far earlier (pump.ts). */
const TIMEOUT_MS = 3_600_000

const touches = (type: RelationshipType, end: 'from' | 'to'): boolean =>
  RELATIONSHIPS[type][end].some((label) => label === 'Recommendation')
/** Read with the recommendation itself, not as ties: their other ends grow with the recommendations, and are not kept. */
const isApart = (type: RelationshipType): boolean => type === 'OF' || (touches(type, 'from') && touches(type, 'to'))
const TIES = RELATIONSHIP_TYPES.filter((type) => !isApart(type) && (touches(type, 'from') || touches(type, 'to')))

/** What of a thing's own relationships is read with it: enough to place it, never a list that grows with the graph. */
const TIES_OF_THINGS: Partial<
  Record<Label, { readonly outgoing?: readonly RelationshipType[]; readonly incoming?: readonly RelationshipType[] }>
> = {
  ReviewDocument: { outgoing: ['ADOPTED_BY', 'REVIEWS'] },
  Right: { outgoing: ['OF_TREATY', 'IN_CLUSTER'] },
  RightsCluster: { outgoing: ['OF_TREATY'] },
  SdgTarget: { outgoing: ['PART_OF'] },
  GovernmentBody: { outgoing: ['OF_STATE'] },
  WorkingGroup: { outgoing: ['PART_OF', 'OF_STATE'] },
  Organisation: { outgoing: ['OF_STATE'] },
  Initiative: { outgoing: ['OF_STATE'], incoming: ['LEADS', 'PARTNERS_IN'] },
  Indicator: { outgoing: ['OF_STATE', 'ABOUT'], incoming: ['OF'] },
  Measurement: { outgoing: ['OF'] },
  Resource: { outgoing: ['ABOUT'] },
}

const own = (label: Label): string =>
  ['id', 'source', 'citations', ...PROPERTIES[label]].map((name) => `.${name}`).join(', ')
const tie = (r: string, x: string, isOutgoing: string): string =>
  `{type: type(${r}), isOutgoing: ${isOutgoing}, label: head(labels(${x})), id: ${x}.id, properties: properties(${r})}`

/**
 * One recommendation as a map; `inside` is a condition on the other end of a link, for files that cannot hold a loose end.
 * Variables have names that no fragment of the filter uses, since subqueries see those around them.
 */
function rowOf(m: string, inside: (other: string) => string): string {
  return (
    `{id: ${m}.id, properties: ${m}{${own('Recommendation')}}, ` +
    `ties: COLLECT { MATCH (${m})-[tie:${TIES.join('|')}]-(end) WHERE ${standing('tie', true)} RETURN ${tie('tie', 'end', `startNode(tie) = ${m}`)} }, ` +
    `assessments: COLLECT { MATCH (${m})<-[:OF]-(own:Assessment) WITH own ORDER BY ${lastDay('own.on')} DESC, own.id DESC RETURN own{${own('Assessment')}, ` +
    `evidence: COLLECT { MATCH (own)<-[:BACKS]-(backing:Evidence) WITH backing ORDER BY backing.id RETURN backing{${own('Evidence')}} }} }, ` +
    `similar: COLLECT { MATCH (${m})-[link:SIMILAR_TO]-(other:Recommendation) WHERE ${standing('link', true)} AND ${inside('other')} ` +
    `WITH link, other ORDER BY other.id RETURN {id: other.id, isOutgoing: startNode(link) = ${m}, properties: properties(link)} }, ` +
    `cites: COLLECT { MATCH (${m})-[:CITES]->(cited:Recommendation) WHERE ${inside('cited')} RETURN cited.id ORDER BY cited.id }}`
  )
}

function statementOfThings(label: Label): string {
  const { outgoing = [], incoming = [] } = TIES_OF_THINGS[label] ?? {}
  const parts = [
    ...(outgoing.length === 0
      ? []
      : [`COLLECT { MATCH (n)-[r:${outgoing.join('|')}]->(x) RETURN ${tie('r', 'x', 'true')} }`]),
    ...(incoming.length === 0
      ? []
      : [`COLLECT { MATCH (n)<-[r:${incoming.join('|')}]-(x) RETURN ${tie('r', 'x', 'false')} }`]),
  ]
  return (
    `UNWIND $ids AS id MATCH (n:${label} {id: id}) ` +
    `RETURN n.id AS id, '${label}' AS label, n{${own(label)}} AS properties, ${parts.length === 0 ? '[]' : parts.join(' + ')} AS ties`
  )
}

/** A mark of the data as it stands: changes with every change by anybody, and stays the same over a restart. */
export async function dataVersionOf(db: Db): Promise<string> {
  return createHash('sha256')
    .update(await db.lastCommit())
    .digest('hex')
    .slice(0, 12)
}

export type Selected = { readonly statement: string; readonly parameters: Readonly<Record<string, unknown>> }

/** `each` from MATCH on, in order: rows keep what was computed before, so that conditions may still speak of it. */
function listed(composer: Composer, { filter, orderBy }: Query, m: string): string {
  const list = listOf(composer, filter, orderBy ?? undefined)
  const order = [
    ...(list.constant === undefined ? [] : [list.constant(m)]),
    ...list.order.map(({ expression, isDescending }) => expression(m) + (isDescending === true ? ' DESC' : '')),
  ].join(', ')
  const kept = [m, ...list.carry(m)].join(', ')
  const match = list.match(m)
  // Without anything computed before, the plan stays a walk along the index.
  return composer.hasPreludes
    ? `CALL (${composer.imports(match)}) { ${match} RETURN ${kept} } WITH * ORDER BY ${order}`
    : `${match} WITH ${kept} ORDER BY ${order}`
}

const composerOf = (schema: GraphQLSchema, today: string): Composer =>
  new Composer(new Selections({ schema, fragments: {}, variableValues: {} }), new Map(), today)

/** How a selection is read. Throws BAD_USER_INPUT naming the place for a filter that asks for what cannot be. */
export function selectionStatement(
  schema: GraphQLSchema,
  today: string,
  query: Query,
  { isClosed = false }: { isClosed?: boolean } = {},
): Selected {
  const composer = composerOf(schema, today)
  const m = composer.variable('m')
  const each = listed(composer, query, m)
  // Links lead only to what the file holds as well.
  const inside = (other: string): string => (isClosed ? composeFilter(composer, query.filter, other) : 'true')
  return { statement: composer.statement(rowOf(m, inside), each), parameters: composer.parameters }
}

/** One recommendation by its id. */
export function oneStatement(schema: GraphQLSchema, today: string, id: string): Selected {
  const composer = composerOf(schema, today)
  const m = composer.variable('m')
  const each = `MATCH (${m}:Recommendation {id: ${composer.parameter(id)}})`
  return {
    statement: composer.statement(
      rowOf(m, () => 'true'),
      each,
    ),
    parameters: composer.parameters,
  }
}

export type Counted = {
  readonly count: number
  /** Documents they stand in of which the graph is not known to hold all. */
  readonly incompleteDocuments: number
}

/** How many recommendations a filter describes, as the API counts them. */
export async function countSelected(
  db: Db,
  schema: GraphQLSchema,
  today: string,
  { filter, orderBy }: Query,
  signal?: AbortSignal,
): Promise<Counted> {
  const composer = composerOf(schema, today)
  const m = composer.variable('m')
  const match = listOf(composer, filter, orderBy ?? undefined).match(m)
  const document = composer.variable('document')
  const answer =
    `{count: COUNT { ${match} RETURN DISTINCT ${m} }, incompleteDocuments: COUNT { ${match} ` +
    `MATCH (${m})-[:ISSUED_IN]->(${document}:ReviewDocument) WHERE NOT coalesce(${document}.complete, false) RETURN DISTINCT ${document} }}`
  const options = { name: 'export-count', signal }
  const [row] = await db.read<{ answer: Counted }>(composer.statement(answer), composer.parameters, options)
  return row?.answer ?? { count: 0, incompleteDocuments: 0 }
}

export class Selection {
  /** What the rows so far touch, by id, in the order met. */
  readonly things = new Map<string, Thing>()
  /** Recommendations handed on so far. */
  count = 0
  readonly #db: Db
  readonly #selected: Selected
  readonly #signal: AbortSignal | undefined
  #rows: AsyncGenerator<readonly RecommendationRow[], void, undefined> | null = null
  #first: IteratorResult<readonly RecommendationRow[], void> | null = null

  constructor(db: Db, selected: Selected, signal?: AbortSignal) {
    this.#db = db
    this.#selected = selected
    this.#signal = signal
  }

  /** Reads the first rows, so that a database that does not answer is known before anything is written. */
  async begin(): Promise<void> {
    this.#rows = this.#read()
    this.#first = await this.#rows.next()
  }

  /** The rows in order, some at a time; what they touch is in `things` when they are handed on. To be taken once. */
  async *batches(): AsyncGenerator<readonly RecommendationRow[], void, undefined> {
    const rows = this.#rows ?? this.#read()
    try {
      if (this.#first?.done === true) return
      if (this.#first !== null) yield this.#hand(this.#first.value)
      for await (const batch of rows) yield this.#hand(batch)
    } finally {
      await rows.return()
    }
  }

  /** Ends what is still read for it. */
  async close(): Promise<void> {
    await this.#rows?.return()
  }

  #hand(batch: readonly RecommendationRow[]): readonly RecommendationRow[] {
    this.count += batch.length
    return batch
  }

  async *#read(): AsyncGenerator<readonly RecommendationRow[], void, undefined> {
    const { statement, parameters } = this.#selected
    let batch: RecommendationRow[] = []
    const rows = this.#db.stream<{ answer: RecommendationRow }>(statement, parameters, {
      name: 'export',
      timeoutMs: TIMEOUT_MS,
      signal: this.#signal,
    })
    for await (const { answer } of rows) {
      batch.push(answer)
      if (batch.length < BATCH) continue
      await this.#complete(batch)
      yield batch
      batch = []
    }
    if (batch.length > 0) {
      await this.#complete(batch)
      yield batch
    }
  }

  thing(id: string): Thing {
    const thing = this.things.get(id)
    if (thing === undefined) throw new Error(`${id} was not read with the rows that touch it`)
    return thing
  }

  /** All things of a label, by id. */
  thingsOf(label: Label): Thing[] {
    return [...this.things.values()].filter((thing) => thing.label === label).sort((a, b) => (a.id < b.id ? -1 : 1))
  }

  async #complete(batch: readonly RecommendationRow[]): Promise<void> {
    await this.load([
      ...batch.flatMap(({ ties }) => ties),
      ...batch.map(({ properties }) => ({ label: 'State' as const, id: String(properties['stateId']) })),
    ])
  }

  /** Reads the things named and those they name in turn, each once. */
  async load(named: readonly { readonly label: Label; readonly id: string }[]): Promise<void> {
    let wanted = named
    while (wanted.length > 0) {
      const ids = new Map<Label, Set<string>>()
      for (const { label, id } of wanted) {
        if (this.things.has(id)) continue
        const set = ids.get(label) ?? new Set<string>()
        ids.set(label, set.add(id))
      }
      const next: Tie[] = []
      for (const [label, set] of ids) {
        const rows = await this.#db.read<Thing>(
          statementOfThings(label),
          { ids: [...set] },
          {
            name: 'export-things',
            signal: this.#signal,
          },
        )
        for (const row of rows) {
          this.things.set(row.id, row)
          next.push(...row.ties)
        }
      }
      wanted = next
    }
  }
}
