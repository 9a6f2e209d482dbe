const listeners = new Set<() => void>()

/** Tells every drawn list that the outbox is another one now. */
export function changed(): void {
  for (const listener of listeners) listener()
}

export const onOutbox = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
