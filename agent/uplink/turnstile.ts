export interface Turnstile {
  /** Runs the work when its turn comes; `front` is for somebody who stands at the screen. */
  pass<T>(lane: 'front' | 'back', work: () => Promise<T>): Promise<T>
}

/** One at a time, the front lane first: the server counts this terminal's requests in order. */
export function turnstile(): Turnstile {
  const lanes = { front: [] as (() => void)[], back: [] as (() => void)[] }
  let busy = false

  function next() {
    const start = lanes.front.shift() ?? lanes.back.shift()
    busy = start !== undefined
    start?.()
  }

  return {
    async pass(lane, work) {
      if (busy) await new Promise<void>(resolve => lanes[lane].push(resolve))
      busy = true
      try {
        return await work()
      } finally {
        next()
      }
    },
  }
}
