import { describe, expect, test } from 'vitest'
import { recordOf, type Sketch } from '../../test/json-lines.ts'
import { documentKeyOf, Documents, nameDocument, type HeldDocument } from './documents.ts'
import { findNear, groupRows, matchGroups, type Candidate } from './identity.ts'
import { SourceIds } from './source-ids.ts'
import type { SpooledRow } from './spool.ts'
import { comparableWording, wordingHash } from './wording.ts'

const rowOf = (sketch: Sketch, row = 1): SpooledRow => {
  const { document: _document, ...rest } = recordOf(sketch, row, 'file')
  return { ...rest, documentKey: 'd', hash: wordingHash(rest.text), crosswalkId: null }
}
const group = (...rows: Sketch[]) =>
  groupRows(
    rows.map((row, index) => rowOf(row, index + 1)),
    { system: 'ohchr', documentId: 'document:d' },
  )
const candidate = (known: Partial<Candidate>): Candidate => ({
  id: 'recommendation:x',
  documentId: 'document:d',
  paragraph: null,
  hash: null,
  position: null,
  sourceIds: [],
  digests: [],
  runId: null,
  goneOn: null,
  states: [],
  outcome: null,
  ...known,
})
const text = 'Protect every child'

describe('wordings', () => {
  test('are compared without signs, quotes, case and spaces', () => {
    expect(comparableWording(' “Protect”  every\u00A0child; ')).toBe(comparableWording('protect every child.'))
    expect(wordingHash('Protect every child')).not.toBe(wordingHash('Protect every children'))
  })
})

