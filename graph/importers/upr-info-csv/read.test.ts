import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'csv-parse/sync'
import iconv from 'iconv-lite'
import { ROOT } from '../../root.ts'
import { REAL_DATA_DIR, read, realFile, recogniseContent, seenIn } from '../../test/read-items.ts'

const HEADER = 'To,To-Rgrp,To-Org,Text,From,From-Rgrp,From-Org,Response,Action,Issue,Session'
const file = (...rows: string[]): string => [HEADER, ...rows].join('\r')

test('rows of a file with CR line ends become recommendations of a session', async () => {
  const content = file(
    'Cambodia,Asia,"ASEAN, OIF","Open the register, everywhere ",Egypt,Africa,AU,Accepted,4,"NHRI,Rights of the Child",6',
    'Cambodia,Asia,ASEAN,"Two\nlines",&#40;Unknown&#41;,,,Noted,1,Other,18',
  )
  expect((await recogniseContent(content)).format).toBe('upr-info-csv')
  const { recommendations, doubts } = await read(content)
  expect(recommendations).toMatchObject([
    {
      place: { file: 'file', sheet: null, row: 2 },
      state: 'KHM',
      mechanism: 'UPR',
      document: { symbol: null, session: 6, cycle: 1 },
      text: 'Open the register, everywhere',
      position: 'SUPPORTED',
      positionPrinted: 'Accepted',
      recommendingStates: [{ printed: 'Egypt', code: 'EGY' }],
      themes: [
        { printed: 'NHRI', id: 'theme:nhri' },
        { printed: 'Rights of the Child', id: 'theme:child-rights-general' },
      ],
    },
    { place: { row: 3 }, document: { session: 18, cycle: 2 }, position: 'NOTED', recommendingStates: [] },
  ])
  expect(doubts).toEqual(['The file does not know which State recommended this (1 row)'])
})

test('accents tell Mac Roman from Windows-1252, and the choice is a doubt', async () => {
  const text = file('Cambodia,Asia,,Consult the café owners of Orléans,France,WEOG,,Accepted,4,Other,6')
  for (const [encoding, title] of [
    ['macintosh', 'Mac Roman'],
    ['windows-1252', 'Windows-1252'],
  ] as const) {
    const content = iconv.encode(text, encoding)
    expect((await recogniseContent(content)).encoding).toBe(encoding)
    const { recommendations, doubts } = await read(content)
    expect(recommendations[0]?.text).toBe('Consult the café owners of Orléans')
    expect(doubts[0]).toContain(`read as ${title}`)
  }
})

test('bad rows are refused with column, value, reason and the whole row; the others go in', async () => {
  const { recommendations, refused } = await read(
    file(
      'Atlantis,,,Open it,Egypt,,,Accepted,4,Other,6',
      'Cambodia,,,Open it,Egypt,,,Accepted,4,Other,99',
      'Cambodia,,,,Egypt,,,Accepted,4,Other,6',
      'Cambodia,,,Open it,Egypt,,,Accepted,4,Other,6,one,too,many',
      'Cambodia,,,Open it,Egypt,,,Accepted,4,Other,6',
    ),
  )
  expect(recommendations.map(({ place }) => place.row)).toEqual([6])
  expect(refused.map(({ place, column, value }) => [place.row, column, value.slice(0, 8)])).toEqual([
    [2, 'To', 'Atlantis'],
    [3, 'Session', '99'],
    [4, 'Text', ''],
    [5, null, 'Cambodia'],
  ])
  expect(refused[0]?.cells).toMatchObject({ To: 'Atlantis', From: 'Egypt', Session: '6' })
})

describe.skipIf(REAL_DATA_DIR === undefined)('the real files', () => {
  test('the 343 rows for Cambodia are the 343 of the crosswalk, by session, State and text', async () => {
    const { recommendations, refused, doubts } = await seenIn(realFile('upr-info', 'cambodia.csv'), 'upr-info-csv')
    expect([refused, doubts]).toEqual([[], []])
    expect(recommendations.filter(({ document }) => document.session === 6)).toHaveLength(138)
    const second = recommendations.filter(({ document }) => document.session === 18)
    expect(['SUPPORTED', 'NOTED'].map((one) => second.filter(({ position }) => position === one).length)).toEqual([
      163, 42,
    ])
    const crosswalk: Record<string, string>[] = parse(
      readFileSync(join(ROOT, 'graph', 'data', 'cambodia', 'upr_info_crosswalk.csv')),
      { columns: true },
    )
    const keyOf = (session: string, state: string, hash: string): string => `${session} ${state} ${hash}`
    const known = crosswalk.map((row) =>
      keyOf(row['session'] ?? '', row['recommending_state'] ?? '', row['text_sha256'] ?? ''),
    )
    const read = recommendations.map(({ document, recommendingStates, text }) => {
      const plain = text
        .replace(/(?:[^\x20-\x7e]|\s)+/g, ' ')
        .trim()
        .toLowerCase()
      return keyOf(
        String(document.session),
        recommendingStates[0]?.printed ?? '',
        createHash('sha256').update(plain).digest('hex'),
      )
    })
    expect(read.sort()).toEqual(known.sort())
  })

  test.each([
    ['sessions-1-5.csv', 6094, 4087, 2007],
    ['sessions-6-9.csv', 8343, 6206, 2137],
  ])('%s: every row, with the positions an independent parse counts', async (name, rows, supported, noted) => {
    const { recommendations, refused, doubts } = await seenIn(realFile('upr-info', name), 'upr-info-csv')
    expect(refused).toEqual([])
    expect(recommendations).toHaveLength(rows)
    expect(
      ['SUPPORTED', 'NOTED'].map((one) => recommendations.filter(({ position }) => position === one).length),
    ).toEqual([supported, noted])
    expect(doubts[0]).toContain('Mac Roman')
  })
})
