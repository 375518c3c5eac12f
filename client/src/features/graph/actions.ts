/**
 * What can be done with things on the canvas. One list for the menu, the details and the sheet of keys, so that every
 * action has all its routes and none is forgotten in one of them.
 */
import { isGroupId } from '../../graph-view/shown.ts'
import type { MessageKey } from '../../messages/messages.svelte.ts'
import type { GraphSession } from './session.svelte.ts'

export type ThingAction = {
  readonly id: string
  readonly label: MessageKey
  /** The key of the canvas that does the same; null where only menu and details do. */
  readonly shortcut: string | null
  readonly run: () => void
}

/** What the page itself opens for an action. */
export type Openers = {
  readonly expandWith: (ids: readonly string[]) => void
  readonly note: (id: string) => void
  readonly paths: () => void
  /** Lets the next tap on the canvas say where they go. */
  readonly place: (ids: readonly string[]) => void
  readonly zoomTo: (ids: readonly string[]) => void
}

/** Actions on one thing, or on the whole selection where the thing is part of it. */
export function thingActions(id: string, session: GraphSession, open: Openers): ThingAction[] {
  const ids = session.meant(id)
  const { view } = session
  const place: ThingAction = { id: 'place', label: 'graph.place', shortcut: 'Alt+←', run: () => open.place(ids) }
  const sign = session.shown.nodes.find((node) => node.id === id)?.group ?? null
  if (sign !== null && isGroupId(id))
    return [
      { id: 'openGroup', label: 'graph.openGroup', shortcut: 'Enter', run: () => void session.openGroup(sign.value) },
      { id: 'hide', label: 'graph.hide', shortcut: 'H', run: () => session.hide(ids) },
      { id: 'hideOthers', label: 'graph.hideOthers', shortcut: null, run: () => session.hideOthers(ids) },
      place,
      { id: 'zoomTo', label: 'graph.zoomTo', shortcut: null, run: () => open.zoomTo(ids) },
    ]
  const isPinned = ids.every((one) => view.pinned.has(one))
  const isFocused = view.focus?.id === id
  const depths = ([1, 2, 3] as const).map((depth): ThingAction => ({
    id: `focus${depth}`,
    label: `graph.focus${depth}`,
    shortcut: String(depth),
    run: () => session.focusOn(id, depth),
  }))
  return [
    { id: 'expand', label: 'graph.expand', shortcut: 'Enter', run: () => void session.expand(ids) },
    { id: 'expandWith', label: 'graph.expandWith', shortcut: 'E', run: () => open.expandWith(ids) },
    { id: 'collapse', label: 'graph.collapse', shortcut: 'C', run: () => session.collapse(id) },
    {
      id: 'select',
      label: session.selected.has(id) ? 'graph.deselect' : 'graph.select',
      shortcut: 'Space',
      run: () => session.toggle(id),
    },
    {
      id: 'pin',
      label: isPinned ? 'graph.unpin' : 'graph.pin',
      shortcut: 'P',
      run: () => session.togglePin(ids),
    },
    place,
    { id: 'hide', label: 'graph.hide', shortcut: 'H', run: () => session.hide(ids) },
    { id: 'hideOthers', label: 'graph.hideOthers', shortcut: null, run: () => session.hideOthers(ids) },
    ...depths,
    ...(isFocused
      ? [
          {
            id: 'focusOff',
            label: 'graph.focusOff',
            shortcut: 'Esc',
            run: () => session.focusOn(null),
          } satisfies ThingAction,
        ]
      : []),
    { id: 'note', label: 'graph.note', shortcut: 'N', run: () => open.note(id) },
    {
      id: 'neighbours',
      label: 'graph.selectNeighbours',
      shortcut: null,
      run: () => {
        if (!session.selected.has(id)) session.select([id])
        session.selectNeighbours()
      },
    },
    { id: 'zoomTo', label: 'graph.zoomTo', shortcut: null, run: () => open.zoomTo(ids) },
    ...(session.selected.size >= 2
      ? [{ id: 'paths', label: 'graph.paths', shortcut: null, run: open.paths } satisfies ThingAction]
      : []),
  ]
}
