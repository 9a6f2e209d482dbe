import type { Timers } from '../time.ts'

/** Timers that stand still until a test moves them. */
export function manualTimers(start = Date.parse('2026-11-23T09:00:00+08:00')) {
  let now = start
  let plans: { at: number; fn: () => void }[] = []
  const timers: Timers = {
    now: () => now,
    after(ms, fn) {
      const plan = { at: now + ms, fn }
      plans.push(plan)
      return () => {
        plans = plans.filter(other => other !== plan)
      }
    },
  }
  /** Lets promises settle, then runs each timer that falls due, in order. */
  async function advance(ms: number) {
    const end = now + ms
    for (;;) {
      await settle()
      const due = plans.filter(plan => plan.at <= end).sort((a, b) => a.at - b.at)[0]
      if (!due) break
      now = due.at
      plans = plans.filter(plan => plan !== due)
      due.fn()
    }
    now = end
    await settle()
  }
  return { timers, advance, waiting: () => plans.length }
}

async function settle() {
  for (let turn = 0; turn < 5; turn++) await new Promise(resolve => setImmediate(resolve))
}
