/** The recommendations of one State as the engine compares them. */
import type { Db } from '../../../graph/db/index.ts'
import readTexts from './cypher/read-texts.cypher'
import { languageOf, type LinkText } from './linker.ts'

/** In order of id; empty for a State without recommendations. `stateId` as `state:KHM`. */
export async function readStateTexts(db: Db, stateId: string, signal?: AbortSignal): Promise<LinkText[]> {
  const rows = await db.read<Omit<LinkText, 'language'> & { language: string | null }>(
    readTexts,
    { stateId },
    { name: 'links-read-texts', signal },
  )
  return rows.map((row) => ({ ...row, language: languageOf(row.text, row.language) }))
}
