/**
 * A recommendation often asks several things. Its asks are the parts that can be answered one by one: what stands between
 * semicolons, under (a), (b), in separate sentences, and behind "and" where a new verb of asking begins.
 */

/** A part of a text with its UTF-16 offsets, trimmed of spaces and of the signs around it. */
export type Ask = { readonly text: string; readonly start: number; readonly end: number }

/** Verbs that begin an ask; a list of forms, since "and report" may be a noun and "and reporting" never begins one. */
const VERBS =
  `abolish accede accelerate accept adapt address adjust adopt align allocate allow amend apply appoint approve
  assess assist base ban bring build carry cease clarify collect combat commit compensate complete comply conclude conduct
  consider consult continue cooperate co-operate create criminalize criminalise decriminalize decriminalise define deploy
  design develop devote disseminate draft draw educate eliminate empower enable enact encourage end enforce enhance ensure
  eradicate establish evaluate examine expand expedite explore extend facilitate fight finalize finalise follow formulate
  foster fulfil fund give grant guarantee harmonize harmonise hold identify implement improve include incorporate increase
  inform initiate integrate intensify introduce invest investigate invite involve issue join keep launch lift maintain make
  mainstream measure mobilize monitor move organize participate pass pay place prevent prioritize proceed prohibit promote
  prosecute protect provide publish punish pursue put raise ratify recognize recognise reconsider redouble reduce reform
  refrain rehabilitate release remove repeal replace request resolve respect respond restore review revise safeguard
  sanction secure seek set share sign speed sponsor stop strengthen streamline strive submit support suspend sustain tackle
  take train translate undertake update uphold use withdraw work`
    .split(/\s+/)
    .join('|')
const ADVERB = '(?:also |further |fully |effectively |immediately |urgently |promptly |thus |thereby |actively |duly )?'

/** Where one ask ends and another begins; what the pattern takes belongs to neither. */
const BETWEEN_ASKS = new RegExp(
  [
    '\\s*(?:^|[;,:.\\s])\\s*(?:and\\s+|or\\s+)?\\(?(?:[a-z]|[ivx]{1,4}|\\d{1,2})\\)\\s+',
    '\\s*;\\s*(?:and\\s+|or\\s+)?',
    '[.!?។]\\s+(?=\\p{Lu}|[\\u1780-\\u17a2])',
    '\\s[-–—]\\s',
    `(?<!\\b(?:${VERBS}|and|not))\\s*,?\\s+and\\s+(?:to\\s+)?(?=${ADVERB}(?:${VERBS})\\s)`,
    `\\s*,\\s+(?:to\\s+)?(?=${ADVERB}(?:${VERBS})\\s+(?:the|a|an|all|its|and)\\b)`,
  ].join('|'),
  'giu',
)
/** Inside an ask: what is named as a part or an example of it, and by what means. Each can be what two texts share. */
const BETWEEN_CLAUSES =
  /\s*,\s*(?:and\s+)?(?=(?:including|in particular|particularly|especially|notably|such as|inter alia|among others|by|through|with a view to|in order to|so as to|so that|as well as|above all)\b)|\s+(?=(?:in order to|with a view to|as well as|so that|by \p{L}+ing)\b)/giu

const EDGE = /^[\s,;:.()–—-]+|[\s,;:.(–—-]+$/gu
/** Shorter than this a part says nothing by itself ("and women"); it stays with what stands before it. */
const MIN_LETTERS = 12

function split(text: string, between: RegExp, offset: number): Ask[] {
  const parts: Ask[] = []
  let start = 0
  const add = (end: number): void => {
    const raw = text.slice(start, end)
    const lead = /^[\s,;:.()–—-]*/u.exec(raw)?.[0].length ?? 0
    const trimmed = raw.replaceAll(EDGE, '')
    if (trimmed === '') return
    const last = parts[parts.length - 1]
    if (trimmed.length < MIN_LETTERS && last !== undefined) {
      const from = last.start - offset
      const until = start + lead + trimmed.length
      parts[parts.length - 1] = { text: text.slice(from, until), start: last.start, end: until + offset }
    } else {
      const from = start + lead
      parts.push({ text: trimmed, start: from + offset, end: from + trimmed.length + offset })
    }
  }
  for (const match of text.matchAll(between)) {
    if (match.index === 0 && match[0].length === 0) continue
    if (match.index < start) continue
    add(match.index)
    start = match.index + match[0].length
  }
  add(text.length)
  return parts
}

/** The asks of a text in order; a text with nothing but signs has none. */
export const asksOf = (text: string): Ask[] => split(text, BETWEEN_ASKS, 0)

/** An ask that wants a thing thought about, not done: "consider ratifying", "study the possibility of". */
const TENTATIVE =
  /^(?:(?:to|also|further|seriously|favourably|favorably|positively|continue|continuing|please)\s+)*(?:consider|examine|explore|envisage|contemplate|study|think about|look into|reflect on|give (?:\p{L}+ )?(?:consideration|thought))|^.{0,60}\b(?:the )?(?:possibility|feasibility|desirability|advisability) of\b/iu

/** Whether an ask wants its matter considered only. */
export const isTentative = ({ text }: Ask): boolean => TENTATIVE.test(text)

/** The asks of a text cut further, at ", including", ", by …ing" and the like; in order, never overlapping. */
export const clausesOf = (text: string): Ask[] => asksOf(text).flatMap(clausesOfAsk)

/** The clauses of one ask; their offsets are into the text that the ask is of. */
export const clausesOfAsk = (ask: Ask): Ask[] => split(ask.text, BETWEEN_CLAUSES, ask.start)
