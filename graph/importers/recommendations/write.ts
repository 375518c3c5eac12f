/** The second half of an import: what was spooled is compared with the graph, and written, one transaction a batch. */
import { setTimeout as delay } from 'node:timers/promises'
import { isPassing, type Db } from '../../db/index.ts'
import { inTwoSteps } from './batches.ts'
import {
  isEmptyPlan,
  planBatch,
  writeBatch,
  byKind,
  writeChanges,
  writeEdges,
  withNames,
  type BatchPlan,
  type FileFigures,
  type ImportContext,
} from './batch.ts'
import { openCatalogue, propertiesOfDocument, propertiesOfThing, type Catalogue } from './catalogue.ts'
import { Claim } from './claim.ts'
import addRelationships from './cypher/add-relationships.cypher'
import createNodes from './cypher/create-nodes.cypher'
import createLinks from './cypher/create-links.cypher'
import detailsStatement from './cypher/details.cypher'
import lackingDocuments from './cypher/lacking-documents.cypher'
import lackingRecommendations from './cypher/lacking-recommendations.cypher'
import missingLinks from './cypher/missing-links.cypher'
import missingThings from './cypher/missing-things.cypher'
import figuresStatement from './cypher/figures.cypher'
import { filledDocuments, fillDocuments, placeRecommendations } from './document-facts.ts'
import type { Details } from './plan.ts'
import type { PreparedImport, Watch } from './prepare.ts'
import { Lists } from './lists.ts'
import { FIGURES_KEPT, REFUSED_KEPT, Tally, type DocumentFigures, type ImportReport } from './report.ts'
import { NUMBERED_BY_MANY, SOURCES } from './sources.ts'
import { beginRun, endRun, findRunId } from './runs.ts'
import type { Afterwards, SpooledRow } from './spool.ts'
import type { ReadLink, ReadThing } from '../records.ts'

/** Rows in a transaction: of twice as many the database's collector copies more, of half as many the round trips cost more (measured). */
export const BATCH = 1_250
/** A file that lacks more than this share of what its source said in the same documents is taken for a part of an export. */
const PARTIAL_SHARE = 0.2
/** Documents named in a doubt, at most. */
const NAMED_AT_MOST = 10
/** Recommendations whose links and assessments are written at once. */
const AFTERWARDS = 1_000
/** A database that went away is waited for this long. */
const DATABASE_WAIT_MS = 120_000

export type Scope = 'auto' | 'whole' | 'part'
export type WriteOptions = Watch & {
  /** Whether what the file lacks is gone from its source: `whole` says so, `part` says not, `auto` looks at how much is lacking. */
  readonly scope?: Scope | undefined
  /** Rows in a transaction, whole documents at least; `BATCH` where not given. */
  readonly batchSize?: number | undefined
  /** Day on which things are marked as gone, ISO 8601. */
  readonly today?: string | undefined
}

const changedTotal = ({ counts }: Tally): number => counts.new + counts.changed + counts.merged

/** Waits until the database answers again. Throws what it last said when it does not. */
async function waitFor(db: Db, signal: AbortSignal | undefined): Promise<void> {
  const until = Date.now() + DATABASE_WAIT_MS
  for (;;) {
    try {
      await db.ping()
      return
    } catch (error) {
      if (Date.now() > until) throw error
      await delay(500, undefined, { signal })
    }
  }
}

/** Whether trying again may help: the database went away, or a commit whose answer was lost had gone through. */
const isWorthRetrying = (error: unknown): boolean =>
  isPassing(error) || (error as { code?: string }).code === 'Neo.ClientError.Schema.ConstraintValidationFailed'

function startTally(
  { system, rows, refusedCount, skippedCount, doubtCount, doubts }: PreparedImport,
  catalogue: Catalogue,
  lists: Lists,
): Tally {
  const tally = new Tally(lists)
  tally.counts.read = rows + refusedCount + skippedCount
  tally.counts.refused = refusedCount
  tally.counts.skipped = skippedCount
  tally.counts.doubtful = doubtCount
  tally.doubts.push(...doubts)
  for (const doubt of catalogue.documentDoubts) tally.doubt({ row: 0, sheet: null, doubt })
  for (const document of filledDocuments(catalogue.documents.values())) tally.document(document)
  if (NUMBERED_BY_MANY.has(system) && catalogue.shared.size > 0) {
    const names = new Set([...catalogue.shared].map((key) => catalogue.documents.get(key)?.title ?? key))
    tally.doubt({
      row: 0,
      sheet: null,
      doubt: `The file names ${[...names].slice(0, NAMED_AT_MOST).join(', ')} in several ways (by symbol and by date, say): the numbers of such rows are not compared, their words are`,
    })
  }
  return tally
}

