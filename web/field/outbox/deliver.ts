/** One act that waits, as the sender sees it. */
export interface Waiting {
  readonly id: string
  readonly itemNo: string
}

/** What became of one try. `lost`: no answer, try again later. `signIn`: the session ended. */
export type Outcome =
  | { readonly kind: 'received'; readonly label: string }
  | { readonly kind: 'conflict'; readonly code: string; readonly title: string; readonly next: string }
  | { readonly kind: 'lost' }
  | { readonly kind: 'signIn' }

export interface OutboxPort {
  /** Everything not yet received, oldest first. */
  waiting(): Promise<readonly Waiting[]>
  send(act: Waiting): Promise<Outcome>
  mark(act: Waiting, state: 'kept' | 'sending' | 'received' | 'conflict', outcome?: Outcome): Promise<void>
}

/**
 * 发送: oldest first, the acts of one item in their order. A conflict stops nothing behind it (what was done
 * again at the door must arrive); without network everything waits. The same id is sent again after a lost answer: the server does it once.
 */
export async function deliver(port: OutboxPort): Promise<'done' | 'lost' | 'signIn'> {
  for (const act of await port.waiting()) {
    await port.mark(act, 'sending')
    const outcome = await port.send(act)
    if (outcome.kind === 'received' || outcome.kind === 'conflict') {
      await port.mark(act, outcome.kind, outcome)
      continue
    }
    await port.mark(act, 'kept')
    return outcome.kind
  }
  return 'done'
}
