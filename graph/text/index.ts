export { fold, hasKhmer, latinDigits, segmentsOf, wordsOf } from './fold.ts'
export { endOfDay, listPlaces, startOfDay, UNDATED } from './list-places.ts'
export { guard, isFormulaLike, unguard } from './formula-guard.ts'
export { joinCell, splitCell } from './list-cell.ts'
export { naturalOrderKey } from './natural-order.ts'
export {
  exactKey,
  withAddedText,
  paragraphKeys,
  placeKey,
  SEARCHABLE_LABELS,
  searchProperties,
  type FoundWith,
} from './search-properties.ts'
export { findStateCode, isStateCode, stateCodeOf, stateNames, stateOfSymbolCode } from './state-names.ts'
export { isStopWord, stemOf } from './stem.ts'