function closeLists(lists: Lists, tally: Tally): void {
  for (const name of lists.close())
    tally.doubt({
      row: 0,
      sheet: null,
      doubt: `The disk had no place for the list of ${name}; the report has the first of them`,
    })
}

const reportOf = (
  prepared: PreparedImport,
  catalogue: Catalogue,
  tally: Tally,
  more: Pick<
    ImportReport,
    'runId' | 'isDryRun' | 'documentFigures' | 'mismatches' | 'looksPartial' | 'lacking' | 'seconds'
  >,
): ImportReport => ({
  fileName: prepared.fileName,
  fileBytes: prepared.fileBytes,
  format: prepared.format,
  sourceName: prepared.sourceName,
  counts: tally.counts,
  skippedBecause: prepared.skippedBecause,
  examples: tally.examples,
  doubts: tally.doubts,
  refused: prepared.refused.slice(0, REFUSED_KEPT),
  documents: catalogue.documents.size,
  newDocuments: new Set([...catalogue.documents.values()].filter(({ isNew }) => isNew).map(({ id }) => id)).size,
  changedDocuments: tally.changedDocuments,
  states: [...new Set([...catalogue.documents.values()].map(({ stateId }) => stateId))].sort(),
  unknownLabels: prepared.unknownLabels,
  ...more,
})

/** What the file no longer has; `symbols`: of documents that it does not name. */
type Gone = { readonly ids: string[]; heldBefore: number; readonly symbols: Map<string, string | null> }
const looksPartial = ({ ids, heldBefore }: Gone, scope: Scope): boolean =>
  scope === 'part' || (scope === 'auto' && ids.length > heldBefore * PARTIAL_SHARE)

/** What writing would do. Nothing is written. */
export async function planImport(
  db: Db,
  prepared: PreparedImport,
  { onProgress, signal, scope = 'auto' }: WriteOptions = {},
): Promise<ImportReport> {
  const started = performance.now()
  const catalogue = await openCatalogue(db, prepared)
  const context: ImportContext = { db, prepared, catalogue, runId: (await findRunId(db, prepared)).runId }
  const lists = await Lists.open(prepared.folder, prepared.allDoubts)
  const tally = startTally(prepared, catalogue, lists)
  const gone: Gone = { ids: [], heldBefore: 0, symbols: new Map() }
  const figures: FileFigures[] = []
  let done = 0
  for await (const rows of prepared.spool.batches(BATCH)) {
    signal?.throwIfAborted()
    const plan = await planBatch(rows, context)
    plan.count(tally)
    gone.ids.push(...plan.gone)
    gone.heldBefore += plan.heldBefore
    figures.push(...plan.figures)
    done += rows.length
    onProgress?.({ phase: 'planning', done, total: prepared.rows })
  }
  const lacking = await takeLackingDocuments(context, gone, tally, scope)
  const isPartial = looksPartial(gone, scope)
  if (!isPartial) await countGone(db, gone, tally, context)
  const compared = await compare(context, figures, lists)
  closeLists(lists, tally)
  return reportOf(prepared, catalogue, tally, {
    runId: null,
    isDryRun: true,
    ...compared,
    mismatches: [],
    looksPartial: isPartial && gone.ids.length > 0,
    lacking,
    seconds: prepared.seconds + (performance.now() - started) / 1000,
  })
}

type Lacking = {
  readonly id: string
  readonly symbol: string | null
  readonly title: string | null
  readonly count: number
}

/**
 * Documents that an earlier file of the source spoke of and this one does not, though it speaks of their State and mechanism:
 * marked as gone where the person says that the file is whole, else told, where the file has most of what its source said before.
 * Returns how many recommendations stand in them.
 */
