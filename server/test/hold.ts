import type { Db } from '../../graph/db/index.ts'

/** Runs a statement in a transaction that stays open, so that whoever wants the same waits, and then takes it back. */
export async function hold(db: Db, statement: string): Promise<{ letGo: () => Promise<void> }> {
  let [isHeld, release] = [(): void => {}, (): void => {}]
  const held = new Promise<void>((resolve) => {
    isHeld = resolve
  })
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  const transaction = db
    .write(async (run) => {
      await run(statement)
      isHeld()
      await released
      throw new Error('taken back')
    })
    .catch(() => {})
  await held
  return {
    letGo: async () => {
      release()
      await transaction
    },
  }
}
