import { expect, test } from 'vitest'
import { formatFragment, onlyReads, readAsked, readLanguage, readSearch } from './address.ts'

test('an address says language, question and variables, and gives them back to the letter', () => {
  const asked = {
    query: 'query A($t: String!) {\n  search(text: $t) { totalCount } # &?=%\n}',
    variables: '{"t": "សិទ្ធិ & more"}',
  }
  const fragment = formatFragment('km', asked)
  expect(readAsked(fragment)).toEqual(asked)
  expect(readLanguage(fragment, 'en')).toBe('km')
})

test('an address as other tools write it gives its question too', () => {
  expect(readSearch('?query=%7Ba%7D&variables=%7B%22b%22%3A1%7D')).toEqual({ query: '{a}', variables: '{"b":1}' })
  expect(readSearch('?query=%7Ba%7D')).toEqual({ query: '{a}', variables: '' })
  expect(readSearch('')).toBeNull()
})

test('an address that asks nothing is none of a question, and keeps the language of the browser', () => {
  expect(readAsked('')).toBeNull()
  expect(readAsked('#/km')).toBeNull()
  expect(readLanguage('', 'km')).toBe('km')
})

test('only what reads is asked by itself', () => {
  expect(onlyReads('{ statistics { recommendationCount } }')).toBe(true)
  expect(onlyReads('query A { __typename } mutation B { decide }')).toBe(false)
  expect(onlyReads('mutation { decide }')).toBe(false)
})
