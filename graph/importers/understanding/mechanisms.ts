/** Names and codes of UN bodies, folded to one code each. */
import { kept, lookup } from './tables.ts'

const known = lookup('bodies', 'printed', 'code')

/** Codes in UHRI of the special procedures begin so. */
const SPECIAL_PROCEDURE = /^(?:SR|WG|IE)\s+\S/

/**
 * Code of a mechanism by a name in use: "- CRC", "Committee on the Rights of the Child" and "CRC" are CRC;
 * "IE  Albinism" is "IE Albinism". Null where the text names none that is known ("-").
 */
export const findMechanism: (printed: string) => string | null = kept((printed) => {
  const words = printed
    .replace(/^[\s-]+/, '')
    .replace(/\s+/g, ' ')
    .trim()
  return known(words) ?? (SPECIAL_PROCEDURE.test(words) ? words : null)
})
