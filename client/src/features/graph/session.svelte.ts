/**
 * One investigation: what is on the canvas, its history, what is selected, and what is fetched for it. Made by the graph
 * page, gone with it. Every step replaces the view whole, so nothing in it is deeply reactive; steps that need a layout or
 * an answer wait their turn, so that none overtakes another and none is lost.
 */
import type { AnyVariables, Client, TypedDocumentNode } from '@urql/core'
import { toApiError, type ApiError } from '../../api/errors.ts'
import {
  GraphExpandDocument,
  GraphFacetsDocument,
  GraphFromListDocument,
  type GraphFromListQuery,
  type GraphRestoreQuery,
  GraphQuestionDocument,
  GraphPathsDocument,
  GraphRestoreDocument,
  type GraphExpandQueryVariables,
  type GraphNodeFieldsFragment,
  type RecommendationFilter,
} from '../../generated/graphql.ts'
import {
  canRedo,
  canUndo,
  goTo,
  present,
  startHistory,
  step,
  type History,
  type StepLabel,
} from '../../graph-view/history.ts'
import { layoutInput } from '../../graph-view/layout.ts'
import type { LayoutAnswer, LayoutQuestion } from '../../graph-view/layout.worker.ts'
import { pathsBetween, thingsOf, type FoundPath } from '../../graph-view/paths.ts'
import type { SavedView } from '../../graph-view/saved.ts'
import { isGroupId, shownOf, within, type Shown } from '../../graph-view/shown.ts'
import {
  collapsible,
  EMPTY_VIEW,
  HARD_CAP,
  withAdded,
  withAllRestored,
  withGroupOpened,
  withHidden,
  withMoved,
  withNote,
  withPinned,
  withRemoved,
  withShown,
  withUnpinned,
  type Facet,
  type Grouping,
  type LayoutName,
  type Note,
  type Position,
  type View,
  type ViewNode,
} from '../../graph-view/view.ts'
import type { ListQuestion, Values } from './questions.ts'
import { facetsOf, namesOf, toViewNode, type Name } from './things.ts'

/** How many neighbours one expansion brings. */
export const EXPAND_BY = 25

/** As many recommendations as one answer shows. */
const QUESTION_MOST = 100
/** As long as a way through the whole graph may be, and as many of the most telling as are shown. */
export const CONNECT_STEPS = 4
const CONNECT_MOST = 12

/** As many ids as the API looks up in one question. */
const FACETS_AT_ONCE = 100
/** Recommendations of a list that are asked for at a time, as many as the API gives. */
const LIST_PAGE = 100

export type ExpandChoice = {
  readonly kinds: GraphExpandQueryVariables['kinds']
  readonly first: number
  readonly orderBy: NonNullable<GraphExpandQueryVariables['orderBy']>
}
export const PLAIN_EXPAND: ExpandChoice = { kinds: null, first: EXPAND_BY, orderBy: 'TYPE' }

/** Something to tell: a message's key and values, so that it follows the language. `id` among the values becomes `name`. */
export type Telling = StepLabel

