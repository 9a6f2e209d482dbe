/**
 * What an officer has typed and not yet sent (草稿). Only in memory: it survives a failed request, a version conflict, a
 * look at another page and the idle lock, and is gone with the sign-out or the tab. Nothing of it reaches the disk.
 */
export interface DraftStore {
  get(key: string): unknown
  set(key: string, value: unknown): void
  drop(key: string): void
  clear(): void
  subscribe(listener: () => void): () => void
  readonly size: number
}

export function createDraftStore(): DraftStore {
  const drafts = new Map<string, unknown>()
  const listeners = new Set<() => void>()
  const changed = () => {
    for (const listener of listeners) listener()
  }
  return {
    get: key => drafts.get(key),
    set(key, value) {
      drafts.set(key, value)
      changed()
    },
    drop(key) {
      if (drafts.delete(key)) changed()
    },
    clear() {
      drafts.clear()
      changed()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    get size() {
      return drafts.size
    },
  }
}

export const drafts = createDraftStore()
