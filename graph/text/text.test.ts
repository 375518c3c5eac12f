import { expect, test } from 'vitest'
import { randomFrom } from '../random.ts'
import {
  endOfDay,
  findStateCode,
  fold,
  listPlaces,
  naturalOrderKey,
  paragraphKeys,
  searchProperties,
  segmentsOf,
  startOfDay,
  stateNames,
  stemOf,
  UNDATED,
  wordsOf,
} from './index.ts'

test('Khmer spellings that look alike become one', () => {
  expect(fold('ស្ដី')).toBe(fold('ស្តី'))
  expect(fold('ឲ្យ')).toBe(fold('ឱ្យ'))
  expect(fold('ស្រ្តី')).toBe(fold('ស្ត្រី'))
  expect(fold('សិទ្ធិ\u200Bកុមារ')).toBe('សិទ្ធិកុមារ')
  expect(fold('មាត្រា ៤១')).toContain('41')
})

test('a Khmer word is found inside a phrase without spaces', () => {
  const { searchKm, searchName } = searchProperties('Theme', { name: 'Ministry', nameKm: 'សិទ្ធិកុមារ' })
  expect(searchKm?.split(' ')).toContain('កុមារ')
  expect(searchName).toBe('ministry')
  expect(searchProperties('Theme', { name: 'Ministry' }).searchKm).toBeNull()
})

test('accents and case are folded, symbols come apart into words', () => {
  expect(fold('Côte d’Ivoire')).toBe('cote d’ivoire')
  expect(wordsOf('CRC/C/KHM/CO/4-6, para. 41(b)')).toEqual(['crc', 'c', 'khm', 'co', '4', '6', 'para', '41', 'b'])
})

test('a recommendation is found by its words, their stems, its themes and its place', () => {
  expect(
    searchProperties(
      'Recommendation',
      { summary: 'Ban the punishments of Côte d’Ivoire’s children', paragraph: '41(b)', kind: 'URGENT' },
      { documentSymbol: 'CRC/C/KHM/CO/2-3', document: 'CRC 2011', themes: ['Corporal punishment', null] },
    ),
  ).toMatchObject({
    searchText: 'ban the punishments of cote d’ivoire’s children',
    stemText: 'ban the punish of cote d’ivoire’s children',
    searchTheme: 'corporal punishment',
    stemTheme: 'corpor punish',
    searchSymbol: 'crc c khm co 2 3 crc 2011',
    searchParagraph: 'p41x0 p41xbx0',
    searchName: null,
  })
})

test.each([
  ['41', ['p41x0']],
  ['៤១(ខ)', ['p41x0']],
  ['118.2(A)', ['p118x0', 'p118x2x0', 'p118x2xax0']],
  ['', []],
])('paragraph %j is part of %j', (paragraph, keys) => {
  expect(paragraphKeys(paragraph)).toEqual(keys)
})

test.each([
  ['punishments', 'punish'],
  ['education', 'educ'],
  ['children’s', 'children'],
  ['2011', '2011'],
  ['កុមារ', 'កុមារ'],
])('%s has the stem %s', (word, stem) => {
  expect(stemOf(word)).toBe(stem)
})

test('paragraphs sort as people read them', () => {
  const sorted = ['118.10', '41(b)', '9', null, '118.2', '10', '41'].sort((a, b) =>
    naturalOrderKey(a) < naturalOrderKey(b) ? -1 : 1,
  )
  expect(sorted).toEqual(['9', '10', '41', '41(b)', '118.2', '118.10', null])
})

test('newest first, then by document and paragraph; what has no date comes last', () => {
  const place = (sortOn: string, paragraph: string): string =>
    listPlaces({ id: `recommendation:${paragraph}`, documentId: 'document:a', paragraph, sortOn }).dateOrder
  const places = [place('2022-06-03', '9'), place('2022-06-03', '10'), place('2019-12-31', '1'), place('', '1')]
  expect([...places].reverse().sort()).toEqual(places)
  expect(places.filter((one) => one <= endOfDay('2022-06-03'))).toHaveLength(2)
  expect(places.filter((one) => one <= endOfDay('2022-06-04'))).toHaveLength(0)
  expect(places.filter((one) => one >= startOfDay('2019-12-31') && one < UNDATED)).toHaveLength(1)
  expect(places.filter((one) => one >= startOfDay('2022-06-03') && one < UNDATED)).toHaveLength(3)
})

test('by date, paragraphs stand as people read them, documents apart, and a place is short enough for its record', () => {
  const place = (documentId: string, paragraph: string | null): string =>
    listPlaces({ id: `recommendation:${documentId}-${paragraph}`, documentId, paragraph, sortOn: '2022-06-03' })
      .dateOrder
  const paragraphs = ['9', '10', '16.2', '16.a', '41', '41(b)', '41(b)(ii)', '118.2', '118.10', '118.10 (c)', null]
  const places = paragraphs.map((paragraph) => place('document:a', paragraph))
  expect([...places].reverse().sort()).toEqual(places)
  for (const one of places) expect(one).toMatch(/^[0-9 .-]{1,54}$/)
  const two = ['1', '2', '3'].flatMap((paragraph) => [place('document:b', paragraph), place('document:c', paragraph)])
  expect([...two].sort().map((one) => two.indexOf(one) % 2)).toSatisfy((from: number[]) =>
    ['000111', '111000'].includes(from.join('')),
  )
  // What only its name tells apart still has a place of its own.
  expect(place('document:a', '7 ')).not.toBe(place('document:a', '7'))
})

test.each([
  ['Turkey', 'TUR'],
  ['Iran (Islamic Republic of)', 'IRN'],
  ['State of Palestine', 'PSE'],
  ['Congo', 'COG'],
  ['DPR Korea', 'PRK'],
  ['Laos', 'LAO'],
  ['Viet Nam', 'VNM'],
  ['Atlantis', null],
])('%s is %s', (name, code) => {
  expect(findStateCode(name)).toBe(code)
})

test('a State has its English name, and its Khmer one where it is known', () => {
  expect(stateNames('KHM')).toEqual({ name: 'Cambodia', nameKm: 'កម្ពុជា' })
})

test('words found by expression are those of the segmenter, whatever signs stand between them', () => {
  const signs = 'abz09AZ .,;:\'\u2018\u2019\u201C\u201D\u2010\u2013\u2014\u2022\u2026()/&%#*+=<>@!?[]{}|~^`"$\\_\t\n'
  const random = randomFrom(3)
  const below = (limit: number): number => Math.floor(random() * limit)
  for (let round = 0; round < 20_000; round += 1) {
    const text = Array.from({ length: 1 + below(9) }, () => signs[below(signs.length)]).join('')
    const segmented = segmentsOf(fold(text)).flatMap(({ segment, isWord }) => (isWord ? [segment] : []))
    expect([text, ...wordsOf(text)]).toEqual([text, ...segmented])
  }
})

test('plain and accented texts are folded alike', () => {
  expect(fold('  The\tSTATE \n party ')).toBe(fold('  Th\u00e9\tSTAT\u00c9 \n p\u00e1rty '))
})
