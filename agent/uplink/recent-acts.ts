import type { Answer } from './post-office.ts'

type Reply = Answer & { kind: 'reply' }

/** The acts of the session that is open, in memory only: a double tap is one act and gets one answer. */
export interface RecentActs {
  /** new, the same act again with its answer if there is one, or another act under a used key. */
  look(key: string, digest: string): 'new' | 'again' | 'otherBody' | Reply
  note(key: string, digest: string, answer?: Reply): void
  clear(): void
}

export function recentActs(): RecentActs {
  const acts = new Map<string, { digest: string; answer: Reply | undefined }>()
  return {
    look(key, digest) {
      const act = acts.get(key)
      if (!act) return 'new'
      return act.digest === digest ? (act.answer ?? 'again') : 'otherBody'
    },
    note(key, digest, answer) {
      acts.set(key, { digest, answer })
    },
    clear: () => acts.clear(),
  }
}
