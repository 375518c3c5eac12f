import { describe, expect, test } from 'vitest'
import {
  citedParagraphs,
  cycleOf,
  cycleOfSession,
  datesOfSession,
  findAffectedGroup,
  findMechanism,
  findSdg,
  findTheme,
  isIntroduction,
  isUrgentMeasures,
  parseSymbol,
  plainText,
  positionOf,
  readParagraphNumber,
  readUprNumber,
  separateWordings,
  sessionOf,
  takePositionSource,
} from './index.ts'
import { readTable } from './tables.ts'

const codes = (text: string): (string | null)[][] =>
  separateWordings(text).wordings.map(({ states }) => states.map(({ code }) => code))

describe('recommending States', () => {
  test.each([
    ['Open the register (France) (Lithuania);', [['FRA', 'LTU']]],
    ['Open the register (Portugal, Slovakia);', [['PRT', 'SVK']]],
    ['Open the register (Portugal; Slovakia)', [['PRT', 'SVK']]],
    ['Open the register (Trinidad and Tobago and Peru).', [['TTO', 'PER']]],
    ['Open the register (Iran (Islamic Republic of), Bolivia (Plurinational State of));', [['IRN', 'BOL']]],
    ['Open the register (United Kingdom of Great Britain and Northern Ireland);', [['GBR']]],
    ['Open the register (Spain', [['ESP']]],
    ['Open the register (the former Yugoslav Republic of Macedonia)', [['MKD']]],
    ['Open it (Ukraine); close it (Slovakia); keep it (Peru, Chile);', [['UKR'], ['SVK'], ['PER', 'CHL']]],
    ['Open it (Egypt);close it (Peru)', [['EGY'], ['PER']]],
    ['Work with its neighbour (Croatia) on the register (Austria);', [['AUT']]],
    ['Accede to the optional protocol (OP-CAT) soon (Denmark);', [['DNK']]],
    ['Keep the register open', [[]]],
    ['Amend the law (see the act of 1930)', [[]]],
  ])('%s', (text, expected) => {
    expect(codes(text)).toEqual(expected)
  })

  test('words are kept whole, their marks and States cut off', () => {
    expect(
      separateWordings('Open it; and keep it (Ukraine); Close it (Peru);').wordings.map(({ text }) => text),
    ).toEqual(['Open it; and keep it', 'Close it'])
    expect(separateWordings('Work with its neighbour (Croatia) on it (Austria);').wordings[0]?.text).toBe(
      'Work with its neighbour (Croatia) on it',
    )
  })

  test('an unknown name among known ones stays a State, its code unknown; words behind the last State are kept', () => {
    expect(separateWordings('Open it (Peru, Atlantis)').wordings[0]?.states).toEqual([
      { printed: 'Peru', code: 'PER' },
      { printed: 'Atlantis', code: null },
    ])
    const { wordings, rest } = separateWordings('Open it (Peru); and report back')
    expect(rest).toBe('and report back')
    expect(wordings[0]?.text).toBe('Open it (Peru); and report back')
  })

  test('the source of the position is no part of the words', () => {
    expect(takePositionSource('Open it (Peru);\nSource of Position: A/HRC/43/15/Add.1 - Para.3')).toEqual({
      text: 'Open it (Peru);',
      source: 'A/HRC/43/15/Add.1 - Para.3',
    })
  })
})

describe('paragraphs', () => {
  test.each([
    ['26.49 Open the register', '26.49', 'Open the register'],
    ['118.26. Open the register', '118.26', 'Open the register'],
    ['82.64 (b) Open the register', '82.64(b)', 'Open the register'],
    ['7. Open the register', '7', 'Open the register'],
    ['Open 3.5 registers', null, 'Open 3.5 registers'],
  ])('UPR: %s', (text, paragraph, words) => {
    expect(readUprNumber(text)).toMatchObject({ paragraph, text: words })
  })

  test.each([
    ['Rural areas 49.The Committee notes it', '49', 'Rural areas', 'The Committee notes it'],
    ['4.The Committee notes it', '4', null, 'The Committee notes it'],
    ['Data 12. (b) Count every child', '12(b)', 'Data', 'Count every child'],
    ['12. (a) Count; and (b) publish', '12', null, '(a) Count; and (b) publish'],
    ['Under article 3. The Committee notes it', null, null, 'Under article 3. The Committee notes it'],
    ['The Committee notes it. 5. Nothing', null, null, 'The Committee notes it. 5. Nothing'],
    ['In 2.5 of the cases', null, null, 'In 2.5 of the cases'],
  ])('treaty bodies: %s', (text, paragraph, heading, words) => {
    expect(readParagraphNumber(text)).toEqual({ paragraph, heading, text: words })
  })

  test('urgent measures cite their paragraphs, ranges opened', () => {
    const text =
      'The Committee asks for urgent measures on: registration (para. 18); homes (paras. 23 and 27 (b)); work (paras. 30-32).'
    expect(isUrgentMeasures(text)).toBe(true)
    expect(citedParagraphs(text)).toEqual(['18', '23', '27(b)', '30', '31', '32'])
    expect(isUrgentMeasures('Take urgent measures for homes')).toBe(false)
  })

  test('sentences that only introduce a list are told from recommendations', () => {
    expect(isIntroduction('The following recommendations enjoy the support of the State:')).toBe(true)
    expect(isIntroduction('The recommendations listed below have been examined by the delegation')).toBe(true)
    expect(isIntroduction('Follow up on the recommendations of the previous review')).toBe(false)
    expect(isIntroduction('Implement the recommendations of the Committee on registers')).toBe(false)
  })
})

