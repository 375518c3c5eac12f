/**
 * Whether this browser is the owner's, who may change things. Asked once when the page opens; owned by App.svelte. The server
 * decides at every request anyway: this only spares others what they cannot do.
 */
import { getContext, setContext } from 'svelte'

const KEY = Symbol('owner')

export class OwnerState {
  /** Null until the server has answered. */
  isOwner: boolean | null = $state(null)

  async ask(): Promise<void> {
    try {
      const response = await fetch('/owner')
      this.isOwner = response.ok && ((await response.json()) as { isOwner: boolean }).isOwner
    } catch {
      // The page says elsewhere that the server does not answer.
      this.isOwner = false
    }
  }

  /** Forgets this browser. */
  async leave(): Promise<void> {
    await fetch('/owner', { method: 'DELETE' })
    await this.ask()
  }
}

export function provideOwner(): OwnerState {
  const owner = setContext(KEY, new OwnerState())
  void owner.ask()
  return owner
}

export function useOwner(): OwnerState {
  return getContext<OwnerState>(KEY)
}
