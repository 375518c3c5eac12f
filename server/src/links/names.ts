/**
 * Names that must agree before two recommendations can ask for the same thing: treaties, their protocols and amendments,
 * ILO conventions, and the institutions that recommendations speak of. A name is found in its long and short forms and
 * becomes one term, so that two ratifications of different treaties share no words of their titles.
 */

/** `id` begins with `treaty:` or `institution:`; it contains a colon, which no stem does. */
export type Name = { readonly id: string; readonly start: number; readonly end: number }

const CONVENTION = '(?:international )?(?:united nations )?(?:un )?(?:convention|covenant)'
/** "Optional Protocol to the", with what may stand between. */
const PROTOCOL = '(?:first |second )?optional protocols?(?: thereto)?(?: \\(?op\\)?)? (?:to|of|on)(?: the)? '
const ON = '(?: on| for| to| relating to| concerning| against| of)?(?: the)? '
const ABBREVIATION = '(?: \\([^()]{2,24}\\))?'

const SUBJECTS: Readonly<Record<string, string>> = {
  iccpr: `(?:${CONVENTION} on )?civil and political rights`,
  icescr: `(?:${CONVENTION} on )?economic,? social,? and cultural rights`,
  cedaw: `${CONVENTION}${ON}elimination of (?:all forms of )?discrimination against women`,
  icerd: `${CONVENTION}${ON}elimination of (?:all forms of )?racial discrimination`,
  cat: `${CONVENTION} against torture(?: and other cruel,? inhuman,? (?:or|and) degrading treatment (?:or|and) punishment)?`,
  crc: `${CONVENTION}(?: on)?(?: the)? rights of the child`,
  crpd: `${CONVENTION}(?: on)?(?: the)? rights of (?:persons|people) with disabilit(?:y|ies)`,
  icrmw: `${CONVENTION}(?: on| for)?(?: the)?(?: protection of)?(?: the)?(?: rights of)?(?: all)? ?migrant workers(?: and(?: all)?(?: the)? members of their famil(?:y|ies))?`,
  ced: `${CONVENTION}${ON}(?:protection of (?:all )?persons (?:from|against) )?enforced disappearances?`,
}

