import { expect, test } from 'vitest'
import { khmerDate, khmerList } from './khmer.ts'

test('Khmer dates are those that an engine with Khmer data writes, month by month', () => {
  expect(Intl.DateTimeFormat.supportedLocalesOf('km')).toEqual(['km'])
  const written = (options: Intl.DateTimeFormatOptions, at: Date): string =>
    new Intl.DateTimeFormat('km-u-nu-latn', { timeZone: 'UTC', year: 'numeric', month: 'long', ...options }).format(at)
  for (let month = 1; month <= 12; month += 1) {
    const at = new Date(Date.UTC(2022, month - 1, 27))
    expect(khmerDate(2022, month, 27)).toBe(written({ day: 'numeric' }, at))
    expect(khmerDate(2022, month, null)).toBe(written({}, at))
  }
})

test('a list ends with the word for and, as the engine has it', () => {
  const names = ['CRC', 'CEDAW', 'UPR']
  for (let count = 0; count <= 3; count += 1) {
    const few = names.slice(0, count)
    const written = new Intl.ListFormat('km', { type: 'conjunction' }).format(few)
    expect(khmerList(few).replaceAll(/[\s\u200B]/g, '')).toBe(written.replaceAll(/[\s\u200B]/g, ''))
  }
})