describe('rows of one document', () => {
  test.each([
    [
      'the same row under two themes',
      [
        { paragraph: '1.2', text },
        { paragraph: '1.2', text },
      ],
      1,
    ],
    [
      'two paragraphs in the same words',
      [
        { paragraph: '1.2', text },
        { paragraph: '1.3', text },
      ],
      2,
    ],
    [
      'two wordings in one paragraph',
      [
        { paragraph: '1.2', text },
        { paragraph: '1.2', text: 'Other' },
      ],
      2,
    ],
    ['no paragraphs, the same words', [{ text }, { text: `${text}.` }], 1],
    [
      'the same words with two positions',
      [
        { text, position: 'NOTED' },
        { text, position: 'SUPPORTED' },
      ],
      2,
    ],
    [
      'one id twice',
      [
        { sourceId: 'a', text },
        { sourceId: 'a', text },
      ],
      1,
    ],
    [
      'one id for two wordings',
      [
        { sourceId: 'a', part: 1, text },
        { sourceId: 'a', part: 2, text: 'Other' },
      ],
      2,
    ],
  ] satisfies [string, Sketch[], number][])('%s', (_name, rows, count) => {
    const groups = group(...rows)
    expect(groups).toHaveLength(count)
    expect(new Set(groups.map(({ mintedId }) => mintedId)).size).toBe(count)
  })

  test('an id that stands with several wordings is none: every text stays, and the person is told', () => {
    const rows = ['Open a school', 'Pay the teachers', text].map((one) => ({ sourceId: 'A/HRC/41/17', text: one }))
    const groups = group(...rows, { sourceId: 'b', text: 'Another' })
    expect(groups.map((one) => one.text)).toEqual(['Open a school', 'Pay the teachers', text, 'Another'])
    expect(groups.map(({ doubt }) => doubt !== null)).toEqual([true, true, true, false])
    expect(groups[0]?.doubt).toMatch(/“A\/HRC\/41\/17”, which another row has with other words/)
    expect(new Set(groups.flatMap(({ sourceIds }) => sourceIds)).size).toBe(4)
    // Read again, in another order, each meets itself.
    const again = group({ sourceId: 'b', text: 'Another' }, ...rows.toReversed())
    const held = groups.map((one) => candidate({ id: one.mintedId, hash: one.hash, sourceIds: one.sourceIds }))
    const { matches, unmatched } = matchGroups(again, held)
    expect(unmatched).toEqual([])
    expect(matches.map((one) => [one.group.text, one.targets.length])).toEqual([
      ['Another', 1],
      [text, 1],
      ['Pay the teachers', 1],
      ['Open a school', 1],
    ])
  })

  test('in our own export the first of an id keeps it', () => {
    const rows = [text, 'Added by hand'].map((one, at) => rowOf({ sourceId: 'recommendation:x', text: one }, at + 1))
    const groups = groupRows(rows, { system: 'followthrough', documentId: 'document:d' })
    expect(groups.map(({ namedId, doubt }) => [namedId, doubt === null])).toEqual([
      ['recommendation:x', true],
      [null, false],
    ])
    // Nor does the other take the id that the first has by its paragraph.
    const sourceId = 'recommendation:d-118.26'
    const copied = [text, 'Added by hand'].map((one, at) => rowOf({ sourceId, paragraph: '118.26', text: one }, at + 1))
    const [kept, added] = groupRows(copied, { system: 'followthrough', documentId: 'document:d' })
    expect(kept?.namedId).toBe(sourceId)
    expect(added?.mintedId).toMatch(/^recommendation:d-118\.26-[0-9a-f]{12}$/)
  })

  test('ids that are alike in front stay two where they are cut', () => {
    const long = `https://a.example/${'x'.repeat(150)}`
    const rows = ['1', '2'].map((end) => rowOf({ sourceId: `${long}${end}`, text: `${text} ${end}` }))
    const groups = groupRows(rows, { system: 'sheet', documentId: 'document:d' })
    expect(new Set(groups.map(({ mintedId }) => mintedId)).size).toBe(2)
    expect(Math.max(...groups.map(({ mintedId }) => mintedId.length))).toBeLessThanOrEqual(
      120 + 'recommendation:'.length,
    )
  })

  test('the numbers of two keepers’ sheets are two things, those of one document one', () => {
    const of = (documentId: string, words: string) =>
      groupRows([rowOf({ sourceId: '1', text: words })], { system: 'sheet', documentId })
    const [crc, upr] = [of('document:crc', text), of('document:upr', 'Another')]
    const held = crc.map((one) =>
      candidate({ id: one.mintedId, documentId: 'document:crc', hash: one.hash, sourceIds: one.sourceIds }),
    )
    expect(matchGroups(upr, held)).toMatchObject({ matches: [], unmatched: [{ text: 'Another' }] })
    expect(upr[0]?.mintedId).not.toBe(crc[0]?.mintedId)
    expect(matchGroups(of('document:crc', `${text} now`), held).matches).toHaveLength(1)
  })

  test('a corrected word keeps the id of its paragraph, and another digest', () => {
    const [before] = group({ paragraph: '1.2', text })
    const [after] = group({ paragraph: '1.2', text: `${text} now` })
    expect(after?.sourceIds).toEqual(before?.sourceIds)
    expect(after?.digest).not.toBe(before?.digest)
  })

  test('States of rows that are one are united, in the order of the file', () => {
    const [one] = group(
      { text, recommendingStates: [{ printed: 'France', code: 'FRA' }] },
      {
        text,
        recommendingStates: [
          { printed: 'Spain', code: 'ESP' },
          { printed: 'FRANCE', code: 'FRA' },
        ],
      },
    )
    expect(one?.states.map(({ code }) => code)).toEqual(['FRA', 'ESP'])
  })
})

