/**
 * Questions asked again in the same words, by the same or by another client: Apollo has parsed and validated them once,
 * and what it does again for each request is a part of the cost of a small one (README, decisions). The head of its answer
 * is kept with the operation, and whoever asks the same goes straight to the limits and the quick way. Whatever is not
 * plainly the same goes to Apollo.
 */
import type { HeaderMap } from '@apollo/server'
import type { IncomingMessage } from 'node:http'
import { logAnswer, type Context } from '../context.ts'
import { Kept } from '../execution/kept.ts'
import type { Operation } from '../execution/plan.ts'
import type { Admission } from '../schema/admission.ts'

/** Characters of the questions that are known; parsed, one takes up to a hundred times as many bytes. */
const KNOWN = 300_000
/** What a question weighs beside its characters: the head of its answer, and what finds it. */
const OWN_WEIGHT = 500

/** What all askers of a question share. */
export type KnownOperation = Omit<Operation, 'variables'>
type Question = { readonly operation: KnownOperation; readonly headers: HeaderMap }
type Body = { readonly query: string; readonly operationName?: string | null; readonly variables?: object | null }
const PARTS = new Set(['query', 'operationName', 'variables'])

function isPlain(body: unknown): body is Body {
  if (body === null || typeof body !== 'object') return false
  for (const part in body) if (!PARTS.has(part)) return false
  const { query, operationName, variables } = body as Record<string, unknown>
  return (
    typeof query === 'string' &&
    (operationName === undefined || operationName === null || typeof operationName === 'string') &&
    (variables === undefined || (typeof variables === 'object' && !Array.isArray(variables)))
  )
}

/** A request that may be a repeated one. */
export type Repeatable = { readonly key: string; readonly variables: Readonly<Record<string, unknown>> }

export class RepeatedQuestions {
  readonly #admission: Admission
  readonly #known = new Kept<Question>(KNOWN)

  constructor(admission: Admission) {
    this.#admission = admission
  }

  /** What makes a request the same as another: its words, and the headers that Apollo looks at. Null for one that Apollo must see. */
  repeatable({ headers }: IncomingMessage, body: unknown): Repeatable | null {
    if (!isPlain(body)) return null
    const { query, operationName, variables } = body
    return {
      key: JSON.stringify([headers['content-type'], headers.accept, operationName, query]),
      variables: (variables ?? {}) as Record<string, unknown>,
    }
  }

  /** The answer to a question that is known; null where Apollo has to answer, or to say what is wrong. */
  async answer(
    { key, variables }: Repeatable,
    context: Context,
  ): Promise<{ readonly headers: HeaderMap; readonly text: string } | null> {
    const known = this.#known.get(key)
    if (known === undefined) return null
    const { document, operation, hash } = known.operation
    try {
      this.#admission.check(document, operation, hash, variables)
    } catch {
      return null
    }
    const data = await context.execution.answer({ document, operation, hash, variables }, context)
    if (data === null) {
      context.record.isLeft = true
      return null
    }
    logAnswer(context, operation.name?.value ?? null)
    return { headers: known.headers, text: `${JSON.stringify({ data })}\n` }
  }

  /** Keeps what Apollo made of a question that the quick way answered. */
  keep({ key }: Repeatable, operation: KnownOperation, headers: HeaderMap): void {
    this.#known.set(key, { operation, headers }, OWN_WEIGHT + key.length)
  }
}
