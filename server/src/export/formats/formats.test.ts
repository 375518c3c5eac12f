import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../../../../graph/root.ts'
import { LABELS, PROPERTIES, RELATIONSHIPS, typeOfProperty } from '../../../../graph/model/index.ts'
import { aboutOf } from '../about.ts'
import { COLUMNS } from '../columns.ts'
import { NOUNS } from '../nouns.ts'
import { FORMATS } from '../request.ts'
import { isDerived } from '../values.ts'
import { escapeOoxml, escapeXml } from '../xml.ts'
import { cellText, csvLine, quote } from './csv.ts'
import { EDGE_ATTRIBUTES, NODE_ATTRIBUTES } from './graph.ts'
import { columnLetters, MAX_CELL_CHARACTERS, serialOf, Sheet } from './sheets.ts'

test('a CSV line has quotes where RFC 4180 wants them, and no formula', () => {
  expect(csvLine(['a', 'b,c', 'say "so"', 'two\r\nlines', ' edge', null, 7, false, ['x|y', 'z']])).toBe(
    'a,"b,c","say ""so""","two\r\nlines"," edge",,7,false,x\\|y|z\r\n',
  )
  expect(cellText('=1')).toBe("'=1")
  expect(cellText(-5)).toBe('-5')
  expect(quote('plain')).toBe('plain')
})

test('XML takes every text, and an Excel cell loses nothing', () => {
  expect(escapeXml('a\u0000b\uD83Dc\u{1F600}<&">\n')).toBe('a\uFFFDb\uFFFDc\u{1F600}&lt;&amp;&quot;&gt;&#10;')
  expect(escapeOoxml('bell \u0007 _x0041_ _plain_')).toBe('bell _x0007_ _x005F_x0041_ _plain_')
})

test('columns have letters and days have numbers as Excel counts', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
  expect([serialOf('1900-03-01'), serialOf('2011-08-03'), serialOf('2026-11-25')]).toEqual([61, 40758, 46351])
  expect([serialOf('1899-12-31'), serialOf('2011'), serialOf('2027-11')]).toEqual([null, null, null])
})

test('a sheet types its cells, guards what looks like a formula, links what can be linked, and tells what it cuts', () => {
  const cut: string[] = []
  const sheet = new Sheet(
    [
      { name: 'text', type: 'text' },
      { name: 'on', type: 'date' },
      { name: 'url', type: 'link' },
    ],
    (place, length) => cut.push(`${place}: ${length}`),
  )
  sheet.begin()
  const row = sheet.row(['=1', '2011-08-03', 'https://example.org/?a=1&b=2'])
  expect(row).toContain('<c r="A2" s="4" t="inlineStr"><is><t xml:space="preserve">=1</t></is></c>')
  expect(row).toContain('<c r="B2" s="1"><v>40758</v></c>')
  expect(sheet.relationships()).toContain('Target="https://example.org/?a=1&amp;b=2"')
  // A date of less precision, and an address that is none, stay texts.
  expect(sheet.row(['', '2011', 'javascript:alert(1)'])).toBe(
    '<row r="3"><c r="B3" t="inlineStr"><is><t xml:space="preserve">2011</t></is></c><c r="C3" t="inlineStr"><is><t xml:space="preserve">javascript:alert(1)</t></is></c></row>',
  )
  sheet.row(['x'.repeat(MAX_CELL_CHARACTERS), null, null])
  expect(cut).toEqual([])
  expect(sheet.row(['x'.repeat(MAX_CELL_CHARACTERS + 1), null, null])).toContain('[cut here')
  expect(cut).toEqual(['text in row 5: 32768'])
})

test('every property of the model stands in the sheets or in the graph, with a type', () => {
  const names = new Set(NODE_ATTRIBUTES.map(({ name }) => name))
  for (const { label, fields } of NOUNS)
    for (const { name, type } of fields.filter((field) =>
      (PROPERTIES[label] as readonly string[]).includes(field.name),
    ))
      expect([label, name, type]).toEqual([label, name, typeOfProperty(name, label)])
  for (const label of ['Recommendation', 'Assessment', 'Evidence'] as const)
    for (const name of PROPERTIES[label]) expect(names.has(name) || isDerived(name), `${label}.${name}`).toBe(true)
  expect(EDGE_ATTRIBUTES.map(({ name }) => name)).toEqual(
    expect.arrayContaining([...RELATIONSHIPS.ADDRESSED_TO.properties]),
  )
  // What may stand beside a recommendation has a sheet of its own, or is read with it.
  const touched = Object.values(RELATIONSHIPS).flatMap(({ from, to }) =>
    (from as readonly string[]).includes('Recommendation')
      ? to
      : (to as readonly string[]).includes('Recommendation')
        ? from
        : [],
  )
  const covered = new Set<string>([...NOUNS.map(({ label }) => label), 'Recommendation', 'Assessment'])
  expect(touched.filter((label) => !covered.has(label))).toEqual([])
  expect(LABELS.length).toBeGreaterThan(NOUNS.length)
})

test('the documentation names every format, column and sheet', () => {
  const text = readFileSync(join(ROOT, 'docs', 'exports.md'), 'utf8')
  for (const { name } of FORMATS) expect(text).toContain(`.${name}`)
  for (const { name, describe } of COLUMNS) expect(text, name).toContain(`| \`${name}\` | ${describe} |`)
  // The fields are the model's own, which graph/model/nodes.ts lists.
  for (const { sheet, key } of NOUNS) expect(text, sheet).toContain(`| ${sheet} | \`${key}\` |`)
})

test('a citation has the version of the data, the question, the count and the date', () => {
  const about = aboutOf({
    exportedAt: '2026-11-25T10:00:00.000Z',
    address: 'http://127.0.0.1:4000/export/recommendations.csv',
    count: 1,
    dataVersion: 'aaaaaaaaaaaa',
    dataVersionAtEnd: 'bbbbbbbbbbbb',
    incompleteDocuments: 2,
    filter: { mechanisms: ['crc'] },
    orderBy: { field: 'DATE', direction: 'ASC' },
  })
  expect(about.citation).toBe(
    'Followthrough, data version aaaaaaaaaaaa to bbbbbbbbbbbb: 1 recommendation, filter {"mechanisms":["crc"]}, order DATE ASC, retrieved 2026-11-25T10:00:00.000Z, http://127.0.0.1:4000/export/recommendations.csv',
  )
  expect(about.notes.join(' ')).toMatch(/Suggestions.*2 of the documents.*changed while/)
})
