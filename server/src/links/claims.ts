/**
 * What a recommendation wants done, and for whom: classes of verbs and of groups of persons, found by stems. Two texts on
 * one subject that want different things done, or name different groups, are related and not the same ask.
 */
import { stemOf, type Term } from './text.ts'

const classes = (table: Readonly<Record<string, string>>): ReadonlyMap<string, number> => {
  const of = new Map<string, number>()
  Object.values(table).forEach((words, index) => {
    for (const word of words.split(/\s+/)) of.set(stemOf(word), (of.get(stemOf(word)) ?? 0) | (1 << index))
  })
  return of
}

/** At most 30 of each: a text's are kept as bits of one number. */
const ACTIONS = classes({
  join: 'ratify ratification accede accession sign signature become join party',
  legislate:
    'law legislation legislative enact amend amendment revise repeal bill code promulgate decree act draft legal',
  forbid:
    'prohibit prohibition ban outlaw abolish abolition criminalize criminalise criminalization decriminalize forbid',
  prosecute:
    'investigate investigation prosecute prosecution punish punishment justice perpetrator accountable accountability impunity convict sanction penalty try culprit trial',
  train: 'train training capacity professional skills',
  inform: 'awareness campaign educate information sensitize sensitise dissemination disseminate inform publicity',
  fund: 'allocate resource budget fund finance financial funding allocation spend money',
  establish: 'establish create set institution body independent mechanism commission office setup found',
  plan: 'plan strategy programme program policy action roadmap framework',
  report: 'report submit overdue reporting periodic',
  invite: 'invite invitation visit standing rapporteur procedure mandate',
  assist:
    'assist assistance rehabilitate rehabilitation victim shelter compensate compensation redress remedy reparation support care',
  cooperate: 'cooperate cooperation technical international assistance partner donor',
  measure: 'data statistic collect monitor monitoring indicator evaluate evaluation survey census register',
  consult: 'consult consultation dialogue participate participation civil society involve engage',
  release: 'release drop charge halt suspend moratorium stop lift end',
  combat: 'combat fight prevent prevention eliminate eradicate tackle counter curb reduce address',
  access: 'access accessible equal provide service availability free',
})
const GROUPS = classes({
  children: 'child children minor juvenile boy youngster infant',
  women: 'woman women girl girls female gender maternal mother',
  disability: 'disability disabilities disabled impairment',
  minorities: 'minority minorities ethnic roma linguistic religious',
  indigenous: 'indigenous tribal',
  migrants: 'migrant migrants migration immigrant foreigner',
  refugees: 'refugee asylum seeker refoulement',
  stateless: 'stateless statelessness nationality citizenship erased',
  lgbti: 'lesbian gay bisexual transgender intersex lgbt lgbti sexual orientation homosexual',
  older: 'older elderly ageing',
  youth: 'youth young adolescent',
  detainees: 'prison prisoner detainee detention jail inmate custody',
  defenders: 'defender journalist activist',
  workers: 'worker union labour employment domestic',
  poor: 'poverty poor vulnerable disadvantaged rural',
  evicted: 'eviction evict land housing resettlement relocation',
  health: 'hiv aids health',
  trafficked: 'trafficking traffic exploitation prostitution pornography',
  opposition: 'opposition political party election',
})

const bits = (terms: readonly Term[], of: ReadonlyMap<string, number>): number =>
  terms.reduce((all, { stem }) => all | (of.get(stem) ?? 0), 0)

/** Classes of verbs in a text, as bits. */
export const actionsOf = (terms: readonly Term[]): number => bits(terms, ACTIONS)
/** Groups of persons and fields in a text, as bits. */
export const groupsOf = (terms: readonly Term[]): number => bits(terms, GROUPS)

export function countBits(value: number): number {
  let count = 0
  for (let rest = value; rest !== 0; rest &= rest - 1) count += 1
  return count
}
