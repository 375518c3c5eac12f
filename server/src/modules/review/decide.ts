/** Decisions of people on suggestions: each one transaction, kept with who, when and why, and with what was there before. */
import { randomUUID } from 'node:crypto'
import type { Db, Write } from '../../../../graph/db/index.ts'
import { ID_PREFIX, parseId } from '../../../../graph/model/index.ts'
import { badInput } from '../../errors.ts'
import type { DecisionInput } from '../../generated/resolvers.ts'
import holdSuggestion from './cypher/hold-suggestion.cypher'
import keepDecision from './cypher/keep-decision.cypher'
import markUndone from './cypher/mark-undone.cypher'
import nextNumber from './cypher/next-number.cypher'
import readDecision from './cypher/read-decision.cypher'
import setProperties from './cypher/set-properties.cypher'
import turnLink from './cypher/turn-link.cypher'
import { subjectOf } from './subjects.ts'

type Properties = Readonly<Record<string, unknown>>
/** A decision under the names of the API. */
export type DecisionAnswer = Readonly<Record<string, unknown>>

const MAX_NAME = 100
const MAX_REASON = 1_000

function nameOf(given: string): string {
  const name = given.trim()
  if (name === '' || name.length > MAX_NAME)
    throw badInput('decidedBy', `${name.length} characters. Expected a name of 1 to ${MAX_NAME}.`)
  return name
}

const toAnswer = ({ fromId, toId, ...rest }: Properties): DecisionAnswer => ({
  kind: null,
  role: null,
  score: null,
  method: null,
  reason: null,
  undoneAt: null,
  undoneBy: null,
  ...rest,
  from: fromId,
  to: toId,
})

/** What a link says of its ends changes places with them when it is turned round. */
const turned = (properties: Properties): Properties => {
  const { laterPassages, earlierPassages, tentative, ...rest } = properties
  return {
    ...rest,
    ...(earlierPassages === undefined ? {} : { laterPassages: earlierPassages }),
    ...(laterPassages === undefined ? {} : { earlierPassages: laterPassages }),
    ...(tentative === undefined || tentative === null
      ? {}
      : { tentative: tentative === 'LATER' ? 'EARLIER' : 'LATER' }),
  }
}

async function writeProperties(
  run: Write,
  type: string,
  [from, to]: readonly [string, string],
  properties: Properties,
  isTurned: boolean,
): Promise<void> {
  if (isTurned) await run(turnLink, { from, to, properties: turned(properties) })
  else await run(setProperties.replaceAll('__TYPE__', type), { from, to, properties })
}