describe('a row meets', () => {
  const hash = wordingHash(text)
  const match = (row: Sketch, ...held: Candidate[]) =>
    matchGroups(group(row), held).matches.flatMap(({ targets }) => targets.map(({ id }) => id))

  test.each([
    [
      'the words in another paragraph: nothing',
      { paragraph: '1.2', text },
      [candidate({ hash, paragraph: '1.3' })],
      [],
    ],
    ['the words without a paragraph', { paragraph: '1.2', text }, [candidate({ hash })], ['recommendation:x']],
    [
      'its own id before the words',
      { sourceId: 's', text },
      [candidate({ id: 'recommendation:words', hash }), candidate({ sourceIds: ['ohchr:s-khm'] })],
      ['recommendation:x'],
    ],
    [
      'of several in the same words those of its States',
      { text, recommendingStates: [{ printed: 'France', code: 'FRA' }] },
      [candidate({ hash, states: ['FRA'] }), candidate({ id: 'recommendation:y', hash, states: ['ESP'] })],
      ['recommendation:x'],
    ],
    [
      'of several in the same words none where nothing decides',
      { text },
      [candidate({ hash }), candidate({ id: 'recommendation:y', hash })],
      [],
    ],
    ['the words in another document: nothing', { text }, [candidate({ hash, documentId: 'document:e' })], []],
  ] satisfies [string, Sketch, Candidate[], string[]][])('%s', (_name, row, held, expected) => {
    expect(match(row, ...held)).toEqual(expected)
  })

  test('a summary in the same paragraph is near, and no more', () => {
    const doubts = findNear(
      group({ paragraph: '41', text }),
      [candidate({ paragraph: '41(b)' })],
      new Map([['recommendation:x', null]]),
    )
    expect(doubts.map(({ doubt }) => doubt).join()).toMatch(/may be recommendation:x.*summary only/)
  })
})

