import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { DoubtsOfReading, Lists, listsIn } from './lists.ts'
import { DOUBTS_KEPT, EXAMPLES, Tally } from './report.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'followthrough-lists-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

const linesOf = (name: 'doubts' | 'changes'): string[] => {
  const path = listsIn(folder)[name]
  return path === null
    ? []
    : readFileSync(path, 'utf8')
        .replace(/^\uFEFF/, '')
        .trim()
        .split('\r\n')
        .slice(1)
}
const example = (row: number) => ({
  id: `recommendation:${row}`,
  row,
  symbol: 'A/HRC/41/17',
  paragraph: '110.1',
  text: 'Go on, “as before”',
  fields: [],
})

test('a report keeps the first of what it tells, the lists all of it, those of reading in front', async () => {
  const reading = new DoubtsOfReading(folder)
  for (let row = 1; row <= DOUBTS_KEPT + 1; row += 1) reading.add({ row, sheet: 'Data', doubt: 'of reading' })
  reading.close()
  for (const round of ['a dry run', 'writing']) {
    const lists = await Lists.open(folder, reading)
    const tally = new Tally(lists)
    tally.doubt({ row: 0, sheet: null, doubt: round })
    for (let row = 1; row <= EXAMPLES + 1; row += 1) tally.count('new', 1, () => example(row))
    tally.count('unchanged', 1, () => example(99))
    tally.count('merged', 0, () => example(99))
    tally.count('changed', 2, () => ({
      ...example(99),
      fields: [
        { field: 'themes', now: null, then: ['a', 'b'] },
        { field: 'position', now: 'NOTED', then: '=1+1' },
      ],
    }))
    tally.gone({ ...example(0), id: 'recommendation:gone' })
    lists.close()
    expect(tally.examples.new).toHaveLength(EXAMPLES)

    const doubts = linesOf('doubts')
    expect(doubts).toHaveLength(DOUBTS_KEPT + 2)
    expect([doubts[0], doubts.at(-1)]).toEqual(['Data,1,of reading', `,,${round}`])
    const changes = linesOf('changes')
    expect(changes).toHaveLength(EXAMPLES + 1 + 2 + 1)
    expect(changes.slice(-3)).toEqual([
      'changed,recommendation:99,99,2,A/HRC/41/17,110.1,"Go on, “as before”",themes,,a; b',
      'changed,recommendation:99,99,2,A/HRC/41/17,110.1,"Go on, “as before”",position,NOTED,\'=1+1',
      'gone,recommendation:gone,,1,A/HRC/41/17,110.1,"Go on, “as before”",,,',
    ])
  }
  expect(listsIn(folder)).toMatchObject({ refused: null, documents: null })
})
