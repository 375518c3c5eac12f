/** Names and codes of UN bodies, folded to one code each. */
import { kept, lookup } from './tables.ts'

const known = lookup('bodies', 'printed', 'code')

/** Codes in UHRI of the special procedures begin so. */
const SPECIAL_PROCEDURE = /^(?:SR|WG|IE)\s+\S/

/** By the name of the mandate. UHRI's codes of them are in no table of ours, so that one of the two is not known from the other. */
const BY_FULL_NAME =
  /^(?:special rapporteur|independent expert|working group|special representative of the secretary-general) (?:on|for|of) \S/i

/** Whether a mechanism that was found is a special procedure named in full: a source that gives its code means the same one. */
export const isNamedInFull = (mechanism: string): boolean => BY_FULL_NAME.test(mechanism)

/**
 * Code of a mechanism by a name in use: "- CRC", "Committee on the Rights of the Child" and "CRC" are CRC;
 * "IE  Albinism" is "IE Albinism"; a special procedure named in full stands for itself. Null where the text names none that is known ("-").
 */
export const findMechanism: (printed: string) => string | null = kept((printed) => {
  const words = printed
    .replace(/^[\s-]+/, '')
    .replace(/\s+/g, ' ')
    .trim()
  return known(words) ?? (SPECIAL_PROCEDURE.test(words) || isNamedInFull(words) ? words : null)
})