describe('documents', () => {
  const SOURCE = { system: 'a', name: 'A source' }
  const held: HeldDocument = {
    id: 'document:upr-2014',
    symbol: 'A/HRC/26/16',
    stateId: 'state:KHM',
    mechanismId: 'mechanism:upr',
    session: 18,
    cycle: '2nd cycle (18th session)',
    year: 2014,
    sortOn: '2014-01-31',
    adoptedOn: '2014-01-31',
    publishedOn: null,
    title: 'Report',
    yearBasis: 'ADOPTED',
    source: 'A/HRC/26/16 (Built in)',
    filledBy: [],
  }
  const resolve = (sketch: Sketch, ...known: HeldDocument[]) => {
    const one = recordOf(sketch, 1, 'file')
    const key = documentKeyOf(one.document, one.state, one.mechanism, { isOurs: false })
    const { resolved, doubts } = new Documents(known, SOURCE).resolveAll([nameDocument(one, key, { isOurs: false })])
    return { document: resolved.get(key), doubts }
  }

  test.each([
    ['its symbol', { document: { symbol: 'A/HRC/26/16' } }, 'document:upr-2014'],
    ['the addendum with the positions', { document: { symbol: 'A/HRC/26/16/Add.1' } }, 'document:upr-2014'],
    ['session and State', { document: { session: 18 } }, 'document:upr-2014'],
    ['cycle and State', { document: { cycle: 2 } }, 'document:upr-2014'],
    ['another cycle', { document: { cycle: 3 } }, 'document:upr-khm-cycle-3'],
    ['a date', { document: { adoptedOn: '2014-01-31' } }, 'document:upr-2014'],
    ['another State', { state: 'SVN', document: { session: 18 } }, 'document:upr-svn-session-18'],
    ['another mechanism', { mechanism: 'CRC', document: { adoptedOn: '2014-01-31' } }, 'document:crc-khm-2014-01-31'],
    [
      'a symbol that names State and body',
      { mechanism: 'CRC', document: { symbol: 'CRC/C/KHM/CO/4-6' } },
      'document:crc-c-khm-co-4-6',
    ],
    [
      'a symbol that names neither',
      { mechanism: 'SR Cambodia', document: { symbol: 'A/HRC/42/60' } },
      'document:a-hrc-42-60-sr-cambodia-khm',
    ],
  ] satisfies [string, Sketch, string][])('by %s', (_name, sketch, id) => {
    expect(resolve(sketch, held).document?.id).toBe(id)
  })

  test('one known by its cycle alone is met by what names session or symbol', () => {
    const byCycle = { ...held, symbol: null, session: null, cycle: '2nd cycle', adoptedOn: null }
    for (const document of [{ session: 18 }, { cycle: 2 }, { symbol: 'A/HRC/26/16', session: 18 }])
      expect(resolve({ document }, byCycle).document?.id).toBe('document:upr-2014')
    expect(resolve({ document: { session: 32 } }, byCycle).document?.isNew).toBe(true)
  })

  test('what nobody said of one is filled in, with what follows; a source changes what it said itself, others are a doubt', () => {
    const undated = { ...held, adoptedOn: null, session: null, cycle: null, year: null, sortOn: null }
    const document = { symbol: 'A/HRC/26/16', session: 18, adoptedOn: '2014-01-31' }
    expect(resolve({ document }, undated).document).toMatchObject({
      isNew: false,
      year: 2014,
      sortOn: '2014-01-31',
      fill: {
        adoptedOn: '2014-01-31',
        session: 18,
        cycle: '2nd cycle (18th session)',
        year: 2014,
        yearBasis: 'ADOPTED',
        sortOn: '2014-01-31',
      },
      was: { adoptedOn: null, session: null, year: null },
    })
    expect(resolve({ document }, held)).toMatchObject({ document: { fill: {} }, doubts: [] })
    // Less is said here than is known.
    expect(resolve({ document: { ...document, adoptedOn: '2014' } }, held)).toMatchObject({
      document: { fill: {} },
      doubts: [],
    })

    const other = { ...document, adoptedOn: '2015-02-01' }
    expect(resolve({ document: other }, { ...held, source: 'A/HRC/26/16 (A source)' })).toMatchObject({
      document: {
        year: 2015,
        fill: { adoptedOn: '2015-02-01', year: 2015 },
        was: { adoptedOn: '2014-01-31', year: 2014 },
      },
      doubts: [],
    })
    expect(resolve({ document: other }, held)).toMatchObject({
      document: { year: 2014, fill: {} },
      doubts: ['A/HRC/26/16: adopted 2015-02-01 here and 2014-01-31 in the graph, which the graph keeps'],
    })
    expect(resolve({ document: { session: 18 } }, { ...undated, cycle: '2nd cycle' }).document?.fill).toMatchObject({
      session: 18,
      cycle: '2nd cycle (18th session)',
    })
  })

  test('two names of one new document make it once, and what either says holds for both', () => {
    const names = [
      { symbol: 'CRC/C/SVN/CO/9', publishedOn: '2031-05-01' },
      { publishedOn: '2031-05-01', title: 'Observations' },
    ].map((document, row) => {
      const one = recordOf({ state: 'SVN', mechanism: 'CRC', document }, row, 'file')
      const key = documentKeyOf(one.document, one.state, one.mechanism, { isOurs: false })
      return nameDocument(one, key, { isOurs: false })
    })
    const found = [...new Documents([], SOURCE).resolveAll(names).resolved.values()]
    expect(found).toHaveLength(2)
    for (const one of found)
      expect(one).toMatchObject({ id: 'document:crc-c-svn-co-9', isNew: true, title: 'Observations', year: 2031 })
  })

  test('one without a symbol is given it; two symbols of one cycle are a doubt', () => {
    expect(
      resolve({ document: { symbol: 'A/HRC/26/16', session: 18 } }, { ...held, symbol: null }).document?.fill.symbol,
    ).toBe('A/HRC/26/16')
    const other = resolve({ document: { symbol: 'A/HRC/26/61', session: 18 } }, held)
    expect(other.document?.isNew).toBe(true)
    expect(other.doubts).toHaveLength(1)
  })
})

test('ids of a source are told apart, and known again in another document', () => {
  const ids = new SourceIds()
  for (let index = 0; index < 20_000; index += 1) expect(ids.add(`id-${index}`, `document-${index % 9}`)).toBe(true)
  expect(ids.add('id-7', 'document-7')).toBe(true)
  expect(ids.add('id-7', 'document-8')).toBe(false)
  expect([ids.has('id-19999'), ids.has('id-20000')]).toEqual([true, false])
})