/** First what is longest and most particular: a place in the text belongs to the first rule that finds it. */
const RULES: readonly (readonly [id: string, pattern: string])[] = [
  [
    'treaty:op-crc-ic',
    `(?:third )?${PROTOCOL}(?:${SUBJECTS['crc']}|crc|rights of the child)${ON}(?:a )?communications? procedures?|op-?crc-?ic|opic`,
  ],
  [
    'treaty:op-crc-sc',
    `${PROTOCOL}(?:${SUBJECTS['crc']}|crc),?${ON}sale of children(?:,? child prostitution,? and (?:child )?pornography)?|${PROTOCOL}sale of children(?:,? child prostitution,? and (?:child )?pornography)?|op-?crc-?sc|opsc`,
  ],
  [
    'treaty:op-crc-ac',
    `${PROTOCOL}(?:${SUBJECTS['crc']}|crc),?${ON}involvement of children in armed conflicts?|${PROTOCOL}involvement of children in armed conflicts?|op-?crc-?ac|opac`,
  ],
  [
    'treaty:iccpr-op2',
    `second optional protocol(?: (?:to|of)(?: the)? (?:${SUBJECTS['iccpr']}|iccpr))?(?:,?(?: aiming at| aimed at| on)?(?: the)? abolition of the death penalty)?|iccpr-?op[ -]?2|op-?2 ?-?iccpr`,
  ],
  ['treaty:iccpr-op1', `${PROTOCOL}(?:${SUBJECTS['iccpr']}|iccpr)|iccpr-?op-?1?|op-?1?-?iccpr`],
  ['treaty:op-icescr', `${PROTOCOL}(?:${SUBJECTS['icescr']}|icescr)|op-?icescr|icescr-?op`],
  ['treaty:op-cedaw', `${PROTOCOL}(?:${SUBJECTS['cedaw']}|cedaw)|op-?cedaw|cedaw-?op`],
  ['treaty:opcat', `${PROTOCOL}(?:${SUBJECTS['cat']}|cat\\b|torture convention)|op-?cat`],
  ['treaty:op-crpd', `${PROTOCOL}(?:${SUBJECTS['crpd']}|crpd)|op-?crpd|crpd-?op`],
  ['treaty:op-crc', `${PROTOCOL}(?:${SUBJECTS['crc']}|crc)`],
  ['institution:cedaw', `committee${ON}elimination of (?:all forms of )?discrimination against women|cedaw committee`],
  ['institution:cerd', `committee${ON}elimination of (?:all forms of )?racial discrimination|cerd`],
  ['institution:crc', 'committee(?: on)?(?: the)? rights of the child|crc committee'],
  ['institution:cat', 'committee against torture'],
  ['institution:cescr', `committee on economic,? social,? and cultural rights|cescr`],
  ['institution:ccpr', 'human rights committee'],
  ['institution:ced', 'committee on enforced disappearances?'],
  ['treaty:iccpr', `${CONVENTION} on civil and political rights|iccpr`],
  ['treaty:icescr', `${CONVENTION} on economic,? social,? and cultural rights|icescr`],
  ['treaty:cedaw', `${SUBJECTS['cedaw']}|cedaw`],
  ['treaty:icerd', `${SUBJECTS['icerd']}|icerd`],
  ['treaty:cat', `${SUBJECTS['cat']}|torture convention`],
  ['treaty:crc', `${SUBJECTS['crc']}|child rights convention|crc`],
  ['treaty:crpd', `${SUBJECTS['crpd']}|disabilit(?:y|ies) convention|crpd`],
  ['treaty:icrmw', `${SUBJECTS['icrmw']}|migrant workers(?:'|’)? convention|icrmw|icmw|cmw`],
  ['treaty:ced', `${SUBJECTS['ced']}|(?:enforced )?disappearances? convention|icppe?d|cppe?d|\\bced`],
  ['treaty:stateless-1961', `(?:1961 )?convention on the reduction of statelessness|1961 convention on statelessness`],
  [
    'treaty:stateless-1954',
    `(?:1954 )?convention relating to the status of stateless persons|1954 convention on statelessness`,
  ],
  [
    'treaty:refugees-1951',
    `(?:1951 )?(?:geneva )?convention relating to the status of refugees|(?:1951 )?refugee convention`,
  ],
  [
    'treaty:istanbul',
    `(?:council of europe )?convention on preventing and combating violence against women(?: and domestic violence)?|istanbul convention`,
  ],
  ['treaty:rome', `(?:the )?rome statute(?: of the international criminal court)?`],
  ['treaty:apic', `agreement on (?:the )?privileges and immunities of the (?:international criminal )?court`],
  ['treaty:genocide', `convention on the prevention and punishment of the crime of genocide|genocide convention`],
  [
    'treaty:palermo',
    `palermo protocol|protocol to prevent,? suppress,? and punish trafficking in persons(?:,? especially women and children)?`,
  ],
  [
    'treaty:hague-adoption',
    `hague convention(?: no\\.? ?33)?(?: of 1993)?(?: on(?: the)? protection of children and co-?operation in respect of inter-?country adoption| on inter-?country adoptions?)?`,
  ],
  ['treaty:mine-ban', `(?:anti-?personnel )?mine[- ]ban (?:convention|treaty)|ottawa (?:convention|treaty)`],
  ['treaty:cluster-munitions', `convention on cluster munitions`],
  ['treaty:uncac', `convention against corruption|uncac`],
  ['treaty:att', `arms trade treaty`],
  ['treaty:education-discrimination', `(?:unesco )?convention against discrimination in education`],
  ['treaty:apartheid-time-limits', `convention on the non-applicability of statutory limitations[a-z ]*`],
  [
    'institution:paris-principles',
    `paris principles(?: relating to the status of national (?:human rights )?institutions)?`,
  ],
  [
    'institution:nhri',
    `(?:independent )?(?:national )?human rights (?:institutions?|commissions?)|national institutions?(?! for (?:the )?(?:rights of )?(?:the )?(?:child|wom))(?: for(?: the)?(?: promotion and)? protection of human rights)?|nhris?`,
  ],
  [
    'institution:eccc',
    `extraordinary chambers(?: in the courts of cambodia)?|khmer rouge (?:tribunal|trials?|court)|eccc`,
  ],
  ['institution:icc', `international criminal court|\\bicc`],
  ['institution:upr', `universal periodic review|upr`],
]

