/**
 * Suggested tags and responsible bodies in the graph, for recommendations that have none by fact: made anew for a State when
 * what they are made from changed, written as differences. They are marked as suggestions (`state: SUGGESTED`) and never
 * counted as facts; what a person confirmed or rejected is never touched, and a rejected one never comes back, since it stays.
 */
import { createHash } from 'node:crypto'
import type { Db } from '../../../graph/db/index.ts'
import { keyOf, parseId, type Label, type RelationshipType } from '../../../graph/model/index.ts'
import keepFingerprint from './cypher/keep-suggestions-fingerprint.cypher'
import listStates from './cypher/list-states.cypher'
import readFollowed from './cypher/read-followed.cypher'
import readSuggestions from './cypher/read-suggestions.cypher'
import readUntagged from './cypher/read-untagged.cypher'
import removeSuggestions from './cypher/remove-suggestions.cypher'
import writeBodies from './cypher/write-bodies.cypher'
import writeTags from './cypher/write-tags.cypher'
import { builtIn } from './built-in.ts'
import { languageOf } from './linker.ts'
import { methodOf, SHIPPED_WEIGHTS } from './scorer.ts'
import { LINK_IMPORTER } from './store.ts'
import { MOST_BODIES } from './bodies.ts'
import { profileOf, suggest } from './suggestions.ts'

const BATCH = 2_000
/** The tagger has read English alone. */
const LANGUAGE = 'en'
const TAGGER_METHOD = 'linear-tagger 2'
const RULES_METHOD = 'mandate-rules 1'
const NAMES_METHOD = 'names-in-text 1'
const FOLLOWS_METHOD = 'same-ask 1'
/** What a body of another recommendation is worth for this one, beside how likely both ask the same. */
const FOLLOWS_SHARE = 0.8

const TYPE_OF_LABEL: Partial<Record<Label, RelationshipType>> = {
  Theme: 'ABOUT',
  Right: 'INVOKES',
  RightsCluster: 'INVOKES',
  AffectedGroup: 'PROTECTS',
  SdgTarget: 'ADVANCES',
  SdgGoal: 'ADVANCES',
}

export type SuggestionReport = {
  /** States looked at, and those whose suggestions were made anew. */
  readonly states: number
  readonly remade: number
  readonly tags: number
  readonly bodies: number
  readonly removed: number
  /** Suggestions that a person has decided, and that the machine therefore left alone. */
  readonly decided: number
}

type Untagged = {
  readonly id: string
  readonly text: string
  readonly language: string | null
  readonly labels: readonly string[]
  readonly lacks: readonly string[]
}
/** A body that is known to be responsible for a recommendation that asks the same. */
type Followed = {
  readonly id: string
  readonly body: string
  readonly role: string | null
  readonly likeness: number
  readonly place: string
}
type Row = {
  readonly from: string
  readonly to: string
  readonly type: string
  readonly role: string | null
  readonly basis: string
  readonly score: number
  readonly method: string
  readonly note: string
}
type Stored = Row & { readonly isDecided: boolean }

/** Bodies known from recommendations that ask the same, each once, by the likeliest of these. */
function followingRows(id: string, followed: readonly Followed[]): Row[] {
  const rows = new Map<string, Row>()
  for (const { body, role, likeness, place } of followed)
    if (!rows.has(body) && rows.size < MOST_BODIES)
      rows.set(body, {
        from: id,
        to: body,
        type: 'ADDRESSED_TO',
        role,
        basis: 'SUGGESTED',
        score: Math.round(likeness * FOLLOWS_SHARE * 1_000) / 1_000,
        method: FOLLOWS_METHOD,
        note: `A recommendation that asks the same is addressed to it: ${place}.`,
      })
  return [...rows.values()]
}

/**
 * What is suggested for a recommendation of the kinds it lacks. Bodies come from its own words and its State's rules, else
 * from what is known of recommendations that ask the same.
 */
function rowsOf({ id, text, labels, lacks }: Untagged, state: string, followed: readonly Followed[]): Row[] {
  // All that is lacking is a body, and the State has no rules that could name one: the text need not be read.
  if (lacks.every((type) => type === 'ADDRESSED_TO') && profileOf(state) === null) return followingRows(id, followed)
  const { themes, groups, rights, sdgTargets, bodies } = suggest(text, state, labels)
  const tags = [...themes, ...groups, ...rights, ...sdgTargets].map((label): Row => {
    const kind = parseId(label.id)?.label
    return {
      from: id,
      to: label.id,
      type: (kind === undefined ? undefined : TYPE_OF_LABEL[kind]) ?? '',
      role: null,
      basis: 'SUGGESTED',
      score: label.confidence,
      method: TAGGER_METHOD,
      note: label.reason,
    }
  })
  const responsible = bodies.map((body): Row => ({
    from: id,
    to: body.id,
    type: 'ADDRESSED_TO',
    role: body.role,
    // That a text names a body is a fact; that the body is meant to act is the machine's reading of it.
    basis: body.basis === 'MANDATE' ? 'MANDATE' : 'SUGGESTED',
    score: body.confidence,
    method: body.basis === 'MANDATE' ? RULES_METHOD : NAMES_METHOD,
    note: body.reason,
  }))
  return [...tags, ...(responsible.length > 0 ? responsible : followingRows(id, followed))].filter(({ type }) =>
    lacks.includes(type),
  )
}

