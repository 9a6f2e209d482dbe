import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Choose, CrashDisk, PowerCut } from '../testing/crash-disk.ts'
import { type Journal, type JournalLimits, openJournal } from './journal.ts'

const limits: JournalLimits = { leastFreeBytes: 0, reserveBytes: 0 }

type Step = { do: 'act' } | { do: 'ack'; which: number } | { do: 'boot' } | { do: 'spool' } | { do: 'compact' }
const steps = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.constant<Step>({ do: 'act' }) },
    { weight: 4, arbitrary: fc.nat(20).map((which): Step => ({ do: 'ack', which })) },
    { weight: 1, arbitrary: fc.constant<Step>({ do: 'boot' }) },
    { weight: 1, arbitrary: fc.constant<Step>({ do: 'spool' }) },
    { weight: 2, arbitrary: fc.constant<Step>({ do: 'compact' }) },
  ),
  { minLength: 1, maxLength: 14 },
)

/** What the agent was told: begun is what it asked for, done is what append() said is safe. */
interface Ledger {
  acts: { begun: string[]; done: string[] }
  acks: { begun: string[]; done: string[] }
  boots: { begun: number; done: number }
  prints: { begun: string[]; done: string[] }
}
const newLedger = (): Ledger => ({
  acts: { begun: [], done: [] },
  acks: { begun: [], done: [] },
  boots: { begun: 0, done: 0 },
  prints: { begun: [], done: [] },
})

function take(journal: Journal, step: Step, ledger: Ledger) {
  const track = (side: { begun: string[]; done: string[] }, key: string, append: () => { ok: boolean }) => {
    side.begun.push(key)
    if (append().ok) side.done.push(key)
  }
  if (step.do === 'compact') return journal.compact()
  if (step.do === 'boot') {
    ledger.boots.begun++
    if (journal.append({ kind: 'boot', counter: ledger.boots.begun }).ok) ledger.boots.done = ledger.boots.begun
    return
  }
  if (step.do === 'act') {
    const key = `act-${ledger.acts.begun.length}`
    const envelope = { wrappedKey: key, iv: '00', ciphertext: 'ab'.repeat(20), tag: '11' }
    return track(ledger.acts, key, () => journal.append({ kind: 'act', key, envelope }))
  }
  if (step.do === 'spool') {
    const printId = `print-${ledger.prints.begun.length}`
    return track(ledger.prints, printId, () => journal.append({ kind: 'print-spooled', printId }))
  }
  const key = ledger.acts.done[step.which]
  if (key) track(ledger.acks, key, () => journal.append({ kind: 'act-acked', key, status: 201, seen: true }))
}

/** PowerCut is thrown inside append(), which takes it for a broken disk; the cut shows as the disk's silence. */
function runUntilCut(disk: CrashDisk, program: Step[], ledger: Ledger) {
  try {
    const journal = openJournal(disk, limits)
    for (const step of program) take(journal, step, ledger)
  } catch (error) {
    if (!(error instanceof PowerCut)) throw error
  }
}

function check(journal: Journal, ledger: Ledger) {
  const { pending, bootCounter, prints } = journal.contents
  for (const key of ledger.acts.done) {
    if (!ledger.acks.begun.includes(key)) expect(pending.get(key)?.wrappedKey).toBe(key)
  }
  for (const key of ledger.acks.done) expect(pending.has(key)).toBe(false)
  for (const [key, envelope] of pending) {
    expect(ledger.acts.begun).toContain(key)
    expect(envelope).toEqual({ wrappedKey: key, iv: '00', ciphertext: 'ab'.repeat(20), tag: '11' })
  }
  expect(bootCounter).toBeGreaterThanOrEqual(ledger.boots.done)
  expect(bootCounter).toBeLessThanOrEqual(ledger.boots.begun)
  for (const printId of ledger.prints.done) expect(prints.has(printId)).toBe(true)
  expect(journal.report.quarantined).toEqual([])
}

const chooser = (numbers: number[]): Choose => {
  let n = 0
  return most => (numbers[n++ % numbers.length] ?? 0) % (most + 1)
}
const choices = fc.array(fc.nat(1000), { minLength: 1, maxLength: 25 })

describe('a power cut at any moment', () => {
  it('loses nothing that was acknowledged, invents nothing, and twice in a row does no more harm (4,000 crash states)', () => {
    fc.assert(
      fc.property(steps, fc.nat(60), choices, fc.nat(8), (program, cutAt, numbers, secondCut) => {
        const choose = chooser(numbers)
        const ledger = newLedger()
        const disk = new CrashDisk()
        disk.cutPowerAfter(cutAt)
        runUntilCut(disk, program, ledger)

        const second = disk.afterPowerCut(choose)
        second.cutPowerAfter(secondCut)
        runUntilCut(second, [], ledger)

        const third = second.afterPowerCut(choose)
        check(openJournal(third, limits), ledger)
        expect(openJournal(third, limits).report).toEqual({ truncatedBytes: 0, quarantined: [] })
      }),
      { numRuns: 4000 },
    )
  })
})
