export { englishSearchText, fold, hasKhmer, khmerSearchText, latinDigits, wordsOf } from './fold.ts'
export { naturalOrderKey } from './natural-order.ts'
export { findStateCode, stateNames } from './state-names.ts'
