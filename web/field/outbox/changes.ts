const listeners = new Set<() => void>()
// Only one page of the telephone sends; the others hear of it here and not at their own next try.
const pages = new BroadcastChannel('yzt-outbox')

const tell = (): void => {
  for (const listener of listeners) listener()
}
pages.onmessage = tell

/** Tells every drawn list, in each page of the telephone, that the outbox is another one now. */
export function changed(): void {
  tell()
  pages.postMessage(null)
}

export const onOutbox = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
