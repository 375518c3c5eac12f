import { expect, test } from 'vitest'
import { nastyTexts } from '../../../test/nasty-texts.ts'
import { distance } from './distance.ts'
import { highlight } from './highlights.ts'
import { MAX_WORDS, parseSearchText } from './query.ts'
import { correct } from './understanding.ts'

test.each([
  ['corporal punishment', 'corporal punishment'],
  ['(girls OR boys) NOT prison', '(girls OR boys) NOT prison'],
  ['girls OR boys AND prison', 'girls OR boys prison'],
  ['NOT (a1 OR b1)', 'NOT (a1 OR b1)'],
  ['NOT NOT girls', 'girls'],
  ['“birth registration” «child»', '"birth registration" "child"'],
  ['the rights of the child', 'rights child'],
  ['the', 'the'],
  ['name:education NAME:(girls OR "birth registration")', 'name:education (name:girls OR name:"birth registration")'],
  ['summary:health', 'text:health'],
  ['CRC/C/KHM/CO/4-6 para 26', 'CRC/C/KHM/CO/4-6 paragraph:26'],
  ['CRC/C/KHM/CO/4-6¶26(b)', 'CRC/C/KHM/CO/4-6 paragraph:26(b)'],
  ['paras 41 to 43, 50', '(paragraph:41 OR paragraph:42 OR paragraph:43 OR paragraph:50)'],
  ['កថាខណ្ឌ ២៦', 'paragraph:26'],
  ['educat*', 'educat*'],
])('%j is understood as %j', (text, shown) => {
  const query = parseSearchText(text)
  expect(query.shown.replace(/^(paragraph.* OR .*)$/, '($1)')).toBe(shown)
  expect(query.notices).toEqual([])
})

test.each([
  ['', ['NOTHING_ASKED']],
  ['***', ['NOTHING_ASKED']],
  ['👩‍👧', ['NOTHING_ASKED']],
  ['NOT', ['OPERATOR_IGNORED', 'NOTHING_ASKED']],
  ['AND OR NOT', ['OPERATOR_IGNORED', 'NOTHING_ASKED']],
  ['girls OR', ['OPERATOR_IGNORED']],
  ['girls AND', ['OPERATOR_IGNORED']],
  ['"girls', ['NOT_CLOSED']],
  ['(girls', ['NOT_CLOSED']],
  ['girls)', ['NOT_CLOSED']],
  ['foo:bar', ['UNKNOWN_FIELD']],
  ['word '.repeat(41), ['WORDS_CUT']],
  [`${'x'.repeat(990)} ${'y'.repeat(30)}`, ['TEXT_CUT']],
  ['paras 1 to 1000', ['WORDS_CUT']],
  [`${'('.repeat(30)}girls${')'.repeat(30)}`, ['TOO_DEEP']],
])('%j says what was not asked: %j', (text, codes) => {
  expect([...new Set(parseSearchText(text).notices.map(({ code }) => code))]).toEqual(codes)
})

test('a word that is cut off is not asked, nor is half of one', () => {
  const words = Array.from({ length: 60 }, (_, index) => `word${index}`)
  const query = parseSearchText(words.join(' '))
  expect(query.terms.map((term) => term.words[0])).toEqual(words.slice(0, MAX_WORDS))
  expect(parseSearchText(`girls ${'x'.repeat(1_000)}`).shown).toBe('girls')
})

test.each([
  ['girls', '+(stemText:"girl" stemName:"girl"^2 stemTheme:"girl" searchSymbol:"girl")'],
  ['text:"the girls"', '+searchText:"the girls"'],
  ['name:educat*', '+(stemName:"educat" searchName:educat*)'],
  ['NOT text:girls', '+(+*:* -stemText:"girl")'],
  ['text:girls OR NOT text:boys', '+(stemText:"girl" (+*:* -stemText:"boi"))'],
  ['កុមារ', '+searchKm:"កុមារ"'],
  ['text:follow-ups', '+stemText:"follow up"'],
])('%j is asked as %j', (text, lucene) => {
  expect(parseSearchText(text).lucene?.startsWith(`${lucene} `)).toBe(true)
})

