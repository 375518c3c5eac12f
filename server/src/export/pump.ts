/** Chunks to a client that may be slow, stand still or leave. */
import type { ServerResponse } from 'node:http'
import type { Chunks } from './file.ts'

/** Neither the database nor the client may stand still for longer. */
export const STALL_MS = 60_000

/**
 * Sends all chunks, each when the client has taken those before it. Rejects where the source fails, the client leaves, or
 * nothing moves for `stallMs`; `leave` is then fired, which ends what still runs in the database. Never ends the response.
 */
export async function pump(
  chunks: Chunks,
  response: ServerResponse & { flush?: () => void },
  { leave, stallMs = STALL_MS }: { leave: AbortController; stallMs?: number },
): Promise<void> {
  const stalled = setTimeout(() => leave.abort(new Error(`Nothing moved for ${Math.round(stallMs / 1000)} s`)), stallMs)
  const { signal } = leave
  let isFirst = true
  // One listener for the whole file: what compresses does not take single ones back, and they would pile up.
  let go = (): void => {}
  response.on('drain', () => go())
  signal.addEventListener('abort', () => go(), { once: true })
  try {
    for await (const chunk of chunks) {
      signal.throwIfAborted()
      if (chunk.length === 0) continue
      if (!response.write(chunk)) {
        await new Promise<void>((resolve) => {
          go = resolve
          if (signal.aborted) resolve()
        })
        signal.throwIfAborted()
      }
      // What compresses would hold the first chunk back until it has more.
      if (isFirst) response.flush?.()
      isFirst = false
      stalled.refresh()
    }
  } finally {
    clearTimeout(stalled)
  }
}
