import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { asksOf, clausesOf } from './asks.ts'
import { suggestBodies, type Profile } from './bodies.ts'
import { spaceOf } from './built-in.ts'
import { conceptsOf } from './concepts.ts'
import { scoreFile, suggestFile, trainTagsFile } from './files.ts'
import { agreementOf, agreementOnJudgements, readJudgements, readSecondReading } from './judgements.ts'
import { linkState, LINKS_KEPT, type LinkText } from './linker.ts'
import { findNames } from './names.ts'
import { readProfile } from './profiles.ts'
import { Scorer, SHIPPED_WEIGHTS } from './scorer.ts'
import { Tagger } from './tagger.ts'
import { namesOfLabels, suggest } from './suggestions.ts'
import { hashOf, termsOf } from './text.ts'
import { thresholdsOf, measure } from './training.ts'

const names = (text: string): string[] => findNames(text).map(({ id }) => id)
const score = (a: string, b: string): number => {
  const terms = [termsOf(a), termsOf(b)]
  const space = spaceOf(terms)
  return new Scorer(space).score(space.analyse(a, terms[0]), space.analyse(b, terms[1]))
}

describe('names', () => {
  test.each([
    ['Ratify OP-CAT and set up a preventive body', ['treaty:opcat']],
    ['Accede to the Optional Protocol to the Convention against Torture', ['treaty:opcat']],
    [
      'Sign the Second Optional Protocol to the International Covenant on Civil and Political Rights',
      ['treaty:iccpr-op2'],
    ],
    [
      'Join the Optional Protocol to the Convention on the Rights of the Child on a communications procedure',
      ['treaty:op-crc-ic'],
    ],
    ['Join the Convention on the Rights of the Child', ['treaty:crc']],
    ['Answer the Committee on the Rights of the Child', ['institution:crc']],
    ['Ratify ILO Convention No. 169', ['treaty:ilo-169']],
    ['Ratify ICRMW', ['treaty:icrmw']],
    ['Build more schools', []],
  ])('%s', (text, expected) => expect(names(text)).toEqual(expected))
})

test('a name is one term, and its words are none besides', () => {
  expect(termsOf('Ratify the Convention against Torture').map(({ stem }) => stem)).toEqual(['ratifi', 'treaty:cat'])
})

test('spelling, spaces and signs make no other wording; letters do', () => {
  expect(hashOf('Build  schools;')).toBe(hashOf('build schools'))
  expect(hashOf('Build schools')).not.toBe(hashOf('Build a school'))
  // Vowels of Khmer are marks: without them different words would meet.
  expect(hashOf('កុមារ')).not.toBe(hashOf('កមរ'))
})

test('concepts are found by any of their phrases, and by none of their words alone', () => {
  const concepts = (text: string): string[] => conceptsOf(termsOf(text)).filter((key) => key.startsWith('subject:'))
  expect(concepts('Stop husbands who beat their wives: violence in families')).toContain('subject:domestic violence')
  expect(concepts('Families of the evicted')).not.toContain('subject:domestic violence')
  expect(concepts('Women who suffer violence')).toEqual(concepts('Violence against women'))
  expect(concepts('Ratify OP-CAT')).toContain('subject:torture')
})

test('an aspect tells two asks on one subject apart', () => {
  const of = (text: string, kind: string): string[] =>
    conceptsOf(termsOf(text)).filter((key) => key.startsWith(`${kind}:`))
  const [law, plan] = ['Adopt a law against domestic violence', 'Adopt a plan against domestic violence']
  expect(of(law, 'subject')).toContain('subject:domestic violence')
  expect(of(plan, 'subject')).toContain('subject:domestic violence')
  expect(of(law, 'aspect')).toEqual(['aspect:law on violence against women'])
  expect(of(plan, 'aspect')).toEqual(['aspect:plan against violence against women'])
  expect(score(law, 'Pass legislation on domestic violence')).toBeGreaterThan(score(law, plan))
})

