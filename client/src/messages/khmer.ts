/**
 * What dates and lists in Khmer need of CLDR, for browsers that are built without it (Chromium's builds for servers among
 * them). Held by a test to what an engine that knows Khmer writes itself.
 */
const MONTHS = ['មករា', 'កុម្ភៈ', 'មីនា', 'មេសា', 'ឧសភា', 'មិថុនា', 'កក្កដា', 'សីហា', 'កញ្ញា', 'តុលា', 'វិច្ឆិកា', 'ធ្នូ'] as const

/** Whether this browser writes Khmer dates itself. */
export const knowsKhmer = (): boolean => Intl.DateTimeFormat.supportedLocalesOf('km').length > 0

/** `27 មិថុនា 2022`, or without the day where it is not known. Months are 1 to 12; short names are the long ones. */
export const khmerDate = (year: number, month: number, day: number | null): string =>
  [day, MONTHS[month - 1], year].filter((part) => part !== null).join(' ')

/** `ក, ខ និង គ`, a space on both sides of the word so that it parts what may be Latin. */
export const khmerList = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} និង ${items.at(-1)}`