const keyOfRow = ({ from, type, to }: Pick<Row, 'from' | 'type' | 'to'>): string => `${from} ${type} ${to}`
const isAlike = (stored: Row, row: Row): boolean =>
  (['role', 'basis', 'score', 'method', 'note'] as const).every((name) => stored[name] === row[name])

let taggerDigest: string | null = null
/** Stands for what the tagger has learned; worked out once. */
const digestOfTagger = (): string =>
  (taggerDigest ??= createHash('sha256').update(builtIn().tagger.toBytes()).digest('hex'))

function fingerprintOf(untagged: readonly Untagged[], followed: readonly Followed[], state: string): string {
  const hash = createHash('sha256')
  hash.update([TAGGER_METHOD, RULES_METHOD, NAMES_METHOD, FOLLOWS_METHOD, methodOf(SHIPPED_WEIGHTS)].join())
  hash.update(digestOfTagger())
  hash.update(JSON.stringify(profileOf(state)))
  for (const { id, text, labels, lacks } of untagged) hash.update(JSON.stringify([id, text, [...labels].sort(), lacks]))
  hash.update(JSON.stringify(followed))
  return hash.digest('hex')
}

/** Brings the suggested tags and bodies of the States given (ids; null: all) up to date. Safe to repeat. */
export async function suggestInGraph(
  db: Db,
  {
    states = null,
    onProgress,
    signal,
  }: {
    readonly states?: readonly string[] | null
    readonly onProgress?: ((done: number, total: number) => void) | undefined
    readonly signal?: AbortSignal | undefined
  } = {},
): Promise<SuggestionReport> {
  const found = await db.read<{ stateId: string; suggestionsFingerprint: string | null }>(
    listStates,
    { states },
    { name: 'links-list-states', signal },
  )
  const report = { states: found.length, remade: 0, tags: 0, bodies: 0, removed: 0, decided: 0 }
  for (const [index, { stateId, suggestionsFingerprint }] of found.entries()) {
    onProgress?.(index, found.length)
    signal?.throwIfAborted()
    const state = keyOf(stateId)
    const all = await db.read<Untagged>(
      readUntagged,
      { stateId, importer: LINK_IMPORTER },
      { name: 'links-read-untagged', signal },
    )
    const untagged = all.filter(({ text, language }) => languageOf(text, language) === LANGUAGE)
    const followed = await db.read<Followed>(readFollowed, { stateId }, { name: 'links-read-followed', signal })
    const followedBy = new Map<string, Followed[]>()
    for (const one of followed) followedBy.set(one.id, [...(followedBy.get(one.id) ?? []), one])
    const fingerprint = fingerprintOf(untagged, followed, state)
    if (fingerprint === suggestionsFingerprint) continue
    report.remade += 1

    const stored = await db.read<Stored>(
      readSuggestions,
      { stateId, importer: LINK_IMPORTER },
      { name: 'links-read-suggestions', signal },
    )
    const ours = new Map(stored.map((one) => [keyOfRow(one), one]))
    const proposed = untagged.flatMap((one) => rowsOf(one, state, followedBy.get(one.id) ?? []))
    const wanted = proposed.filter((row) => ours.get(keyOfRow(row))?.isDecided !== true)
    report.decided += proposed.length - wanted.length
    const keys = new Set(wanted.map(keyOfRow))
    const stale = stored.filter((one) => !one.isDecided && !keys.has(keyOfRow(one)))
    const changed = wanted.filter((row) => {
      const before = ours.get(keyOfRow(row))
      return before === undefined || !isAlike(before, row)
    })
    const write = async (statement: string, rows: readonly Row[]): Promise<void> => {
      for (let start = 0; start < rows.length; start += BATCH) {
        signal?.throwIfAborted()
        const batch = rows.slice(start, start + BATCH)
        await db.write((run) => run(statement, { rows: batch, importer: LINK_IMPORTER }), { name: 'links-suggest' })
      }
    }
    await write(removeSuggestions, stale)
    for (const [label, type] of Object.entries(TYPE_OF_LABEL)) {
      const rows = changed.filter((row) => parseId(row.to)?.label === label)
      await write(writeTags.replaceAll('__TYPE__', type).replaceAll('__TO__', label), rows)
      report.tags += rows.length
    }
    const bodies = changed.filter(({ type }) => type === 'ADDRESSED_TO')
    await write(writeBodies, bodies)
    report.bodies += bodies.length
    report.removed += stale.length
    await db.write((run) => run(keepFingerprint, { stateId, fingerprint }), { name: 'links-keep-fingerprint' })
  }
  onProgress?.(found.length, found.length)
  return report
}
