/** Positions of the State under review, as eight systems print them. */
import { UPR_POSITIONS } from '../../model/values.ts'
import { kept, lookup } from './tables.ts'

export type UprPosition = (typeof UPR_POSITIONS)[number]

const known = lookup('positions', 'printed', 'position')

/** Null where nothing is printed, or the print says that nothing is known; undefined where the words are not known to us. */
export const positionOf: (printed: string) => UprPosition | null | undefined = kept((printed) => {
  const words = printed.replace(/^[\s-]+/, '').trim()
  if (words === '') return null
  const position = known(words)
  return position === '' ? null : UPR_POSITIONS.find((one) => one === position)
})
