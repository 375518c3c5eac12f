import { expect, test } from 'vitest'
import { fileName, FORMAT, investigation, readInvestigation } from './files.ts'
import { questionOf } from './questions.ts'

test('an address asks a question only with every blank filled', () => {
  const asked = questionOf(new URLSearchParams('question=asked-of&body=body:mosvy&theme=theme:education'))
  expect(asked?.question.id).toBe('asked-of')
  expect(asked?.values).toEqual({ body: 'body:mosvy', theme: 'theme:education' })
  expect(questionOf(new URLSearchParams('question=asked-of&body=body:mosvy'))).toBeNull()
  expect(questionOf(new URLSearchParams('question=what-else'))).toBeNull()
})

const FILE = investigation({
  title: 'T',
  savedAt: '2026-11-25T10:00:00Z',
  stateCode: 'KHM',
  view: { v: 2, i: [], l: 'columns' },
  notes: { 'theme:a': { text: 'x', tags: ['y'] } },
  story: [{ title: 'One', caption: 'c', view: { v: 2, i: [], l: 'columns' } }],
})

test('an investigation comes back from its file', () => {
  expect(readInvestigation(JSON.stringify(FILE))).toEqual({ file: FILE })
})

test.each([
  ['{', { reason: 'json' }],
  ['[]', { reason: 'format' }],
  [JSON.stringify({ ...FILE, version: 9 }), { reason: 'version', place: '9' }],
  [JSON.stringify({ ...FILE, title: 3 }), { reason: 'damaged', place: 'title' }],
  [JSON.stringify({ ...FILE, notes: { a: { text: 1 } } }), { reason: 'damaged', place: 'notes.a' }],
  [JSON.stringify({ ...FILE, story: [{}] }), { reason: 'damaged', place: 'story[0]' }],
  [JSON.stringify({ format: FORMAT }), { reason: 'version' }],
])('%s is refused with its place', (text, reason) => {
  expect(readInvestigation(text)).toMatchObject(reason)
})

test('a file’s name holds nothing that a file system forbids', () => {
  expect(fileName('Who? / what: "x".', 'csv')).toBe('Who-what-x.csv')
  expect(fileName(' ', 'csv')).toBe('graph.csv')
})