export class GraphSession {
  #history: History = $state.raw(startHistory(EMPTY_VIEW, { key: 'graph.steps.start', values: {} }))
  readonly view: View = $derived(present(this.#history))
  readonly shown: Shown = $derived(shownOf(this.view))
  readonly history: History = $derived(this.#history)
  readonly canUndo = $derived(canUndo(this.#history))
  readonly canRedo = $derived(canRedo(this.#history))
  selected: ReadonlySet<string> = $state.raw(new Set())
  /** Where the keyboard is, and whose details are open. */
  current: string | null = $state(null)
  /** What a path or a comparison keeps lit. */
  lit: ReadonlySet<string> | null = $state.raw(null)
  said: Telling | null = $state.raw(null)
  isAsking = $state(false)
  isLayingOut = $state(false)
  error: ApiError | null = $state.raw(null)
  /** Names of things, on the canvas or only among the values of a filter. Replaced when some come. */
  names: ReadonlyMap<string, Name> = $state.raw(new Map())

  readonly #client: Client
  /** The layout to begin with where another was meant for another screen. */
  readonly #suited: (layout: LayoutName) => LayoutName
  #worker: Worker | null = null
  #ticket = 0
  #resolve: ((places: Map<string, Position>) => void) | null = null
  #abort: AbortController | null = null
  #queue: Promise<unknown> = Promise.resolve()
  #waiting = 0

  constructor(client: Client, suited: (layout: LayoutName) => LayoutName) {
    this.#client = client
    this.#suited = suited
  }

  /** Nothing on the canvas yet. */
  #empty(): View {
    return { ...EMPTY_VIEW, layout: this.#suited(EMPTY_VIEW.layout) }
  }

  close(): void {
    this.#abort?.abort()
    this.#worker?.terminate()
  }

  // Telling

  say(key: string, values: Telling['values'] = {}): void {
    this.said = { key, values }
  }

  // Layout

  #startWorker(): Worker {
    const worker = new Worker(new URL('../../graph-view/layout.worker.ts', import.meta.url), { type: 'module' })
    worker.onmessage = ({ data }: MessageEvent<LayoutAnswer>) => {
      if (data.ticket !== this.#ticket || data.share < 1) return
      this.#resolve?.(
        new Map(data.ids.map((id, index) => [id, { x: data.xy[index * 2] ?? 0, y: data.xy[index * 2 + 1] ?? 0 }])),
      )
      this.#resolve = null
    }
    return worker
  }

  async #places(view: View, shown: Shown, keep: (id: string) => boolean): Promise<Map<string, Position>> {
    this.#worker ??= this.#startWorker()
    this.#ticket += 1
    const question: LayoutQuestion = {
      ticket: this.#ticket,
      input: layoutInput(shown, view.positions, { name: view.layout, root: view.focus?.id ?? this.current, keep }),
    }
    this.isLayingOut = true
    try {
      return await new Promise((resolve) => {
        this.#resolve = resolve
        this.#worker?.postMessage(question)
      })
    } finally {
      this.isLayingOut = false
    }
  }

  /** Ends what is under way: an answer is no longer waited for; a layout stays as far as it has come. */
  stop(): void {
    this.#abort?.abort()
    this.#worker?.postMessage({ stop: this.#ticket } satisfies LayoutQuestion)
  }

  /** Whether a step is still to come: asked for, laid out, or waiting its turn. */
  get isBusy(): boolean {
    return this.#waiting > 0
  }

  // Steps

  /** One after the other. What needs no waiting is done at once. */
  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#waiting += 1
    const done = this.#queue.then(work).finally(() => {
      this.#waiting -= 1
    })
    this.#queue = done.catch(() => undefined)
    return done
  }

  #commit(label: StepLabel, view: View): void {
    this.#history = step(this.#history, label, view)
  }

  async #settled(view: View, keep: (id: string) => boolean): Promise<View> {
    const places = await this.#places(view, shownOf(view), keep)
    return { ...view, positions: new Map([...view.positions, ...places]) }
  }