describe('asks', () => {
  test('are cut at semicolons, letters in brackets and new verbs', () => {
    expect(asksOf('Build schools; (b) train teachers and raise their pay.').map(({ text }) => text)).toEqual([
      'Build schools',
      'train teachers',
      'raise their pay',
    ])
  })
  test('are not cut between two verbs of one ask', () => {
    expect(asksOf('Prevent and punish violence in schools').map(({ text }) => text)).toEqual([
      'Prevent and punish violence in schools',
    ])
  })
  test('and clauses are parts of the text at the place they name, in order', () => {
    for (const text of [
      'Stop evictions, including of children; (a) pay the evicted, and house them',
      ' ; ',
      'x',
      '',
      'ទប់ស្កាត់ហិង្សា។ បញ្ឈប់',
    ]) {
      let end = 0
      for (const clause of clausesOf(text)) {
        expect(text.slice(clause.start, clause.end)).toBe(clause.text)
        expect(clause.start).toBeGreaterThanOrEqual(end)
        end = clause.end
      }
    }
  })
})

describe('scores', () => {
  test('know two treaties from one', () => {
    expect(
      score('Ratify the Convention against Torture', 'Become a party to the Convention against Torture'),
    ).toBeGreaterThan(SHIPPED_WEIGHTS.thresholds.sameAsk)
    expect(
      score(
        'Ratify the Convention against Torture',
        'Ratify the Convention on the Rights of Persons with Disabilities',
      ),
    ).toBeLessThan(SHIPPED_WEIGHTS.thresholds.related)
  })
  test('are the same either way round, and 1 for one wording', () => {
    const [a, b] = ['Stop evicting families from disputed land', 'Put an end to forced evictions and pay the families']
    expect(score(a, b)).toBeCloseTo(score(b, a), 6)
    expect(score(a, b)).toBeGreaterThan(SHIPPED_WEIGHTS.thresholds.related)
    expect(score('Stop evictions.', 'stop evictions')).toBe(1)
  })
  test('of texts without words are nothing', () => expect(score('...', 'Stop evictions')).toBe(0))
  test('grow into kinds', () => {
    const scorer = new Scorer(spaceOf([]))
    const kinds = [0, 0.02, SHIPPED_WEIGHTS.thresholds.related, SHIPPED_WEIGHTS.thresholds.sameAsk, 1].map((one) =>
      scorer.kindOf(one),
    )
    expect(kinds).toEqual([null, null, 'RELATED', 'SAME_ASK', 'SAME_ASK'])
  })
})

describe('reasons of a link', () => {
  const reasons = (later: string, earlier: string) => {
    const space = spaceOf([])
    return new Scorer(space).explain(space.analyse(later), space.analyse(earlier)).reasons
  }
  test('name what both passages name, treaties first', () => {
    expect(
      reasons('Ratify OP-CAT', 'Accede to the Optional Protocol to the Convention against Torture').inCommon,
    ).toEqual(['OPCAT', 'preventive visits', 'torture', 'join a treaty'])
    expect(reasons('Build more schools in villages', 'Stop evictions').inCommon).toEqual([])
  })
  test.each([
    ['Ratify OP-CAT', 'Consider ratifying OP-CAT', 'EARLIER'],
    ['Study the possibility of joining OP-CAT', 'Ratify OP-CAT', 'LATER'],
    ['Consider ratifying OP-CAT', 'Examine the ratification of OP-CAT', null],
    ['Consider new schools; ratify OP-CAT', 'Ratify OP-CAT', null],
  ])('tell which only asks to consider: %s / %s', (later, earlier, expected) =>
    expect(reasons(later, earlier).tentative).toBe(expected),
  )
  test('of one wording are none', () =>
    expect(reasons('Ratify OP-CAT', 'ratify OP-CAT.')).toEqual({ inCommon: [], tentative: null }))
})

const subjects = [
  'land for evicted families',
  'schools in the countryside',
  'midwives in every commune',
  'lawyers for detained children',
  'wages of factory workers',
  'ramps in public buildings',
]
const texts: LinkText[] = ['2009', '2014', '2019'].flatMap((year) =>
  subjects.flatMap((subject, index) =>
    ['Provide', 'Pay for'].map((verb, variant) => ({
      id: `recommendation:${year}-${index}${variant}`,
      text: `${verb} ${subject}${variant === 1 ? ' and report on progress' : ''}`,
      language: 'en',
      documentId: `document:${year}`,
      sortOn: `${year}-05-01`,
    })),
  ),
)