async function takeLackingDocuments(
  { db, prepared, catalogue }: ImportContext,
  gone: Gone,
  tally: Tally,
  scope: Scope,
): Promise<number> {
  const { system, format, sourceIds } = prepared
  if (scope === 'part' || SOURCES[format].listsWholeStates !== true) return 0
  if (scope === 'auto' && (gone.heldBefore === 0 || looksPartial(gone, scope))) return 0
  const documents = [...catalogue.documents.values()]
  const lacking = await db.read<Lacking>(lackingDocuments, {
    places: [
      ...new Map(
        documents.map(({ stateId, mechanismId }) => [`${stateId} ${mechanismId}`, { stateId, mechanismId }]),
      ).values(),
    ],
    documentIds: [...new Set(documents.map(({ id }) => id))],
    prefix: `${system}:`,
  })
  const all = lacking.reduce((sum, { count }) => sum + count, 0)
  if (scope === 'auto' && all > (gone.heldBefore + all) * PARTIAL_SHARE) return 0
  const names: string[] = []
  let found = 0
  for (const { id, symbol, title } of lacking) {
    const said = await db.read<{ id: string; sourceIds: string[] }>(lackingRecommendations, {
      id,
      prefix: `${system}:`,
    })
    // A record that the file has in another document is not gone.
    const ids = said.filter((one) => !one.sourceIds.some((sourceId) => sourceIds.has(sourceId))).map((one) => one.id)
    if (ids.length === 0) continue
    found += ids.length
    names.push(`${symbol ?? title ?? id} (${ids.length})`)
    if (scope !== 'whole') continue
    gone.ids.push(...ids)
    gone.symbols.set(id, symbol)
  }
  if (scope === 'whole' || found === 0) return 0
  const rest = names.length - NAMED_AT_MOST
  tally.doubt({
    row: 0,
    sheet: null,
    doubt: `The file lacks documents that an earlier file of this source had, with their recommendations: ${names.slice(0, NAMED_AT_MOST).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}. Where it is whole, say so, and they are marked as gone`,
  })
  return found
}

async function countGone(
  db: Db,
  { ids, symbols: others }: Gone,
  tally: Tally,
  { catalogue }: ImportContext,
): Promise<void> {
  const symbols = new Map([...others, ...[...catalogue.documents.values()].map((one) => [one.id, one.symbol] as const)])
  for (let start = 0; start < ids.length; start += BATCH) {
    const details = await db.read<Details>(detailsStatement, { ids: ids.slice(start, start + BATCH) })
    for (const { id, properties, relationships } of details)
      tally.gone({
        id,
        row: 0,
        symbol: symbols.get(relationships.find(({ type }) => type === 'ISSUED_IN')?.to ?? '') ?? null,
        paragraph: typeof properties['paragraph'] === 'string' ? properties['paragraph'] : null,
        text: String(properties['text'] ?? properties['summary'] ?? '').slice(0, 200),
        fields: [],
      })
  }
}

/**
 * Writes a prepared file. Each batch is a transaction of its own; a run that was cut off is completed by writing the same
 * file again. A batch is planned while the one before it is being written.
 *
 * Errors: ImportBusyError where another import is being written; AbortError of `signal`, after which the run stands as
 * CANCELLED and can be completed or undone; the driver's error where the database stays away.
 */
