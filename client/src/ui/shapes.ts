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

/** What any other kind of node is drawn as. */
export const OTHER_SHAPE = 'M12 4a8 8 0 1 1 0 16a8 8 0 1 1 0-16zm0 4a4 4 0 1 0 0 8a4 4 0 1 0 0-8z'

/** `GovernmentBody` -> `government-body`, as tokens.css names the colours. */
export function typeToken(typename: string): string {
  return typename.replace(/(?<=[a-z])[A-Z]/g, (letter) => `-${letter}`).toLowerCase()
}
