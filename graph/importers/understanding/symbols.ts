/** What the symbol of a UN document says: `CRC/C/KHM/CO/4-6` names the body, the State and the reports it answers. */
import { stateOfSymbolCode } from '../../text/index.ts'
import { kept } from './tables.ts'

export type Symbol = {
  /** As the UN writes it: capitals, no spaces, "Add.1". */
  readonly symbol: string
  /** Code of the mechanism; null where the symbol alone does not tell (reports to the Human Rights Council). */
  readonly mechanism: string | null
  /** ISO 3166-1 alpha-3; null in old symbols, which carry none. */
  readonly state: string | null
  /** Session of the Universal Periodic Review, where the symbol has it. */
  readonly session: number | null
}

const TREATY_BODIES = new Set(['CRC', 'CEDAW', 'CCPR', 'CAT', 'CERD', 'CRPD', 'CMW', 'CED'])
/** The two protocols whose observations stand apart, in their symbols and in our mechanisms. */
const PROTOCOLS: Readonly<Record<string, string>> = { OPAC: 'CRC-OPAC', OPSC: 'CRC-OPSC' }

const spelled = (part: string): string =>
  part
    .toUpperCase()
    .replace(/^(ADD|CORR|REV)\./, (_, word: string) => `${word.charAt(0)}${word.slice(1).toLowerCase()}.`)

/** Reads a symbol, or null where the text is none. Old symbols (`CRC/C/15/Add.128`) come back with `state: null`. */
export const parseSymbol: (printed: string) => Symbol | null = kept((printed) => {
  const trimmed = printed.replace(/\s+/g, '').replace(/[.;,]+$/, '')
  if (!/\d/.test(trimmed) || !/^[A-Za-z][A-Za-z.]*(?:\/[A-Za-z0-9().,*-]+)+$/.test(trimmed)) return null
  const parts = trimmed.split('/').map(spelled)
  const symbol = parts.join('/')
  const [first = '', second = ''] = parts

  if (first === 'A' && parts[2] === 'WG.6') {
    const session = Number(parts[3])
    return {
      symbol,
      mechanism: 'UPR',
      state: stateOfSymbolCode(parts[4] ?? ''),
      session: Number.isInteger(session) && session > 0 ? session : null,
    }
  }
  const isCovenantOnRights = first === 'E' && second === 'C.12'
  if (!isCovenantOnRights && !(TREATY_BODIES.has(first) && second === 'C')) {
    return { symbol, mechanism: null, state: null, session: null }
  }
  const protocol = PROTOCOLS[parts[2] ?? '']
  const rest = parts.slice(protocol === undefined ? 2 : 3)
  return {
    symbol,
    mechanism: isCovenantOnRights ? 'CESCR' : (protocol ?? first),
    // "CRC/C/OPAC/ITA-OPAC/CO/1" and the like repeat the protocol behind the State.
    state: stateOfSymbolCode((rest[0] ?? '').split('-')[0] ?? ''),
    session: null,
  }
})