export async function writeImport(db: Db, prepared: PreparedImport, options: WriteOptions = {}): Promise<ImportReport> {
  const {
    onProgress,
    signal,
    scope = 'auto',
    batchSize = BATCH,
    today = new Date().toISOString().slice(0, 10),
  } = options
  const started = performance.now()
  const { runId, isResumed } = await findRunId(db, prepared)
  const claim = await Claim.take(db, runId)
  let hasBegun = false
  const secondsSoFar = (): number => prepared.seconds + (performance.now() - started) / 1000
  try {
    const catalogue = await openCatalogue(db, prepared)
    const context: ImportContext = { db, prepared, catalogue, runId }
    const lists = await Lists.open(prepared.folder, prepared.allDoubts)
    const tally = startTally(prepared, catalogue, lists)
    const gone: Gone = { ids: [], heldBefore: 0, symbols: new Map() }
    const figures: FileFigures[] = []
    const begin = async (): Promise<void> => {
      if (hasBegun) return
      await writeFrame(context, claim)
      hasBegun = true
    }

    /** Plans and writes until it is done: also over a database that was started again. */
    const settle = async (rows: readonly SpooledRow[], first: BatchPlan): Promise<BatchPlan> => {
      let plan = first
      for (let attempt = 1; ; attempt += 1) {
        try {
          if (!isEmptyPlan(plan)) await begin()
          await writeBatch(plan, context, claim)
          return plan
        } catch (error) {
          if (attempt === 3 || !isWorthRetrying(error)) throw error
          await waitFor(db, signal)
          plan = await planBatch(rows, context)
        }
      }
    }
    let done = 0
    const finish = (plan: BatchPlan): void => {
      plan.count(tally)
      gone.ids.push(...plan.gone)
      gone.heldBefore += plan.heldBefore
      figures.push(...plan.figures)
      done += plan.rows
      onProgress?.({ phase: 'writing', done, total: prepared.rows })
    }
    /** Does it a second time where the database went away meanwhile. */
    const again = async (work: () => Promise<void>): Promise<void> => {
      try {
        await work()
      } catch (error) {
        if (!isWorthRetrying(error)) throw error
        await waitFor(db, signal)
        await work()
      }
    }
    const planAgain = async (rows: readonly SpooledRow[]): Promise<BatchPlan> => {
      try {
        return await planBatch(rows, context)
      } catch (error) {
        if (!isWorthRetrying(error)) throw error
        await waitFor(db, signal)
        return planBatch(rows, context)
      }
    }
    try {
      // One that was cut off may have nothing left to write but its end.
      if (isResumed || filledDocuments(catalogue.documents.values()).length > 0) await again(begin)
      await inTwoSteps(prepared.spool.batches(batchSize), { plan: planAgain, write: settle, finish, signal })
      for await (const some of prepared.spool.afterwards(AFTERWARDS)) {
        signal?.throwIfAborted()
        await again(async () => writeAfterwards(some, context, claim, begin))
      }
      const lacking = await takeLackingDocuments(context, gone, tally, scope)
      const isPartial = looksPartial(gone, scope)
      if (!isPartial && gone.ids.length > 0) {
        await begin()
        await markGone(gone.ids, context, claim, today)
        await countGone(db, gone, tally, context)
      }
      // Last: what the run keeps of a recommendation is added to, and nothing is kept of it after.
      if (hasBegun)
        await again(async () => {
          for (const doubt of await placeRecommendations(context, claim)) tally.doubt({ row: 0, sheet: null, doubt })
        })
      const isWritten = hasBegun || changedTotal(tally) > 0
      const compared = await compare(context, figures, lists)
      closeLists(lists, tally)
      const report = reportOf(prepared, catalogue, tally, {
        runId: isWritten ? runId : null,
        isDryRun: false,
        ...compared,
        looksPartial: isPartial && gone.ids.length > 0,
        lacking,
        seconds: secondsSoFar(),
      })
      if (isWritten) {
        await begin()
        await db.write(async (run) => {
          await endRun(run, runId, 'DONE', report)
          await claim.prove(run)
        })
      }
      return report
    } catch (error) {
      if (signal?.aborted === true && hasBegun) {
        closeLists(lists, tally)
        const report = reportOf(prepared, catalogue, tally, {
          runId,
          isDryRun: false,
          documentFigures: [],
          mismatches: [],
          looksPartial: false,
          lacking: 0,
          seconds: secondsSoFar(),
        })
        await db.write((run) => endRun(run, runId, 'CANCELLED', report))
      }
      throw error
    }
  } finally {
    // Where the database is away the claim runs out by itself.
    await claim.release().catch(() => {})
  }
}

