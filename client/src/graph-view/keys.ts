/**
 * What a key does while the canvas has the focus. Single letters can be turned off (WCAG 2.1.4); Tab is left to the
 * browser, so that the canvas is no trap (2.1.2).
 */
export const CANVAS_KEYS = [
  { action: 'left', keys: ['ArrowLeft'], isLetter: false },
  { action: 'right', keys: ['ArrowRight'], isLetter: false },
  { action: 'up', keys: ['ArrowUp'], isLetter: false },
  { action: 'down', keys: ['ArrowDown'], isLetter: false },
  { action: 'next', keys: [']'], isLetter: true },
  { action: 'previous', keys: ['['], isLetter: true },
  { action: 'expand', keys: ['Enter'], isLetter: false },
  { action: 'expandWith', keys: ['e'], isLetter: true },
  { action: 'collapse', keys: ['c'], isLetter: true },
  { action: 'select', keys: [' '], isLetter: false },
  { action: 'menu', keys: ['m', 'ContextMenu', 'Shift+F10'], isLetter: true },
  { action: 'pin', keys: ['p'], isLetter: true },
  { action: 'hide', keys: ['h', 'Delete'], isLetter: true },
  { action: 'note', keys: ['n'], isLetter: true },
  { action: 'focus1', keys: ['1'], isLetter: true },
  { action: 'focus2', keys: ['2'], isLetter: true },
  { action: 'focus3', keys: ['3'], isLetter: true },
  { action: 'fit', keys: ['f'], isLetter: true },
  { action: 'zoomIn', keys: ['+', '='], isLetter: true },
  { action: 'zoomOut', keys: ['-'], isLetter: true },
  { action: 'selectAll', keys: ['Ctrl+a'], isLetter: false },
  { action: 'moveLeft', keys: ['Alt+ArrowLeft'], isLetter: false },
  { action: 'moveRight', keys: ['Alt+ArrowRight'], isLetter: false },
  { action: 'moveUp', keys: ['Alt+ArrowUp'], isLetter: false },
  { action: 'moveDown', keys: ['Alt+ArrowDown'], isLetter: false },
  { action: 'help', keys: ['?'], isLetter: true },
  { action: 'out', keys: ['Escape'], isLetter: false },
] as const
export type CanvasAction = (typeof CANVAS_KEYS)[number]['action']

/** `Ctrl+a`, `Alt+ArrowUp`, `h`: the modifiers that count, and the key as it is printed. */
export function keyName(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): string {
  const { key } = event
  const name = key.length === 1 ? key.toLowerCase() : key
  return [
    event.ctrlKey || event.metaKey ? 'Ctrl+' : '',
    event.altKey ? 'Alt+' : '',
    event.shiftKey && key.length > 1 ? 'Shift+' : '',
    name,
  ].join('')
}

/** What the canvas does with a key; null where it leaves it to the page. */
export function actionOfKey(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
  { areLettersOn }: { areLettersOn: boolean },
): CanvasAction | null {
  const name = keyName(event)
  const found = CANVAS_KEYS.find(({ keys }) => keys.some((key) => key === name))
  if (found === undefined) return null
  return name.length === 1 && name !== ' ' && !areLettersOn ? null : found.action
}
