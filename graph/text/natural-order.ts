/**
 * A key that sorts paragraphs and numbers as people read them when compared as plain text:
 * 9 before 10, 118.2 before 118.10, 41 before 41(b), 16.2 before 16.a. The empty text sorts last.
 */
export function naturalOrderKey(text: string | null | undefined): string {
  if (text === null || text === undefined || text === '') return '~'
  return text.toLowerCase().replace(/\d+/g, (digits) => digits.padStart(6, '0'))
}