/** The run itself, and the nodes that recommendations hang on: States, mechanisms, targets, documents. */
async function writeFrame(context: ImportContext, claim: Claim): Promise<void> {
  const { db, prepared, catalogue, runId } = context
  const { system: importer, sourceName } = prepared
  const documents = [...new Map([...catalogue.documents.values()].map((one) => [one.id, one])).values()]
  await db.write(
    async (run) => {
      await beginRun(run, runId, prepared)
      const labels = [...new Set(catalogue.missing.map(({ label }) => label))]
      for (const label of labels)
        await run(withNames(createNodes, { __LABEL__: label }), {
          rows: catalogue.missing
            .filter((node) => node.label === label)
            .map(({ id, properties }) => ({ id, properties })),
          runId,
        })
      const described = catalogue.missing.flatMap(({ id, label }) =>
        (prepared.things.get(id)?.relationships ?? [])
          .filter(({ to }) => catalogue.vocabulary.has(to))
          .map((one) => ({ ...one, of: id, ofLabel: label })),
      )
      for (const label of labels)
        await writeEdges(
          run,
          byKind(
            label,
            described.filter(({ ofLabel }) => ofLabel === label),
          ),
          { runId, importer },
        )
      const targets = catalogue.missing.filter(({ label }) => label === 'SdgTarget')
      if (targets.length > 0)
        await run(withNames(addRelationships, { __TYPE__: 'PART_OF', __FROM__: 'SdgTarget', __TO__: 'SdgGoal' }), {
          rows: targets.map(({ id, properties }) => ({
            from: id,
            to: `sdg-goal:${String(properties['target']).split('.')[0] ?? ''}`,
            properties: {},
          })),
          runId,
          importer,
        })
      await claim.prove(run)
    },
    { name: 'import-begin' },
  )
  const made = documents.filter(({ isNew }) => isNew)
  for (let start = 0; start < made.length; start += BATCH) {
    const rows = made.slice(start, start + BATCH)
    await db.write(
      async (run) => {
        await run(withNames(createNodes, { __LABEL__: 'ReviewDocument' }), {
          rows: rows.map((one) => ({
            id: one.id,
            properties: propertiesOfDocument(one, sourceName, prepared.things.get(one.id)),
          })),
          runId,
        })
        const relate = (type: string, to: string, idOf: (one: (typeof rows)[number]) => string) =>
          run(withNames(addRelationships, { __TYPE__: type, __FROM__: 'ReviewDocument', __TO__: to }), {
            rows: rows.map((one) => ({ from: one.id, to: idOf(one), properties: {} })),
            runId,
            importer,
          })
        await relate('REVIEWS', 'State', ({ stateId }) => stateId)
        await relate('ADOPTED_BY', 'Mechanism', ({ mechanismId }) => mechanismId)
        await claim.prove(run)
      },
      { name: 'import-documents' },
    )
  }
  await fillDocuments(context, claim)
}

/** Assessments, and links between recommendations, that the graph does not hold; what it holds stays as it is. */
async function writeAfterwards(
  some: readonly Afterwards[],
  { db, prepared, runId }: ImportContext,
  claim: Claim,
  begin: () => Promise<void>,
): Promise<void> {
  const { system: importer } = prepared
  const links = some.flatMap(({ links: all }) => all)
  const things = some.flatMap(({ things: all }) => all)
  const absentLinks: { type: string; rows: ReadLink[] }[] = []
  for (const type of ['SIMILAR_TO', 'CITES'] as const) {
    const rows = links.filter((link) => link.type === type)
    if (rows.length === 0) continue
    const found = await db.read<{ at: number }>(withNames(missingLinks, { __TYPE__: type }), {
      rows: rows.map(({ from, to }, at) => ({ at, from, to })),
    })
    const absent = found.flatMap(({ at }) => rows[at] ?? [])
    if (absent.length > 0) absentLinks.push({ type, rows: absent })
  }
  const absentThings = things.length === 0 ? [] : await absentOf(db, things)
  if (absentLinks.length === 0 && absentThings.length === 0) return
  await begin()
  await db.write(
    async (run) => {
      for (const label of ['Assessment', 'Evidence'] as const) {
        const made = absentThings.filter((thing) => thing.label === label)
        if (made.length === 0) continue
        await run(withNames(createNodes, { __LABEL__: label }), {
          rows: made.map((thing) => ({ id: thing.id, properties: propertiesOfThing(thing) })),
          runId,
        })
        const edges = made.flatMap(({ id, relationships }) => relationships.map((one) => ({ ...one, of: id })))
        await writeEdges(run, byKind(label, edges), { runId, importer })
      }
      for (const { type, rows } of absentLinks)
        await run(withNames(createLinks, { __TYPE__: type }), {
          rows: rows.map((link) => ({ ...link, importer: link.importer ?? importer })),
          isOrdered: type === 'SIMILAR_TO',
          runId,
        })
      await claim.prove(run)
    },
    { name: 'import-afterwards' },
  )
}

