/** How long a step still takes, by how far it has come in the time it took so far. */
import type { Step } from './importer.ts'

/** How far a step is, 0 to 1; null where its end is not known. */
export const shareOf = ({ done, total, share }: Pick<Step, 'done' | 'total' | 'share'>): number | null =>
  share ?? (total === null || total === 0 ? null : done / total)

export class Pace {
  #phase: string | null = null
  #began: number
  #told: number

  /** `now` is in milliseconds, here and below. */
  constructor(now: number = performance.now()) {
    this.#began = now
    this.#told = now
  }

  /** Whole seconds until the phase has ended; null where nothing tells. Asked at every word of progress. */
  secondsLeft(phase: string, share: number | null, now: number = performance.now()): number | null {
    if (phase !== this.#phase) {
      this.#phase = phase
      // A phase whose first word is that it is nowhere yet begins with it; another began where the last word was of the one before.
      this.#began = share === 0 ? now : this.#told
    }
    this.#told = now
    if (share === null || share === 0) return null
    return Math.max(0, Math.ceil(((now - this.#began) / 1000) * (1 / share - 1)))
  }
}