/** Decides on a suggestion, or again on what was decided. Throws BAD_USER_INPUT naming the argument. */
export async function decide(db: Db, input: DecisionInput, now: Date): Promise<DecisionAnswer> {
  const { relationship, from, to, action } = input
  const subject = subjectOf(relationship)
  if (subject === null)
    throw badInput(
      'relationship',
      `${relationship} cannot be decided on. Expected SIMILAR_TO, ABOUT, INVOKES, PROTECTS, ADVANCES or ADDRESSED_TO.`,
    )
  for (const [argument, id] of [
    ['from', from],
    ['to', to],
  ] as const)
    if (parseId(id) === null) throw badInput(argument, `"${id.slice(0, 80)}" is no id. Expected type:key.`)
  const isTurned = input.isTurned === true
  const wrong = (argument: string, subjects: string): never => {
    throw badInput(argument, `only ${subjects} that is confirmed takes it.`)
  }
  if (input.kind && (subject !== 'LINK' || action !== 'CONFIRM')) wrong('kind', 'a link')
  if (isTurned && (subject !== 'LINK' || action !== 'CONFIRM')) wrong('isTurned', 'a link')
  if (input.role && (subject !== 'BODY' || action !== 'CONFIRM')) wrong('role', 'a body')
  const decidedBy = nameOf(input.decidedBy)
  const reason = (input.reason ?? '').trim()
  if (reason.length > MAX_REASON)
    throw badInput('reason', `${reason.length} characters. Expected at most ${MAX_REASON}.`)
  const decidedAt = `${now.toISOString().slice(0, 19)}Z`

  return db.write(
    async (run) => {
      const { rows } = await run(holdSuggestion.replaceAll('__TYPE__', relationship), { from, to })
      const [held] = rows as { properties: Properties; stateId: string; fromSortOn: string; toSortOn: string }[]
      if (held === undefined)
        throw badInput(
          'to',
          `nothing of type ${relationship} leads from ${from} to ${to}. Expected what reviewQueue lists.`,
        )
      const before = held.properties
      if (before['state'] === undefined || before['state'] === null)
        throw badInput('to', 'a source states this as a fact. Expected a suggestion, or what was one.')
      if (isTurned && held.fromSortOn !== held.toSortOn)
        throw badInput(
          'isTurned',
          `the dates are known: ${from} is of ${held.fromSortOn}, ${to} of ${held.toSortOn}. Expected two of one date.`,
        )
      const isCorrection =
        action === 'CONFIRM' &&
        (isTurned ||
          (Boolean(input.kind) && input.kind !== before['kind']) ||
          (Boolean(input.role) && input.role !== before['role']))
      const day = decidedAt.slice(0, 10)
      // What a person decided on is no longer the import's that brought it: taking that back leaves it.
      const { skippedOn: _skipped, importRunId: _run, ...kept } = before
      const after: Properties =
        action === 'SKIP'
          ? { ...before, skippedOn: day }
          : {
              ...kept,
              state: action === 'CONFIRM' ? 'CONFIRMED' : 'REJECTED',
              decidedOn: day,
              decidedBy,
              ...(input.kind ? { kind: input.kind } : {}),
              ...(input.role ? { role: input.role } : {}),
            }
      await writeProperties(run, relationship, [from, to], after, isTurned)
      const numbered = await run(nextNumber, { stateId: held.stateId })
      const properties: Properties = {
        id: `${ID_PREFIX.Decision}:${randomUUID()}`,
        number: (numbered.rows[0] as { number: number } | undefined)?.number ?? 1,
        stateId: held.stateId,
        subject,
        relationship,
        fromId: from,
        toId: to,
        action,
        isCorrection,
        isTurned,
        kind: (action === 'CONFIRM' ? input.kind : null) ?? before['kind'] ?? null,
        role: (action === 'CONFIRM' ? input.role : null) ?? before['role'] ?? null,
        score: before['score'] ?? before['confidence'] ?? null,
        method: before['method'] ?? null,
        before: JSON.stringify(before),
        decidedBy,
        decidedAt,
        reason: reason === '' ? null : reason,
      }
      await run(keepDecision, { properties })
      return toAnswer(properties)
    },
    { name: 'decide' },
  )
}

/** Takes a decision back. Throws BAD_USER_INPUT where there is none, it is undone, or a later one stands on the same. */
export async function undoDecision(db: Db, id: string, by: string, now: Date): Promise<DecisionAnswer> {
  if (parseId(id)?.label !== 'Decision')
    throw badInput('id', `"${id.slice(0, 80)}" is no id of a decision. Expected ${ID_PREFIX.Decision}:….`)
  const undoneBy = nameOf(by)
  const undoneAt = `${now.toISOString().slice(0, 19)}Z`
  return db.write(
    async (run) => {
      const { rows } = await run(readDecision, { id })
      const [read] = rows as { properties: Properties; later: string | null }[]
      if (read === undefined) throw badInput('id', `there is no decision ${id}.`)
      const { properties, later } = read
      if (properties['undoneAt']) throw badInput('id', `this decision was undone on ${String(properties['undoneAt'])}.`)
      if (later !== null) throw badInput('id', `a later decision on the same stands: ${later}. Undo that first.`)
      const { relationship, fromId, toId, isTurned, before } = properties as {
        relationship: string
        fromId: string
        toId: string
        isTurned?: boolean
        before: string
      }
      const old = JSON.parse(before) as Properties
      if (isTurned === true) await writeProperties(run, relationship, [toId, fromId], turned(old), true)
      else await writeProperties(run, relationship, [fromId, toId], old, false)
      await run(markUndone, { id, undoneAt, undoneBy })
      return toAnswer({ ...properties, undoneAt, undoneBy })
    },
    { name: 'undo-decision' },
  )
}
