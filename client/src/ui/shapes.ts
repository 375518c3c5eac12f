/** The shapes of the ten kinds of node in a box of 24 by 24; other kinds are a small ring. Shared by page and canvas. */
export const NODE_SHAPES: Record<string, string> = {
  Recommendation: 'M12 1.5a10.5 10.5 0 1 1 0 21a10.5 10.5 0 1 1 0-21z',
  ReviewDocument: 'M4 1.5h11l5.5 5.5v15.5H4z',
  Mechanism: 'M12 .8l9.8 5.6v11.2L12 23.2l-9.8-5.6V6.4z',
  Right: 'M12 0l12 12-12 12L0 12z',
  Theme: 'M7 5h10a7 7 0 0 1 0 14H7A7 7 0 0 1 7 5z',
  AffectedGroup: 'M12 1l11.5 21H.5z',
  GovernmentBody: 'M2 2h20v20H2z',
  WorkingGroup: 'M12 .5l11.8 8.7-4.5 14H4.7L.2 9.2z',
  Initiative: 'M1 3h14l9 9-9 9H1z',
  Organisation: 'M12 23L.5 2h23z',
}

/** The icon of each kind in a box of 24 by 24, drawn in strokes. Paths of lucide (ISC, see NOTICE). */
export const NODE_ICONS: Record<string, string> = {
  Recommendation:
    'M16 3a2 2 0 0 0-2 2v6a2 2 0 0 0 2 2 1 1 0 0 1 1 1v1a2 2 0 0 1-2 2 1 1 0 0 0-1 1v2a1 1 0 0 0 1 1 6 6 0 0 0 6-6V5a2 2 0 0 0-2-2zM5 3a2 2 0 0 0-2 2v6a2 2 0 0 0 2 2 1 1 0 0 1 1 1v1a2 2 0 0 1-2 2 1 1 0 0 0-1 1v2a1 1 0 0 0 1 1 6 6 0 0 0 6-6V5a2 2 0 0 0-2-2z',
  ReviewDocument: 'M10 9H8M16 13H8M16 17H8',
  Mechanism: 'M12 2a10 10 0 1 0 0 20a10 10 0 1 0 0-20zM12 2a14.5 14.5 0 0 0 0 20 14.5 14.5 0 0 0 0-20M2 12h20',
  Right: 'M12 3v18m7-13 3 8a5 5 0 0 1-6 0zV7M3 7h1a17 17 0 0 0 8-2 17 17 0 0 0 8 2h1M5 8l3 8a5 5 0 0 1-6 0zV7M7 21h10',
  Theme:
    'M12.586 2.586A2 2 0 0 0 11.172 2H4a2 2 0 0 0-2 2v7.172a2 2 0 0 0 .586 1.414l8.704 8.704a2.426 2.426 0 0 0 3.42 0l6.58-6.58a2.426 2.426 0 0 0 0-3.42zM7.5 7.5h.01',
  AffectedGroup: 'M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2M22 21v-2a4 4 0 0 0-3-3.87M9 3a4 4 0 1 0 0 8a4 4 0 1 0 0-8z',
  GovernmentBody:
    'M10 18v-7M11.119 2.205a2 2 0 0 1 1.762 0l7.84 3.846A.5.5 0 0 1 20.5 7h-17a.5.5 0 0 1-.22-.949zM14 18v-7M18 18v-7M3 22h18M6 18v-7',
  WorkingGroup:
    'M11 17l2 2a1 1 0 1 0 3-3M14 14l2.5 2.5a1 1 0 1 0 3-3l-3.88-3.88a3 3 0 0 0-4.24 0l-.88.88a1 1 0 1 1-3-3l2.81-2.81a5.79 5.79 0 0 1 7.06-.87l.47.28a2 2 0 0 0 1.42.25L21 4M21 3l1 11h-2M3 3 2 14l6.5 6.5a1 1 0 1 0 3-3M3 4h8',
  Initiative:
    'M4 22V4a1 1 0 0 1 .4-.8A6 6 0 0 1 8 2c3 0 5 2 7.333 2q2 0 3.067-.8A1 1 0 0 1 20 4v10a1 1 0 0 1-.4.8A6 6 0 0 1 16 16c-3 0-5-2-8-2a6 6 0 0 0-4 1.528',
  Organisation: 'M6 22V4a2 2 0 0 1 2-2h8a2 2 0 0 1 2 2v18zM10 6h4M10 10h4M10 14h4M10 18h4',
}

/** What any other kind of node is drawn as. */
export const OTHER_SHAPE = 'M12 4a8 8 0 1 1 0 16a8 8 0 1 1 0-16zm0 4a4 4 0 1 0 0 8a4 4 0 1 0 0-8z'

/** `GovernmentBody` -> `government-body`, as tokens.css names the colours. */
export function typeToken(typename: string): string {
  return typename.replace(/(?<=[a-z])[A-Z]/g, (letter) => `-${letter}`).toLowerCase()
}
