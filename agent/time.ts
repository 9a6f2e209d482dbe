/** Time as the agent sees it; tests move it by hand. */
export interface Timers {
  /** Milliseconds since 1970 by this machine's clock. */
  now(): number
  /** Runs fn once after ms; the returned function cancels. */
  after(ms: number, fn: () => void): () => void
}

export const systemTimers: Timers = {
  now: () => Date.now(),
  after(ms, fn) {
    const handle = setTimeout(fn, ms)
    return () => clearTimeout(handle)
  },
}

/** Resolves after ms. */
export function pause(timers: Timers, ms: number): Promise<void> {
  return new Promise(resolve => void timers.after(ms, resolve))
}

/** What the work gives, or `late` when it takes longer than ms; the work itself goes on. */
export function within<T, L>(timers: Timers, limit: { ms: number; late: L }, work: Promise<T>): Promise<T | L> {
  return new Promise((resolve, reject) => {
    const cancel = timers.after(limit.ms, () => resolve(limit.late))
    work.then(resolve, reject).finally(cancel)
  })
}

/** Runs fn every ms until the returned function is called; a slow fn is never started twice. */
export function every(timers: Timers, ms: number, fn: () => Promise<void> | void): () => void {
  let stopped = false
  let cancel = () => {}
  const plan = () => {
    cancel = timers.after(ms, async () => {
      await fn()
      if (!stopped) plan()
    })
  }
  plan()
  return () => {
    stopped = true
    cancel()
  }
}
