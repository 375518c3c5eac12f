/** How the server's process keeps its memory small, on a laptop that has the database and a browser to hold as well. */
import { setFlagsFromString } from 'node:v8'

/**
 * Lets the heap grow by 30 % before it is looked through, where V8 lets it double: 137 MB resident instead of 201 at the end of
 * the bench's questions, for a tenth to a fifth of the processor time of large answers. With 15 % it is some MB less for some
 * hundredths more. A young generation of half its size (`--max-semi-space-size=8`) takes 10 MB more off, and an eighth of the
 * rate: refused.
 */
export const keepMemorySmall = (): void => setFlagsFromString('--heap-growing-percent=30')