test('whatever the text, no more of it reaches the index than words in quotes', () => {
  for (const text of nastyTexts(2_000)) {
    const { lucene, forgiving, notices } = parseSearchText(text, { asYouType: text.length % 2 === 0 })
    for (const query of [lucene, forgiving]) {
      if (query === null) continue
      const bare = query.replace(/"[^"\\]*"/g, 'Q')
      expect(bare).toMatch(
        /^(?:\+|-|\(|\)| |\*:\*|(?:search|stem)[A-Z][A-Za-z]+:(?:Q|(?:[\p{L}\p{M}\p{N}]|\\.)+(?:\*|~[12]))(?:\^\d+)?|\^\d+)+$/u,
      )
      expect(bare.split('(').length).toBe(bare.split(')').length)
    }
    expect(lucene === null).toBe(notices.some(({ code }) => code === 'NOTHING_ASKED'))
    // What it was understood as is understood the same again.
    const typed = parseSearchText(text)
    if (typed.lucene !== null && typed.notices.length === 0 && !/[“”„«»]|para|[¶§]|កថាខណ្ឌ/i.test(text))
      expect(parseSearchText(typed.shown).shown).toBe(typed.shown)
  }
}, 60_000)

const litIn = (text: string, query: string, options = {}): string[] =>
  (highlight(text, parseSearchText(query).terms, options) ?? [])
    .filter(({ isMatch }) => isMatch)
    .map((part) => part.text)

test.each([
  ['Ban every punishment of children.', 'punishments', ['punishment']],
  ['Ban every punishment of children.', 'child', []],
  ['Ban every punishment of children.', 'child*', ['children']],
  ['The organ and the organization.', 'organization', ['organ', 'organization']],
  ['University of the universe', 'university', ['University', 'universe']],
  ['news and new ideas', 'news', ['news', 'new']],
  ['punishment, corporal', '"corporal punishment"', []],
  ['Corporal punishment and corporal punishments', '"corporal punishment"', ['Corporal punishment']],
  ['girls and boys', 'girls NOT boys', ['girls']],
  ['girls and boys', 'NOT (girls AND NOT boys)', ['boys']],
  ['rights of the child', 'the rights', ['rights']],
  ['Follow-up and follow the up-to-date', 'follow-ups', ['Follow-up']],
  ['Côte d’Ivoire', 'cote', ['Côte']],
  ['The State’s duty', 'state', ['State’s']],
  ['birth.Registration of birth', 'registration', ['Registration']],
  ['សិទ្ធិកុមារ', 'កុមារ', ['កុមារ']],
  ['girls', 'name:girls', []],
])('in %j, %j lights %j', (text, query, lit) => {
  expect(litIn(text, query)).toEqual(lit)
})

test('a paragraph is lit as a whole, with its parts, and no other', () => {
  expect(litIn('41(b)', 'para 41', { field: 'paragraph' })).toEqual(['41(b)'])
  expect(litIn('4', 'para 41', { field: 'paragraph' })).toEqual([])
})

test('what is lit and what is not is the whole text', () => {
  const text = 'Ban  every\npunishment ។ សិទ្ធិកុមារ ២៦'
  expect(
    highlight(text, parseSearchText('punishment កុមារ').terms)
      ?.map((part) => part.text)
      .join(''),
  ).toBe(text)
})

test.each([
  ['corporel', 'corporal', 1],
  ['registartion', 'registration', 1],
  ['girls', 'girls', 0],
  ['abc', 'cab', 2],
  ['education', 'girl', 3],
])('%s and %s differ by %i', (one, other, letters) => {
  expect(distance(one, other, 2)).toBe(letters)
})

test('a correction changes what was not found, and leaves the rest as typed', () => {
  const query = parseSearchText('Corporel punishmants OR "birth registartion" NOT prisom')
  expect(
    correct(query.shown, query.terms, [
      'ban corporal punishment',
      'corporal punishment',
      'birth registration',
      'corporeal',
    ]),
  ).toBe('corporal punishment OR "birth registration" NOT prisom')
})
