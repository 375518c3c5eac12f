export { findAffectedGroup, findSdg, findTheme } from './labels.ts'
export { plainText } from './markup.ts'
export { findMechanism, isNamedInFull } from './mechanisms.ts'
export {
  citedParagraphs,
  isIntroduction,
  isUrgentMeasures,
  readParagraphNumber,
  readUprNumber,
  type Numbered,
} from './paragraphs.ts'
export { positionOf, type UprPosition } from './positions.ts'
export { cycleOf, cycleOfSession, datesOfSession, sessionOf } from './sessions.ts'
export { parseSymbol, type Symbol } from './symbols.ts'
export { findState, readStates, separateWordings, takePositionSource, type Wording } from './wordings.ts'
export { findGovernmentBody } from './government-bodies.ts'