describe('links of a State', () => {
  const links = linkState(texts)
  const byId = new Map(texts.map((text) => [text.id, text]))
  test('run from the later to the earlier, on one date from the greater id', () => {
    expect(links.length).toBeGreaterThan(subjects.length)
    for (const { from, to } of links) {
      const [later, earlier] = [byId.get(from), byId.get(to)]
      const order = [later?.sortOn ?? '', later?.id ?? ''] > [earlier?.sortOn ?? '', earlier?.id ?? '']
      expect(order).toBe(true)
    }
  })
  test('find every repeated wording', () => {
    const repeats = links.filter(({ method }) => method.startsWith('exact-repeat'))
    // Each of 12 wordings stands in three reviews: three pairs.
    expect(repeats).toHaveLength(36)
    expect(repeats.every(({ score: one, kind }) => one === 1 && kind === 'SAME_ASK')).toBe(true)
  })
  test('do not depend on the order of the texts', () => {
    expect(linkState([...texts].reverse())).toEqual(links)
  })
  test('show passages that stand in the texts', () => {
    for (const { from, to, passages } of links) {
      expect(passages.length).toBeGreaterThan(0)
      for (const { a, b } of passages) {
        expect(byId.get(from)?.text.slice(a.start, a.end)).not.toBe('')
        expect(byId.get(to)?.text.slice(b.start, b.end)).not.toBe('')
      }
    }
  })
  test('compare within one language only', () => {
    const khmer = { ...(texts[0] as LinkText), id: 'recommendation:km', language: 'km' }
    expect(linkState([...texts, khmer]).some(({ from, to }) => [from, to].includes(khmer.id))).toBe(false)
  })
  test('are ten at most for one recommendation in other documents', () => {
    const many = Array.from({ length: 40 }, (_, index): LinkText => ({
      id: `recommendation:${String(index).padStart(2, '0')}`,
      text: 'Provide land for evicted families',
      language: 'en',
      documentId: `document:${index}`,
      sortOn: '',
    }))
    const counts = new Map<string, number>()
    for (const { from } of linkState(many)) counts.set(from, (counts.get(from) ?? 0) + 1)
    expect(counts.get('recommendation:05')).toBeLessThanOrEqual(LINKS_KEPT)
  })
})

test('thresholds: the upper one is never below the lower, and precise', () => {
  const pairs = Array.from({ length: 200 }, (_, index) => ({ questions: [`q${index % 20}`], isSame: index % 10 === 0 }))
  const scores = pairs.map(({ isSame }, index) => (isSame ? 0.5 + (index % 7) / 20 : (index % 13) / 20))
  const { sameAsk, related } = thresholdsOf(pairs, scores)
  expect(sameAsk).toBeGreaterThanOrEqual(related)
  const above = pairs.filter((_, index) => (scores[index] as number) >= sameAsk)
  expect(above.filter(({ isSame }) => isSame).length / above.length).toBeGreaterThanOrEqual(0.85)
  expect(
    measure(
      pairs,
      pairs.map(({ isSame }) => (isSame ? 1 : 0)),
    ).averagePrecision,
  ).toBe(1)
})

test.each([
  ['Improve access to schools', 'action:join a treaty'],
  ['Continue policies against trafficking', 'aspect:prosecution of trafficking'],
  ['Protect every minority', 'group:children'],
  ['Adopt a plan', 'subject:care of children without parents'],
  ['Prohibit corporal punishment', 'subject:business and resources'],
  ['Report on time', 'subject:press and media'],
  ['Strengthen criminal justice', 'action:forbid'],
])('%s is not %s, though the stems are alike', (text, concept) => {
  expect(conceptsOf(termsOf(text))).not.toContain(concept)
})
test('accession is joining a treaty as acceding is', () => {
  for (const text of ['Accession to the OPCAT', 'Accede to the OPCAT'])
    expect(conceptsOf(termsOf(text))).toContain('action:join a treaty')
})