test.each([
  ['CRC/C/KHM/CO/4-6', { symbol: 'CRC/C/KHM/CO/4-6', mechanism: 'CRC', state: 'KHM' }],
  ['crc/c/opsc/khm/co/1', { symbol: 'CRC/C/OPSC/KHM/CO/1', mechanism: 'CRC-OPSC', state: 'KHM' }],
  ['E/C.12/KHM/CO/1', { mechanism: 'CESCR', state: 'KHM' }],
  [' CRC/C/15/ADD.128 ', { symbol: 'CRC/C/15/Add.128', mechanism: 'CRC', state: null }],
  ['A/HRC/WG.6/18/KHM/1', { mechanism: 'UPR', state: 'KHM', session: 18 }],
  ['A/HRC/42/60', { mechanism: null, state: null }],
  ['CERD/C/ROM/CO/2', { state: 'ROU' }],
])('the symbol %s is read', (printed, expected) => {
  expect(parseSymbol(printed)).toMatchObject(expected)
})

test('words that are no symbol are none', () => {
  expect(parseSymbol('n/a')).toBeNull()
  expect(parseSymbol('')).toBeNull()
  expect(parseSymbol('see the report')).toBeNull()
})

describe('vocabularies', () => {
  test('bodies are folded to one code', () => {
    expect(
      ['- CRC', 'Committee on the Rights of the Child', 'CRC-OP-AC', 'IE  Albinism', '-', 'SR Cambodia'].map(
        findMechanism,
      ),
    ).toEqual(['CRC', 'CRC', 'CRC-OPAC', 'IE Albinism', null, 'SR-Cambodia'])
    expect(
      [
        'Special Rapporteur on the right to education',
        'Special Rapporteur on the situation of human rights in Cambodia',
        'Working Group on the Universal Periodic Review',
        'Working Group',
      ].map(findMechanism),
    ).toEqual(['Special Rapporteur on the right to education', 'SR-Cambodia', 'UPR', null])
  })

  test('three generations of a label mean one theme, and no label is cut at its signs', () => {
    for (const label of [
      'A12 Acceptance of international norms',
      '- Acceptance of international norms',
      'Ratification of & accession to international instruments',
    ])
      expect(findTheme(label).id).toBe('theme:ratification')
    expect(findTheme('F31 Children: definition; general principles; protection')).toEqual({
      printed: 'F31 Children: definition; general principles; protection',
      id: 'theme:child-rights-general',
      isKnown: true,
    })
    expect(findTheme('Right to self-determination')).toMatchObject({ id: null, isKnown: true })
    expect(findTheme('The weather on Mars')).toMatchObject({ id: null, isKnown: false })
    expect(findAffectedGroup('Women & girls').id).toBe('group:women')
    expect(findAffectedGroup('older persons').id).toBe('group:older-persons')
  })

  test('every alias leads to a theme or group that exists, and stands once', () => {
    for (const [table, prefix, find] of [
      ['themes', 'theme', findTheme],
      ['affected-groups', 'group', findAffectedGroup],
    ] as const) {
      const rows = readTable(table)
      expect(new Set(rows.map(({ label }) => label)).size).toBe(rows.length)
      for (const row of rows) {
        const key = row['theme'] ?? row['group'] ?? ''
        expect(find(row['label'] ?? '')).toMatchObject({ id: key === '' ? null : `${prefix}:${key}`, isKnown: true })
        if (key !== '') expect(find(key).id).toBe(`${prefix}:${key}`)
      }
    }
  })

  test('SDGs are goals or targets, and only those that exist', () => {
    expect(findSdg('16 - PEACE, JUSTICE AND STRONG INSTITUTIONS').id).toBe('sdg-goal:16')
    expect(findSdg('16.2 - Violence against children').id).toBe('sdg-target:sdg-16-2')
    expect(findSdg('4.c - Teachers').id).toBe('sdg-target:sdg-4-c')
    expect(findSdg('16.11 - Nothing')).toMatchObject({ id: null, isKnown: false })
    expect(findSdg('18 - Nothing')).toMatchObject({ id: null, isKnown: false })
  })

  test('positions of eight systems', () => {
    expect(
      [
        'Supported',
        'Accepted',
        'Noted',
        'Not Supported',
        'Supported/Noted',
        'partially_accepted',
        'Under consideration',
        '',
        'Response not available',
      ].map(positionOf),
    ).toEqual(['SUPPORTED', 'SUPPORTED', 'NOTED', 'NOTED', 'PARTIAL', 'PARTIAL', 'PENDING', null, null])
    expect(positionOf('Perhaps')).toBeUndefined()
  })

  test('sessions have their cycle, and their dates where a source has them', () => {
    expect(['36th Session', '- 6th session', '54', '55', 'no session'].map(sessionOf)).toEqual([36, 6, 54, null, null])
    expect(
      ['2', '3rd', 'Cycle 4', '2nd cycle (2012-2016)', 'Second UPR cycle', '1st UPR cycle', '2014', '5', ''].map(
        cycleOf,
      ),
    ).toEqual([2, 3, 4, 2, 2, 1, null, null, null])
    expect([1, 12, 13, 26, 27, 40, 41, 54, 55].map(cycleOfSession)).toEqual([1, 1, 2, 2, 3, 3, 4, 4, null])
    expect(datesOfSession(6)).toEqual({ beganOn: '2009-11-30', endedOn: '2009-12-11' })
    expect(datesOfSession(50)).toBeNull()
  })
})

test('HTML, entities and signs nobody sees are gone, paragraphs are lines', () => {
  expect(
    plainText('<p>Keep&nbsp;it <b>open</b></p><p>&amp;quot;now&amp;quot; &#40;soon&#41;</p><script>no()</script>'),
  ).toBe('Keep it open\n"now" (soon)')
  expect(plainText('so\u00ADft  5 < 6 & more\r\n\r\nnext')).toBe('soft 5 < 6 & more\nnext')
})