  /** A step on: what the change makes of the present view, with places for whatever has none yet. What has one keeps it. */
  change(label: StepLabel, by: (view: View) => View): Promise<void> {
    const isPlaced = (view: View): boolean => shownOf(view).nodes.every(({ id }) => view.positions.has(id))
    if (this.#waiting === 0) {
      const next = by(this.view)
      if (next === this.view) return Promise.resolve()
      if (isPlaced(next)) {
        this.#commit(label, next)
        return Promise.resolve()
      }
    }
    return this.#inTurn(async () => {
      const next = by(this.view)
      if (next === this.view) return
      this.#commit(label, isPlaced(next) ? next : await this.#settled(next, (id) => next.positions.has(id)))
    })
  }

  undo(): void {
    this.goTo(this.#history.at - 1)
  }
  redo(): void {
    this.goTo(this.#history.at + 1)
  }
  goTo(at: number): void {
    const before = this.#history
    this.#history = goTo(before, at)
    if (this.#history === before) return
    const isBack = at < before.at
    const { label } = (isBack ? before.steps[at + 1] : this.#history.steps[at]) ?? { label: null }
    if (label !== null)
      this.said = { key: isBack ? 'graph.undone' : 'graph.redone', values: { step: label.key, ...label.values } }
    this.#forgetGone()
  }
  /** The place of a view among the steps; -1 where it is none. */
  stepOf(view: View): number {
    return this.#history.steps.findIndex((one) => one.view === view)
  }

  /** What is no longer on the canvas is not selected either. */
  #forgetGone(): void {
    const there = new Set(this.shown.nodes.map(({ id }) => id))
    const selected = [...this.selected].filter((id) => there.has(id))
    if (selected.length !== this.selected.size) this.selected = new Set(selected)
    if (this.current !== null && !there.has(this.current)) this.current = null
  }

  // Selection

  select(ids: Iterable<string>, current: string | null = null): void {
    this.selected = new Set(ids)
    this.current = current ?? [...this.selected].at(-1) ?? null
  }
  toggle(id: string): void {
    const selected = new Set(this.selected)
    if (!selected.delete(id)) selected.add(id)
    this.selected = selected
    this.current = id
  }
  selectNeighbours(): void {
    const from = this.selected.size > 0 ? this.selected : new Set(this.current === null ? [] : [this.current])
    const all = new Set(from)
    for (const id of from) for (const other of this.shown.near.get(id) ?? []) all.add(other)
    this.select(all, this.current)
    this.say('graph.selectedCount', { count: all.size })
  }
  selectWhere(passes: (node: Shown['nodes'][number]) => boolean): void {
    const ids = this.shown.nodes.filter(passes).map(({ id }) => id)
    this.select(ids, this.current !== null && ids.includes(this.current) ? this.current : null)
    this.say('graph.selectedCount', { count: ids.length })
  }
  invert(): void {
    this.selectWhere(({ id }) => !this.selected.has(id))
  }
  /** What an action on one thing means: the whole selection where the thing is part of it. */
  meant(id: string): string[] {
    return this.selected.has(id) ? [...this.selected] : [id]
  }

  // What a person does

  /** Brings the next neighbours of things; things themselves too where they are not on the canvas yet. One step, however many. */
  async expand(ids: readonly string[], choice: ExpandChoice = PLAIN_EXPAND, label?: StepLabel): Promise<string[]> {
    const real = ids.filter((id) => !isGroupId(id))
    if (real.length === 0) return []
    return this.#inTurn(async () => {
      const before = this.view
      let next = before
      let waiting = 0
      let isWhole = false
      if (next.nodes.size >= HARD_CAP) {
        this.say('graph.full', { max: HARD_CAP })
        return []
      }
      for (const id of real) {
        const answer = await this.#ask(GraphExpandDocument, {
          id,
          first: Math.min(choice.first, 100),
          exclude: [...next.nodes.keys()],
          kinds: choice.kinds,
          orderBy: choice.orderBy,
        })
        const part = answer?.neighbourhood ?? null
        const self: GraphNodeFieldsFragment[] = part === null || next.nodes.has(id) ? [] : [part]
        const fresh = part && (await this.#viewNodes([...self, ...part.neighbours]))
        isWhole = fresh !== null
        if (part === null || fresh === null) break
        waiting += part.neighbours.length + part.remainingCount
        const hidden = next.hidden
        next = { ...withAdded(next, fresh, part.relationships), hidden }
      }
      const added = [...next.nodes.keys()].filter((id) => !before.nodes.has(id))
      const count = added.filter((id) => !real.includes(id)).length
      if (next !== before && added.length > 0) {
        const [only] = real
        const named: StepLabel =
          label ??
          (real.length === 1 && only !== undefined
            ? { key: 'graph.steps.expand', values: { id: only } }
            : { key: 'graph.steps.expandMany', values: { count: real.length } })
        const shown = shownOf(next)
        const isPlaced = shown.nodes.every(({ id }) => next.positions.has(id))
        this.#commit(named, isPlaced ? next : await this.#settled(next, (id) => next.positions.has(id)))
      }
      // One that was given up has said so.
      if (isWhole) this.#tellExpanded(real, count, waiting)
      return added
    })
  }
  #tellExpanded(ids: readonly string[], added: number, total: number): void {
    const [id = ''] = ids
    if (ids.length > 1) this.say('graph.addedMany', { added, total, count: ids.length })
    else if (total === 0) this.say('graph.nothingMore', { id })
    else this.say('graph.added', { added, total, id })
  }

  collapse(id: string): void {
    const gone = collapsible(this.view, id)
    if (gone.length === 0) {
      this.say('graph.nothingToCollapse', { id })
      return
    }
    void this.change({ key: 'graph.steps.collapse', values: { id } }, (view) => withRemoved(view, gone))
    this.say('graph.collapsed', { count: gone.length, id })
    this.#forgetGone()
  }
  hide(ids: readonly string[]): void {
    const members = ids.flatMap((id) => this.shown.nodes.find((node) => node.id === id)?.group?.members ?? [id])
    const [id = ''] = ids
    void this.change(
      ids.length === 1
        ? { key: 'graph.steps.hide', values: { id } }
        : { key: 'graph.steps.hideMany', values: { count: ids.length } },
      (view) => withHidden(view, members),
    )
    this.say('graph.hid', { count: members.length })
    this.#forgetGone()
  }
  hideOthers(ids: readonly string[]): void {
    const kept = new Set(ids)
    const others = this.shown.nodes.flatMap(({ id, group }) => (kept.has(id) ? [] : (group?.members ?? [id])))
    void this.change({ key: 'graph.steps.hideOthers', values: { count: others.length } }, (view) =>
      withHidden(view, others),
    )
    this.say('graph.hid', { count: others.length })
    this.#forgetGone()
  }
  show(ids: readonly string[]): void {
    void this.change({ key: 'graph.steps.show', values: { count: ids.length } }, (view) => withShown(view, ids))
  }
  restoreAll(): void {
    void this.change({ key: 'graph.steps.restore', values: {} }, withAllRestored)
    this.say('graph.restored', { count: this.view.nodes.size })
  }
  togglePin(ids: readonly string[]): void {
    const areAll = ids.every((id) => this.view.pinned.has(id))
    const values = { id: ids[0] ?? '' }
    void this.change({ key: areAll ? 'graph.steps.unpin' : 'graph.steps.pin', values }, (view) =>
      areAll ? withUnpinned(view, ids) : withPinned(view, ids),
    )
    this.say(areAll ? 'graph.unpinned' : 'graph.pinned', values)
  }
  unpinAll(): void {
    void this.change({ key: 'graph.steps.unpinAll', values: {} }, (view) => ({ ...view, pinned: new Set<string>() }))
  }
  move(moved: ReadonlyMap<string, Position>): void {
    const [id = ''] = moved.keys()
    void this.change({ key: 'graph.steps.move', values: { id } }, (view) => withMoved(view, moved))
  }
  /** Moves things by so much, for the arrow keys. */
  moveBy(ids: readonly string[], dx: number, dy: number): void {
    const moved = new Map(
      ids.flatMap((id) => {
        const place = this.view.positions.get(id)
        return place === undefined ? [] : [[id, { x: place.x + dx, y: place.y + dy }] as const]
      }),
    )
    if (moved.size > 0) this.move(moved)
  }
  note(id: string, note: Note): void {
    void this.change({ key: 'graph.steps.note', values: { id } }, (view) => withNote(view, id, note))
  }
  focusOn(id: string | null, depth: 1 | 2 | 3 = 1): void {
    void this.change(
      id === null ? { key: 'graph.steps.focusOff', values: {} } : { key: 'graph.steps.focus', values: { id, depth } },
      (view) => ({ ...view, focus: id === null ? null : { id, depth } }),
    )
    if (id !== null) this.say('graph.focused', { id, depth, count: this.shown.nodes.length })
    this.#forgetGone()
  }
  async group(by: Facet | 'year' | null): Promise<void> {
    const grouping: Grouping | null = by === null ? null : { by, opened: new Set() }
    await this.change(
      by === null ? { key: 'graph.steps.ungroup', values: {} } : { key: 'graph.steps.group', values: { by } },
      (view) => ({
        ...view,
        grouping,
        positions: withoutSigns(view),
      }),
    )
    this.#forgetGone()
  }
  async openGroup(value: string): Promise<void> {
    await this.change({ key: 'graph.steps.openGroup', values: { value } }, (view) => withGroupOpened(view, value))
    this.#forgetGone()
  }
  async layoutAs(layout: LayoutName): Promise<void> {
    await this.#inTurn(async () => {
      const view = { ...this.view, layout }
      const next = await this.#settled(view, (id) => view.pinned.has(id))
      this.#commit({ key: 'graph.steps.layout', values: { layout } }, next)
    })
    this.say('graph.laidOut', { layout })
  }

  /** What lies within some steps of a thing, on the canvas. */
  round(id: string, depth: number): Set<string> {
    return within(this.shown.near, id, depth)
  }
  // Beginnings

  /** Puts things on the canvas by their ids, as the first step or as one of its own; answers those the graph does not hold. */
  restore(
    ids: readonly string[],
    saved: Partial<SavedView> & { notes?: View['notes'] } = {},
    label: StepLabel | null = null,
  ): Promise<readonly string[] | null> {
    return this.#inTurn(async () => {
      const found = await this.#things(ids.filter((id) => !isGroupId(id)).slice(0, HARD_CAP))
      if (found === null) return null
      const { byId, relationships, unknownIds } = found
      const { ids: _ids, selected = [], current = null, camera: _camera, ...choices } = saved
      // In the order asked for: the same address always gives the same view.
      const ordered = ids.flatMap((id) => byId.get(id) ?? [])
      const added = withAdded({ ...this.#empty(), ...choices }, ordered, relationships)
      const view: View = { ...added, hidden: new Set([...(choices.hidden ?? [])].filter((id) => byId.has(id))) }
      const isPlaced = shownOf(view).nodes.every(({ id }) => view.positions.has(id))
      const settled = isPlaced ? view : await this.#settled(view, (id) => view.positions.has(id))
      if (label === null) this.#history = startHistory(settled, { key: 'graph.steps.start', values: {} })
      else this.#commit(label, settled)
      this.select(
        selected.filter((id) => byId.has(id)),
        current !== null && byId.has(current) ? current : null,
      )
      return unknownIds
    })
  }

  /** More things on the canvas, as a step of their own: what a question, a path or the search found. */
  add(ids: readonly string[], label: StepLabel): Promise<readonly string[] | null> {
    return this.#inTurn(async () => {
      const found = await this.#things([...new Set([...this.view.nodes.keys(), ...ids])])
      if (found === null) return null
      const { byId, relationships, unknownIds } = found
      const fresh = ids.flatMap((id) => byId.get(id) ?? [])
      const next = withAdded(this.view, fresh, relationships)
      const isPlaced = shownOf(next).nodes.every(({ id }) => next.positions.has(id))
      this.#commit(label, isPlaced ? next : await this.#settled(next, (id) => next.positions.has(id)))
      return unknownIds
    })
  }

  /** An empty canvas, for an investigation that begins anew. */
  clear(): void {
    this.#history = startHistory(this.#empty(), { key: 'graph.steps.start', values: {} })
    this.select([])
    this.lit = null
    this.said = null
  }

  /** Forgets how it came to the present view: the start of an exploration is no step to undo. */
  begin(): void {
    this.#history = startHistory(this.view, { key: 'graph.steps.start', values: {} })
  }

  /** The first of a list of recommendations; answers how many of how many, null where it could not be asked. */
  async listed(filter: RecommendationFilter, first: number): Promise<{ ids: string[]; total: number } | null> {
    const ids: string[] = []
    let after: string | null = null
    for (;;) {
      const page: number = Math.min(first - ids.length, LIST_PAGE)
      const answer: GraphFromListQuery | null = await this.#ask(GraphFromListDocument, { filter, first: page, after })
      if (answer === null) return null
      const { edges, totalCount, pageInfo }: GraphFromListQuery['recommendations'] = answer.recommendations
      ids.push(...edges.map(({ node }) => node.id))
      after = pageInfo.endCursor
      if (edges.length === 0 || ids.length >= Math.min(first, totalCount)) return { ids, total: totalCount }
    }
  }

  /** Answers a question with a view of its own: how many of how many are shown, and how many it points at. */
  async answer(
    question: ListQuestion,
    values: Values,
    stateId: string,
  ): Promise<{ shown: number; total: number; points: number } | null> {
    const answer = await this.#ask(GraphQuestionDocument, {
      filter: question.filter(values, stateId),
      first: QUESTION_MOST,
    })
    if (answer === null) return null
    const rows = answer.recommendations.edges.map(({ node }) => node)
    const pointed = rows.filter(question.points).map(({ id }) => id)
    const blanks = Object.values(values).filter((value) => value.includes(':'))
    if (rows.length > 0) {
      const ids = [...new Set([...blanks, ...rows.map(({ id }) => id), ...rows.flatMap(question.around)])]
      if ((await this.restore(ids, { layout: this.#suited(question.layout) })) === null) return null
      this.lit = pointed.length === 0 ? null : new Set(pointed)
    }
    return { shown: rows.length, total: answer.recommendations.totalCount, points: pointed.length }
  }

  /**
   * Looks in the whole graph for ways between two things, of at most `CONNECT_STEPS` steps. The most telling are put on
   * the canvas and lit; null where it could not be asked.
   */
  connect(from: string, to: string): Promise<readonly FoundPath[] | null> {
    return this.#inTurn(async () => {
      const ways = await this.#ask(GraphPathsDocument, { from, to, maxLength: CONNECT_STEPS, first: CONNECT_MOST })
      if (ways === null) return null
      const ids = [...new Set([from, to, ...ways.paths.flatMap(({ nodes }) => nodes.map(({ id }) => id))])]
      const answer = await this.#ask(GraphRestoreDocument, { ids })
      if (answer === null) return null
      const { nodes, relationships } = answer.subgraph
      const degrees = new Map(nodes.map(({ node, degree }) => [node.id, degree]))
      const found = pathsBetween(relationships, from, to, {
        maxLength: CONNECT_STEPS,
        degreeOf: (id) => degrees.get(id) ?? 0,
        types: null,
      }).slice(0, CONNECT_MOST)
      const on = new Set([from, to, ...found.flatMap(thingsOf)])
      const fresh = await this.#viewNodes(nodes.filter(({ node }) => on.has(node.id)))
      if (fresh === null) return null
      const next = withAdded(this.view, fresh, relationships)
      const isPlaced = shownOf(next).nodes.every(({ id }) => next.positions.has(id))
      this.#commit(
        { key: 'graph.steps.paths', values: { id: from } },
        isPlaced ? next : await this.#settled(next, (id) => next.positions.has(id)),
      )
      const [best] = found
      this.lit = best === undefined ? null : new Set(thingsOf(best))
      this.select([from, to])
      this.current = null
      return found
    })
  }

  /** The things with these ids and what joins them; null where that was given up or failed. */
  async #things(ids: readonly string[]): Promise<{
    readonly byId: ReadonlyMap<string, ViewNode>
    readonly relationships: GraphRestoreQuery['subgraph']['relationships']
    readonly unknownIds: readonly string[]
  } | null> {
    const answer = await this.#ask(GraphRestoreDocument, { ids: [...ids] })
    if (answer === null) return null
    const { nodes, relationships, unknownIds } = answer.subgraph
    const all = await this.#viewNodes(nodes)
    return all && { byId: new Map(all.map((node) => [node.id, node])), relationships, unknownIds }
  }

  /**
   * Things as the canvas keeps them, recommendations with what they are filtered and grouped by; null where that was given
   * up or failed: kept without it, they would be filtered and grouped otherwise than the same address is elsewhere.
   */
  async #viewNodes(nodes: readonly GraphNodeFieldsFragment[]): Promise<ViewNode[] | null> {
    const facets = new Map(
      nodes.flatMap(({ node }) => {
        const known = this.view.nodes.get(node.id)
        return known === undefined ? [] : [[node.id, known.facets] as const]
      }),
    )
    const names: [string, Name][] = nodes.map(({ node }) => [
      node.id,
      { name: node.displayName, nameKm: node.displayNameKm },
    ])
    const asked = nodes
      .filter(({ node }) => node.__typename === 'Recommendation' && !facets.has(node.id))
      .map(({ node }) => node.id)
    for (let start = 0; start < asked.length; start += FACETS_AT_ONCE) {
      const answer = await this.#ask(GraphFacetsDocument, { ids: asked.slice(start, start + FACETS_AT_ONCE) })
      if (answer === null) return null
      for (const node of answer.nodes)
        if (node?.__typename === 'Recommendation') {
          facets.set(node.id, facetsOf(node))
          names.push(...namesOf(node))
        }
    }
    this.names = new Map([...this.names, ...names])
    return nodes.map((node) => toViewNode(node, facets))
  }

  async #ask<Data, Variables extends AnyVariables>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ): Promise<Data | null> {
    const abort = new AbortController()
    this.#abort = abort
    this.isAsking = true
    try {
      const { data, error } = await Promise.race([
        this.#client
          .query(document, variables, { requestPolicy: 'network-only', fetchOptions: { signal: abort.signal } })
          .toPromise(),
        new Promise<{ data: undefined; error: undefined }>((resolve) =>
          abort.signal.addEventListener('abort', () => resolve({ data: undefined, error: undefined })),
        ),
      ])
      if (abort.signal.aborted) this.say('graph.cancelled')
      this.error = error === undefined || abort.signal.aborted ? null : toApiError(error)
      return error === undefined && data !== undefined ? data : null
    } finally {
      if (this.#abort === abort) this.isAsking = false
    }
  }
}

/** Places without those of signs: a new grouping has its signs laid out anew. */
const withoutSigns = (view: View): ReadonlyMap<string, Position> =>
  new Map([...view.positions].filter(([id]) => !isGroupId(id)))