/** Of these assessments and their evidence, those that the graph does not hold, of recommendations that it holds. */
async function absentOf(db: Db, things: readonly ReadThing[]): Promise<ReadThing[]> {
  const ofRecommendation = things.flatMap(({ id, relationships: [first] }) =>
    first?.type === 'OF' ? [{ id, to: first.to }] : [],
  )
  const absent = new Set((await db.read<{ id: string }>(missingThings, { rows: ofRecommendation })).map(({ id }) => id))
  return things.filter(
    ({ id, relationships: [first] }) => absent.has(id) || (first?.type === 'BACKS' && absent.has(first.to)),
  )
}

async function markGone(
  ids: readonly string[],
  { db, prepared, runId }: ImportContext,
  claim: Claim,
  today: string,
): Promise<void> {
  for (let start = 0; start < ids.length; start += BATCH) {
    const details = await db.read<Details>(detailsStatement, { ids: ids.slice(start, start + BATCH) })
    await db.write(async (run) => {
      await writeChanges(
        run,
        details.map(({ id, properties }) => ({
          id,
          properties: { goneFromSourceOn: today },
          before: { goneFromSourceOn: null },
          beforeRunId: typeof properties['importRunId'] === 'string' ? properties['importRunId'] : null,
          add: [],
          remove: [],
          outcome: 'changed' as const,
        })),
        { runId, importer: prepared.system },
      )
      await claim.prove(run)
    })
  }
}

/** Each document by what the file has and what the graph has, and those of which the two differ. */
async function compare(
  { db, prepared, catalogue }: ImportContext,
  figures: readonly FileFigures[],
  lists: Lists,
): Promise<Pick<ImportReport, 'documentFigures' | 'mismatches'>> {
  const wanted = new Map<string, Map<string, number>>()
  for (const { documentId, positions } of figures) {
    const known = wanted.get(documentId) ?? new Map<string, number>()
    for (const [position, count] of positions) known.set(position, (known.get(position) ?? 0) + count)
    wanted.set(documentId, known)
  }
  const documentFigures: DocumentFigures[] = []
  const mismatches: DocumentFigures[] = []
  const names = new Map([...catalogue.documents.values()].map((one) => [one.id, one.symbol ?? one.title]))
  const ids = [...wanted.keys()]
  const total = (counts: ReadonlyMap<string, number>): number =>
    [...counts.values()].reduce((sum, count) => sum + count, 0)
  // Our own files carry no ids of a source of theirs: what they say is compared row by row anyway.
  if (prepared.system === 'followthrough') return { documentFigures, mismatches }
  for (let start = 0; start < ids.length; start += 1_000) {
    const rows = await db.read<{ documentId: string; name: string; position: string; count: number }>(
      figuresStatement,
      {
        documentIds: ids.slice(start, start + 1_000),
        prefix: `${prepared.system}:`,
      },
    )
    const found = new Map<string, { name: string; positions: Map<string, number> }>()
    for (const { documentId, name, position, count } of rows) {
      const one = found.get(documentId) ?? { name, positions: new Map<string, number>() }
      one.positions.set(position, count)
      found.set(documentId, one)
    }
    for (const id of ids.slice(start, start + 1_000)) {
      const inFile = wanted.get(id) ?? new Map<string, number>()
      const { name, positions } = found.get(id) ?? { name: names.get(id) ?? id, positions: new Map<string, number>() }
      const isSame =
        total(inFile) === total(positions) &&
        [...inFile].every(([position, count]) => positions.get(position) === count)
      const one: DocumentFigures = {
        id,
        name,
        inFile: total(inFile),
        inGraph: total(positions),
        positionsInFile: Object.fromEntries(inFile),
        positionsInGraph: Object.fromEntries(positions),
      }
      lists.document(one)
      if (documentFigures.length < FIGURES_KEPT) documentFigures.push(one)
      if (!isSame && mismatches.length < REFUSED_KEPT) mismatches.push(one)
    }
  }
  return { documentFigures, mismatches }
}