describe('two readings', () => {
  const pair = (later: string, isSame: boolean) => ({ later, earlier: 'x', isSame })
  test('agree by more than chance where kappa says so', () => {
    const second = [pair('a', true), pair('b', true), pair('c', false), pair('d', false)]
    expect(agreementOf(second, (later) => 'ab'.includes(later))).toEqual({ pairs: 4, alike: 1, kappa: 1 })
    // Half alike is what two coins do.
    expect(agreementOf(second, (later) => 'ac'.includes(later)).kappa).toBe(0)
  })
  test('of the pairs of Slovenia know every pair of the first', () => {
    const judged = new Set(readJudgements().map(({ hash }) => hash))
    const second = readSecondReading()
    expect(second).toHaveLength(300)
    expect(second.filter(({ later, earlier }) => !judged.has(later) || !judged.has(earlier))).toEqual([])
    expect(agreementOnJudgements().kappa).toBeGreaterThan(0.8)
  })
})

describe('suggestions', () => {
  test('give labels and bodies with confidence and reason, most confident first', () => {
    const { themes, groups, bodies } = suggest('Build more schools in villages and train their teachers', 'KHM')
    expect(themes[0]?.id).toBe('theme:education')
    expect(groups.map(({ id }) => id)).toContain('group:children')
    expect(bodies[0]).toMatchObject({ id: 'body:moeys', role: 'LEAD', basis: 'MANDATE' })
    expect(bodies[0]?.reason).toContain('schooling')
    expect(themes[0]?.reason).toMatch(/^“schools” and “teachers” speak for it \(\d\d\u00a0% sure\)\.$/)
    for (const { reason } of [...themes, ...groups])
      for (const [, words = ''] of reason.matchAll(/“([^”]+)”/g))
        expect('Build more schools in villages and train their teachers').toContain(words)
    const confidences = themes.map(({ confidence }) => confidence)
    expect(confidences).toEqual([...confidences].sort((a, b) => b - a))
  })
  test('put a body that the text names first', () => {
    const { bodies } = suggest('The Anti-Corruption Unit should look into the sale of school places', 'KHM')
    expect(bodies[0]).toMatchObject({ id: 'body:acu', basis: 'NAMED_IN_TEXT' })
    expect(bodies[0]?.reason).toContain('Anti-Corruption Unit')
  })
  test('name no body of a State without a profile', () => {
    expect(suggest('Build more schools', 'SVN').bodies).toEqual([])
  })
  test('abstain where only rules that fit everything fire', () => {
    const profile: Profile = {
      state: 'ZZZ',
      bodies: [{ id: 'body:all', name: 'Everything', names: ['Everything Office'] }],
      rules: [{ order: 9, labels: ['theme:x'], body: 'body:all', role: 'LEAD', reason: 'fits all' }],
    }
    expect(suggestBodies('Do good', [{ label: 'theme:x', confidence: 1 }], profile, (label) => label)).toEqual([])
  })
  test('read every profile whole', () => {
    const labels = new Set(namesOfLabels().keys())
    expect(readProfile('KHM', labels)?.rules.length).toBeGreaterThan(100)
    expect(readProfile('SVN', labels)).toBeNull()
  })
})

