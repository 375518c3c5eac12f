import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import english from './en.ts'
import khmer from './km.ts'
import { VERIFIED } from './verified.ts'

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)/g)]
    .map(([, name]) => name ?? '')
    .filter((name) => !['one', 'other'].includes(name))
    .sort()

test('every message exists in both languages with the same placeholders', () => {
  for (const [key, text] of Object.entries(english)) {
    const other = khmer[key as keyof typeof khmer]
    expect(other, key).toBeTruthy()
    // A count may stand in the noun of one language and be left out of a bare noun in the other.
    const missing = [...new Set(placeholders(other))].filter((name) => !placeholders(text).includes(name))
    expect(missing, key).toEqual([])
  }
})

test('Khmer messages keep the rules of writing', () => {
  for (const [key, text] of Object.entries(khmer)) {
    expect(text, key).not.toMatch(/\s។/)
    expect(text, key).not.toMatch(/\u200B|ស្ដី|ឲ្យ|ដួលរលំ|ច្បាស់/)
  }
})

test('what is verified is a message', () => {
  for (const key of VERIFIED) expect(Object.hasOwn(english, key), key).toBe(true)
})

test('what two recommendations both name stands under a name that the server says', () => {
  const said = ['data/concepts.csv', 'names.ts'].map((file) =>
    readFileSync(new URL(`../../../server/src/links/${file}`, import.meta.url), 'utf8'),
  )
  const named = Object.keys(english).flatMap((key) => /^named\.(.+)$/.exec(key)?.[1] ?? [])
  expect(named.length).toBeGreaterThan(0)
  const isSaid = (name: string): boolean =>
    [`,${name},`, `'${name}'`, `'treaty:${name.toLowerCase()}'`].some((one) => said.some((text) => text.includes(one)))
  expect(named.filter((name) => !isSaid(name))).toEqual([])
})