/** ILO conventions go by number, in either order of number and name. */
const ILO_NUMBERED =
  /\b(?:ilo|international labou?r organi[sz]ation)?(?:['’]s)? ?(?:[a-z,' ]{0,80}?)?convention,?(?: \d{4},?)? ?\(?(?:no\.?|number|n°)? ?(\d{2,3})\)?(?! convention)\b(?:,? \d{4})?(?: \(?no\.? ?(\d{2,3})\)?)?/giu
const ILO_BY_SUBJECT: readonly (readonly [id: string, pattern: string])[] = [
  ['treaty:ilo-189', `(?:ilo )?domestic workers convention(?:,? 2011)?`],
  ['treaty:ilo-29-protocol', `(?:2014 )?protocol to the forced labou?r convention(?:,? 1930)?`],
]

const compiled = [...ILO_BY_SUBJECT, ...RULES].map(
  ([id, pattern]) => [id, new RegExp(`(?<![\\p{L}-])(?:${pattern})${ABBREVIATION}(?![\\p{L}])`, 'giu')] as const,
)
/** Most texts name nothing: one look says so. */
const HINT =
  /convention|covenant|protocol|treaty|statute|committee|principles|institution|commission|chambers|rouge|court|review|iccpr|icescr|cedaw|icerd|cerd|\bcat\b|crc|crpd|icrmw|icmw|cmw|cppe?d|icppe?d|\bced\b|op|nhri|eccc|\bicc\b|upr|ilo|privileges/i

/** Names in a text by place, none overlapping. */
export function findNames(text: string): Name[] {
  if (!HINT.test(text)) return []
  const names: Name[] = []
  const isFree = (start: number, end: number): boolean => names.every((name) => end <= name.start || start >= name.end)
  const add = (id: string, start: number, end: number): void => {
    if (isFree(start, end)) names.push({ id, start, end })
  }
  for (const match of text.matchAll(ILO_NUMBERED)) {
    const number = Number(match[2] ?? match[1])
    // Two digits of a year are no convention; the ILO has fewer than 200.
    if (/ilo|labou?r organi|\bno\b|\bn°|number/i.test(match[0]) && number < 200)
      add(`treaty:ilo-${number}`, match.index, match.index + match[0].trimEnd().length)
  }
  for (const [id, pattern] of compiled)
    for (const match of text.matchAll(pattern)) add(id, match.index, match.index + match[0].length)
  return names.sort((a, b) => a.start - b.start)
}

/** Names that their id does not tell in words; others are known by their abbreviation. */
const IN_WORDS: Readonly<Record<string, string>> = {
  'treaty:stateless-1961': 'Convention on the Reduction of Statelessness',
  'treaty:stateless-1954': 'Convention relating to the Status of Stateless Persons',
  'treaty:refugees-1951': 'Refugee Convention',
  'treaty:istanbul': 'Istanbul Convention',
  'treaty:rome': 'Rome Statute',
  'treaty:genocide': 'Genocide Convention',
  'treaty:palermo': 'Palermo Protocol',
  'treaty:hague-adoption': 'Hague Convention on adoption',
  'treaty:mine-ban': 'Mine Ban Convention',
  'treaty:cluster-munitions': 'Convention on Cluster Munitions',
  'treaty:att': 'Arms Trade Treaty',
  'treaty:education-discrimination': 'Convention against Discrimination in Education',
  'treaty:apartheid-time-limits': 'Convention on Statutory Limitations',
  'institution:cedaw': 'CEDAW Committee',
  'institution:crc': 'Committee on the Rights of the Child',
  'institution:cat': 'Committee against Torture',
  'institution:cescr': 'Committee on Economic, Social and Cultural Rights',
  'institution:ccpr': 'Human Rights Committee',
  'institution:ced': 'Committee on Enforced Disappearances',
  'institution:paris-principles': 'Paris Principles',
  'institution:nhri': 'national human rights institution',
  'institution:icc': 'International Criminal Court',
  'institution:upr': 'Universal Periodic Review',
}

/** A name as people write it: OP-CAT, Rome Statute. */
export const nameInWords = (id: string): string => IN_WORDS[id] ?? id.slice(id.indexOf(':') + 1).toUpperCase()

export const isTreaty = (stem: string): boolean => stem.startsWith('treaty:')
export const isInstitution = (stem: string): boolean => stem.startsWith('institution:')