describe('files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'links-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const file = (name: string, content: string | Buffer): string => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }
  const all = async <Item>(items: AsyncIterable<Item>): Promise<Item[]> => {
    const list: Item[] = []
    for await (const item of items) list.push(item)
    return list
  }
  test('answer each row in its place', async () => {
    const path = file(
      'pairs.csv',
      '\uFEFFnote,b,a\r\n1,Ratify OP-CAT,ratify OP-CAT.\r\n2,,Build\r\n3,"Stop, evictions",Raise wages\r\n',
    )
    const [first, second, third] = await all(scoreFile(path))
    expect(first).toEqual({ score: 1, kind: 'SAME_ASK', passages: [{ a: 'ratify OP-CAT.', b: 'Ratify OP-CAT' }] })
    expect(second).toEqual({ row: 3, problem: `${path}, row 3, column b: empty. Expected a text.` })
    expect(third).toMatchObject({ kind: null, passages: [] })
  })
  test.each([
    ['a column missing', 'a,c\nx,y\n', /row 1: the column b is missing/],
    ['an empty file', '', /the file is empty/],
    ['a column twice', 'a,b,a\nx,y,z\n', /row 1: the column a stands twice/],
    ['an open quote', 'a,b\n"x,y\n', /row 2: a value opens with a quote that is never closed/],
    [
      'two encodings',
      Buffer.concat([Buffer.from('a,b\nx,é\ny,'), Buffer.from([0xe9, 0x0a])]),
      /line 3, byte 11: a byte that is not UTF-8 in a file that is otherwise UTF-8/,
    ],
    ['no text file', Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x00, 0x61]), /line 1, byte 4: a zero byte/],
  ])('say what is wrong: %s', async (name, content, message) => {
    await expect(all(scoreFile(file(`${name}.csv`, content)))).rejects.toThrow(message)
  })
  test.each([
    ['UTF-16', Buffer.from('\uFEFFa,b\nRatify OPCAT,Ratify OPCAT\n', 'utf16le'), []],
    ['semicolons, and lines that end in CR', 'a;b\rRatify OPCAT;Ratify OPCAT\r', []],
    [
      'Windows-1252, with a doubt',
      Buffer.from(
        'a,b\nRatify the “new” OPCAT,Ratify the new OPCAT\n'.replace('“', '\x93').replace('”', '\x94'),
        'latin1',
      ),
      [expect.stringMatching(/read as Windows-1252.*line 2 reads “e “ne”/)],
    ],
  ])('are read in %s', async (name, content, doubts) => {
    const heard: string[] = []
    const rows = await all(scoreFile(file(`${name}.csv`, content), (doubt) => heard.push(doubt)))
    expect(rows).toMatchObject([{ score: 1, kind: 'SAME_ASK' }])
    expect(heard).toEqual(doubts)
  })
  test('refuse a row that is none by itself: too few values, too many, a text that is no recommendation', async () => {
    const long = 'x'.repeat(20_001)
    const path = file('odd.csv', `a,b\nx\nx,y,z\n${long},y\nRaise wages,Raise wages\n`)
    const [few, many, tooLong, fine] = await all(scoreFile(path))
    expect(few).toEqual({
      row: 2,
      problem: `${path}, row 2: 1 values where the header has 2 columns. Expected one value for each column.`,
    })
    expect(many).toMatchObject({ row: 3, problem: expect.stringContaining('3 values') as string })
    expect(tooLong).toEqual({
      row: 4,
      problem: `${path}, row 4, column a: 20001 characters. Expected a text of at most 20000.`,
    })
    expect(fine).toMatchObject({ score: 1 })
  })
  test('teach a vocabulary of one’s own, which its file gives back', async () => {
    const rows = Array.from({ length: 60 }, (_, index) => {
      const [subject, label] = [
        ['prison conditions', 'Detention'],
        ['village schools', 'Education; Rural'],
        ['a free press', 'Expression'],
      ][index % 3] as [string, string]
      return `Improve ${subject} ${index},${label}`
    })
    const { tagger, report } = await trainTagsFile(file('labelled.csv', `text,labels\n${rows.join('\n')}\n`))
    expect(tagger.labels).toEqual(['Detention', 'Education', 'Expression', 'Rural'])
    expect(report.texts).toBe(60)
    const kept = Tagger.fromBytes(tagger.toBytes())
    const path = file('asked.csv', 'text\nBuild schools in every village\n')
    const [answer] = await all(suggestFile(path, 'KHM', kept))
    expect((answer as { labels: readonly { label: string }[] }).labels.map(({ label }) => label).sort()).toEqual([
      'Education',
      'Rural',
    ])
    await expect(trainTagsFile(file('unlabelled.csv', 'text,labels\nBuild schools,\n'))).rejects.toThrow(
      /column labels: empty in every row/,
    )
  })
  test('refuse a State nobody knows, with its row', async () => {
    const path = file('texts.csv', 'text,state\nBuild schools,Cambodia\nBuild schools,Atlantis\n')
    const [first, second] = await all(suggestFile(path, null))
    expect(first).toMatchObject({ bodies: [{ id: 'body:moeys' }] })
    expect(second).toMatchObject({ row: 3, problem: expect.stringContaining('column state: "Atlantis"') as string })
  })
})
