/**
 * One exploration: what is on the canvas, its history, and what is fetched for it. Made by the graph page, gone with it.
 * The drawing's own data stays outside deep reactivity: every step replaces the view whole.
 */
import type { Client } from '@urql/core'
import { toApiError, type ApiError } from '../../api/errors.ts'
import {
  GraphExpandDocument,
  GraphFromListDocument,
  GraphRestoreDocument,
  type RecommendationFilter,
} from '../../generated/graphql.ts'
import { layoutInput } from '../../graph-view/layout.ts'
import {
  canRedo,
  canUndo,
  EMPTY_VIEW,
  present,
  redo,
  settle,
  startHistory,
  step,
  undo,
  withAdded,
  type History,
  type LayoutName,
  type Position,
  type View,
  type ViewEdge,
  type ViewNode,
} from '../../graph-view/view.ts'

type GraphNode = {
  readonly degree: number
  readonly year: number | null
  readonly node: {
    readonly __typename?: string
    readonly id: string
    readonly displayName: string
    readonly displayNameKm: string | null
    readonly displayDetail: string | null
  }
}

const toViewNode = ({ degree, year, node }: GraphNode): ViewNode => ({
  id: node.id,
  type: node.__typename ?? '',
  name: node.displayName,
  nameKm: node.displayNameKm,
  detail: node.displayDetail,
  degree,
  year,
})

/** How many neighbours one expansion brings. */
export const EXPAND_BY = 25

export class GraphSession {
  #history: History = $state.raw(startHistory(EMPTY_VIEW, ''))
  readonly view: View = $derived(present(this.#history))
  readonly canUndo = $derived(canUndo(this.#history))
  readonly canRedo = $derived(canRedo(this.#history))
  selected: string | null = $state(null)
  isBusy = $state(false)
  error: ApiError | null = $state.raw(null)
  readonly #client: Client
  readonly #worker: Worker
  #ticket = 0
  #waiting = new Map<number, (places: Map<string, Position>) => void>()

  constructor(client: Client) {
    this.#client = client
    this.#worker = new Worker(new URL('../../graph-view/layout.worker.ts', import.meta.url), { type: 'module' })
    this.#worker.onmessage = ({ data }: MessageEvent<{ ticket: number; ids: string[]; xy: Float32Array }>) => {
      const places = new Map(
        data.ids.map((id, index) => [id, { x: data.xy[index * 2] ?? 0, y: data.xy[index * 2 + 1] ?? 0 }]),
      )
      this.#waiting.get(data.ticket)?.(places)
      this.#waiting.delete(data.ticket)
    }
  }

  close(): void {
    this.#worker.terminate()
  }

  #layout(view: View, keepPlaces: boolean): Promise<Map<string, Position>> {
    this.#ticket += 1
    const ticket = this.#ticket
    return new Promise((resolve) => {
      this.#waiting.set(ticket, resolve)
      this.#worker.postMessage({ ticket, input: layoutInput(view, { keepPlaces }) })
    })
  }

  /** A step on, with places for what has none yet; what has one keeps it. */
  async #go(name: string, view: View, { keepPlaces = true }: { keepPlaces?: boolean } = {}): Promise<void> {
    const places = await this.#layout(view, keepPlaces)
    this.#history = step(this.#history, name, { ...view, positions: new Map([...view.positions, ...places]) })
  }

  /** A step that moves nothing. */
  change(name: string, view: View): void {
    this.#history = step(this.#history, name, view)
  }
  undo(): void {
    this.#history = undo(this.#history)
  }
  redo(): void {
    this.#history = redo(this.#history)
  }
  async layoutAs(name: string, layout: LayoutName): Promise<void> {
    await this.#go(name, { ...this.view, layout }, { keepPlaces: false })
  }
  move(name: string, id: string, position: Position): void {
    this.change(name, { ...this.view, positions: new Map([...this.view.positions, [id, position]]) })
  }

  /** Brings the next neighbours of a thing; the thing itself too where it is not on the canvas yet. */
  async expand(id: string, name: string): Promise<{ added: number; total: number } | null> {
    const answer = await this.#ask(() =>
      this.#client
        .query(
          GraphExpandDocument,
          { id, first: EXPAND_BY, exclude: [...this.view.nodes.keys()] },
          { requestPolicy: 'network-only' },
        )
        .toPromise(),
    )
    if (answer === null) return null
    const { neighbourhood } = answer
    const before = this.view.nodes.size
    const self = this.view.nodes.has(id)
      ? []
      : [toViewNode({ degree: neighbourhood.degree, year: null, node: neighbourhood.node })]
    const edges: ViewEdge[] = [...neighbourhood.relationships]
    const next = withAdded(this.view, [...self, ...neighbourhood.neighbours.map(toViewNode)], edges)
    await this.#go(name, next)
    return {
      added: next.nodes.size - before - self.length,
      total: neighbourhood.neighbours.length + neighbourhood.remainingCount,
    }
  }

  /** Puts things on the canvas by their ids; answers those the graph does not hold. */
  async restore(ids: readonly string[], name: string, saved: Partial<View> = {}): Promise<readonly string[] | null> {
    const answer = await this.#ask(() =>
      this.#client.query(GraphRestoreDocument, { ids: [...ids] }, { requestPolicy: 'network-only' }).toPromise(),
    )
    if (answer === null) return null
    const { nodes, relationships, unknownIds } = answer.subgraph
    const view = withAdded({ ...this.view, ...saved }, nodes.map(toViewNode), [...relationships])
    const places = await this.#layout(view, true)
    // Places that were shared win over computed ones.
    this.#history = startHistory(
      { ...view, hidden: saved.hidden ?? view.hidden, positions: new Map([...places, ...view.positions]) },
      name,
    )
    return unknownIds
  }

  async startFromList(filter: RecommendationFilter, name: string): Promise<{ shown: number; total: number } | null> {
    const answer = await this.#ask(() =>
      this.#client.query(GraphFromListDocument, { filter, first: EXPAND_BY }).toPromise(),
    )
    if (answer === null) return null
    const { edges, totalCount } = answer.recommendations
    const ids = edges.map(({ node }) => node.id)
    if (ids.length > 0 && (await this.restore(ids, name)) === null) return null
    return { shown: ids.length, total: totalCount }
  }

  /** Forgets how it came to the present view: the start of an exploration is no step to undo. */
  begin(name: string): void {
    this.#history = settle(startHistory(this.view, name), this.view)
  }

  async #ask<Data>(
    query: () => Promise<{ data?: Data | undefined; error?: Parameters<typeof toApiError>[0] | undefined }>,
  ): Promise<Data | null> {
    this.isBusy = true
    try {
      const { data, error } = await query()
      this.error = error === undefined ? null : toApiError(error)
      return error === undefined && data !== undefined ? data : null
    } finally {
      this.isBusy = false
    }
  }
}
