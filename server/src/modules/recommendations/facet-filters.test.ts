import { expect, test } from 'vitest'
import { narrowedTo, plain, withoutOwn } from './facet-filters.ts'

test('what goes without saying is left out', () => {
  expect(
    plain({ themes: ['a'], voice: 'CIVIL_SOCIETY', includeSuggestions: false, not: { text: null, kinds: ['URGENT'] } }),
  ).toEqual({ themes: ['a'], not: { kinds: ['URGENT'] } })
})

test.each([
  ['a field of its own', {}, 'THEME', 'theme:a', { themes: ['theme:a'] }],
  [
    'a field that is restricted already',
    { themes: ['theme:a', 'theme:b'] },
    'THEME',
    'theme:a',
    { themes: ['theme:a', 'theme:b'], and: [{ themes: ['theme:a'] }] },
  ],
  [
    'a part of one responsibility, where another part is restricted',
    { roles: ['SUPPORT'], includeSuggestions: true },
    'GOVERNMENT_BODY',
    'body:a',
    { roles: ['SUPPORT'], includeSuggestions: true, and: [{ includeSuggestions: true, governmentBodies: ['body:a'] }] },
  ],
  ['none, by facts', {}, 'THEME', 'NONE', { lacks: ['THEME'] }],
  [
    'none, suggestions included',
    { includeSuggestions: true, lacks: ['INDICATOR'] },
    'THEME',
    'NONE',
    { includeSuggestions: true, lacks: ['INDICATOR', 'THEME', 'SUGGESTED_THEME'] },
  ],
  ['a number', {}, 'YEAR', '2014', { years: [2014] }],
  ['no position to know', {}, 'POSITION', 'NONE', { lacks: ['POSITION'], not: { positions: ['NOT_KNOWN'] } }],
  [
    'no position to know, beside a not',
    { not: { kinds: ['URGENT'] } },
    'POSITION',
    'NONE',
    { not: { kinds: ['URGENT'] }, lacks: ['POSITION'], and: [{ not: { positions: ['NOT_KNOWN'] } }] },
  ],
  [
    'the latest assessment of a voice',
    { voice: 'UN', statuses: ['IMPLEMENTED', 'IN_PROGRESS'] },
    'STATUS',
    'IMPLEMENTED',
    { voice: 'UN', statuses: ['IMPLEMENTED', 'IN_PROGRESS'], and: [{ voice: 'UN', statuses: ['IMPLEMENTED'] }] },
  ],
] as const)('a filter narrowed to %s', (_name, filter, field, value, expected) => {
  expect(narrowedTo(filter as Parameters<typeof narrowedTo>[0], field, value)).toEqual(expected)
})

test('a field’s own restriction goes, here and in its `and`, and in nothing else', () => {
  expect(
    withoutOwn(
      { themes: ['a'], kinds: ['URGENT'], and: [{ themes: ['b'], years: [2014] }], or: [{ themes: ['c'] }] },
      'THEME',
    ),
  ).toEqual({ kinds: ['URGENT'], and: [{ years: [2014] }], or: [{ themes: ['c'] }] })
})

test('bodies restrict the lead where the lead is asked for', () => {
  expect(withoutOwn({ governmentBodies: ['a'], roles: ['LEAD'] }, 'LEAD_BODY')).toEqual({})
  expect(withoutOwn({ governmentBodies: ['a'], roles: ['SUPPORT'] }, 'LEAD_BODY')).toEqual({
    governmentBodies: ['a'],
    roles: ['SUPPORT'],
  })
  expect(withoutOwn({ governmentBodies: ['a'], roles: ['LEAD'] }, 'GOVERNMENT_BODY')).toEqual({ roles: ['LEAD'] })
})
