/** One act that waits, as the sender sees it. */
export interface Waiting {
  readonly id: string
  /** What it is about: the acts of one matter are sent in their order. */
  readonly matter: string
  /** Sendings so far without an answer. */
  readonly tries: number
}

/**
 * What became of one try. `lost`: no answer, try again later. `busy`: the server answered, but could not take it now.
 * `signIn`: the session ended.
 */
export type Outcome =
  | { readonly kind: 'received'; readonly label: string }
  | { readonly kind: 'conflict'; readonly code: string; readonly title: string; readonly next: string }
  | { readonly kind: 'lost' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'signIn' }

export interface OutboxPort {
  /** Everything not yet received, oldest first. */
  waiting(): Promise<readonly Waiting[]>
  send(act: Waiting): Promise<Outcome>
  mark(act: Waiting, state: 'kept' | 'sending' | 'received' | 'conflict', outcome?: Outcome): Promise<void>
}

/** Two sendings in a row without any answer: there is no network, the rest need not be tried. */
const lostInARow = 2

/**
 * 发送: matter by matter, the acts of one matter in their order. A conflict stops nothing behind it (what was done again at
 * the door must arrive). An act without answer holds back its own matter only; matters that failed before come last, so
 * that no bad act ever stands before the others. The same id is sent again after a lost answer: the server does it once.
 */
export async function deliver(port: OutboxPort): Promise<'done' | 'later' | 'signIn'> {
  let lost = 0
  let left = false
  for (const acts of byMatter(await port.waiting())) {
    const end = await deliverMatter(port, acts)
    if (end === 'signIn') return 'signIn'
    lost = end === 'lost' ? lost + 1 : 0
    left ||= end !== 'done'
    if (lost >= lostInARow) return 'later'
  }
  return left ? 'later' : 'done'
}

async function deliverMatter(port: OutboxPort, acts: readonly Waiting[]): Promise<'done' | 'lost' | 'busy' | 'signIn'> {
  for (const act of acts) {
    await port.mark(act, 'sending')
    const outcome = await port.send(act)
    if (outcome.kind !== 'received' && outcome.kind !== 'conflict') {
      await port.mark(act, 'kept', outcome)
      return outcome.kind
    }
    await port.mark(act, outcome.kind, outcome)
  }
  return 'done'
}

function byMatter(waiting: readonly Waiting[]): readonly (readonly Waiting[])[] {
  const matters = [...new Set(waiting.map(act => act.matter))].map(name => waiting.filter(act => act.matter === name))
  // Stable: among equals the oldest matter first.
  return matters.toSorted((a, b) => (a[0]?.tries ?? 0) - (b[0]?.tries ?? 0))
}
