/** What is known of a mechanism that a file names and the graph does not hold yet. */

const UPR = 'UPR'
const TREATY_BODIES: Readonly<Record<string, string>> = {
  CAT: 'Committee against Torture',
  CCPR: 'Human Rights Committee',
  CED: 'Committee on Enforced Disappearances',
  CEDAW: 'Committee on the Elimination of Discrimination against Women',
  CERD: 'Committee on the Elimination of Racial Discrimination',
  CESCR: 'Committee on Economic, Social and Cultural Rights',
  CMW: 'Committee on Migrant Workers',
  CRC: 'Committee on the Rights of the Child',
  'CRC-OPAC': 'Committee on the Rights of the Child: protocol on children in armed conflict',
  'CRC-OPSC': 'Committee on the Rights of the Child: protocol on the sale of children',
  CRPD: 'Committee on the Rights of Persons with Disabilities',
  SPT: 'Subcommittee on Prevention of Torture',
}
/** UHRI's spellings of the optional protocols' codes. */
const FOLDED: Readonly<Record<string, string>> = { 'CRC-OP-AC': 'CRC-OPAC', 'CRC-OP-SC': 'CRC-OPSC' }
const PROCEDURES: readonly (readonly [string, string])[] = [
  ['SR ', 'Special Rapporteur: '],
  ['WG ', 'Working Group: '],
  ['IE ', 'Independent Expert: '],
]

/** Key of a mechanism's id: `SR Cambodia` is `sr-cambodia`. */
export const mechanismKey = (code: string): string =>
  (FOLDED[code] ?? code)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')

export function describeMechanism(code: string): { code: string; name: string; kind: string } {
  const folded = FOLDED[code] ?? code
  if (folded === UPR) return { code: folded, name: 'Universal Periodic Review', kind: 'UPR' }
  const committee = TREATY_BODIES[folded]
  if (committee !== undefined) return { code: folded, name: committee, kind: 'TREATY_BODY' }
  const procedure = PROCEDURES.find(([start]) => folded.startsWith(start))
  const name = procedure === undefined ? folded : procedure[1] + folded.slice(procedure[0].length)
  return { code: folded, name, kind: 'SPECIAL_PROCEDURE' }
}
