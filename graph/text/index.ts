export { englishSearchText, fold, hasKhmer, khmerSearchText, latinDigits, wordsOf } from './fold.ts'
export { endOfDay, listPlaces, startOfDay, UNDATED } from './list-places.ts'
export { naturalOrderKey } from './natural-order.ts'
export { findStateCode, isStateCode, stateCodeOf, stateNames, stateOfSymbolCode } from './state-names.ts'
