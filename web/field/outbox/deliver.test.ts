import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deliver, type OutboxPort, type Outcome, type Waiting } from './deliver.ts'

type State = 'kept' | 'sending' | 'received' | 'conflict'
interface Row extends Omit<Waiting, 'tries'> {
  state: State
  tries: number
}

/** A telephone and a server that keeps replies by key; `fate` says what the network does to each try. */
function world(rows: Row[], fate: () => 'ok' | 'lostBefore' | 'lostAfter', bad: ReadonlySet<string>) {
  const done: string[] = []
  const replies = new Map<string, Outcome>()
  const answer = (act: Waiting): Outcome => {
    const known = replies.get(act.id)
    if (known) return known
    const reply: Outcome = bad.has(act.id)
      ? { kind: 'conflict', code: 'itemReassigned', title: '', next: '' }
      : { kind: 'received', label: '' }
    if (reply.kind === 'received') done.push(act.id)
    replies.set(act.id, reply)
    return reply
  }
  const port: OutboxPort = {
    waiting: async () => rows.filter(row => row.state === 'kept' || row.state === 'sending'),
    send: async act => {
      const what = fate()
      if (what === 'lostBefore') return { kind: 'lost' }
      const reply = answer(act)
      return what === 'lostAfter' ? { kind: 'lost' } : reply
    },
    mark: async (act, state, outcome) => {
      const row = rows.find(one => one.id === act.id)
      if (!row) return
      row.state = state
      if (outcome?.kind === 'lost' || outcome?.kind === 'busy') row.tries += 1
    },
  }
  return { port, done }
}

const anyRows = fc.array(fc.constantFrom('A', 'B', 'C'), { minLength: 1, maxLength: 12 })
const anyFates = fc.array(fc.constantFrom('ok', 'lostBefore', 'lostAfter'), { maxLength: 40 })

describe('the outbox', () => {
  it('does every act exactly once and in the order of its item, whatever the network does', async () => {
    await fc.assert(
      fc.asyncProperty(anyRows, anyFates, async (items, fates) => {
        const rows = items.map((matter, i): Row => ({ id: `${matter}${i}`, matter, state: 'kept', tries: 0 }))
        const script = [...fates]
        const { port, done } = world(rows, () => script.shift() ?? 'ok', new Set())
        for (let run = 0; run <= fates.length; run += 1) await deliver(port)
        expect(rows.every(row => row.state === 'received')).toBe(true)
        expect(done.toSorted()).toEqual(rows.map(row => row.id).toSorted())
        for (const item of new Set(items))
          expect(done.filter(id => id.startsWith(item))).toEqual(
            rows.filter(row => row.matter === item).map(row => row.id),
          )
      }),
      { numRuns: 1_000 },
    )
  })

  it('a conflict stops nothing behind it, and is never dropped', async () => {
    const rows: Row[] = ['A', 'A', 'B'].map((matter, i) => ({ id: `${matter}${i}`, matter, state: 'kept', tries: 0 }))
    const { port, done } = world(rows, () => 'ok', new Set(['A0']))
    expect(await deliver(port)).toBe('done')
    expect(rows.map(row => row.state)).toEqual(['conflict', 'received', 'received'])
    expect(done).toEqual(['A1', 'B2'])
  })

  it('a page that died while sending sends the same act again', async () => {
    const rows: Row[] = [{ id: 'A0', matter: 'A', tries: 0, state: 'sending' }]
    const { port, done } = world(rows, () => 'ok', new Set())
    await deliver(port)
    expect(done).toEqual(['A0'])
  })

  it('waits for a sign-in without touching the rest', async () => {
    const rows: Row[] = [
      { id: 'A0', matter: 'A', tries: 0, state: 'kept' },
      { id: 'B1', matter: 'B', tries: 0, state: 'kept' },
    ]
    const { port } = world(rows, () => 'ok', new Set())
    expect(await deliver({ ...port, send: async () => ({ kind: 'signIn' }) })).toBe('signIn')
    expect(rows.map(row => row.state)).toEqual(['kept', 'kept'])
  })

  it.each(['lost', 'busy'] as const)('acts that always end %s hold back their own matter and no other', async kind => {
    await fc.assert(
      fc.asyncProperty(anyRows, fc.subarray(['A', 'B', 'C'], { maxLength: 2 }), async (items, poisoned) => {
        const rows = items.map((matter, i): Row => ({ id: `${matter}${i}`, matter, state: 'kept', tries: 0 }))
        const { port, done } = world(rows, () => 'ok', new Set())
        const send: OutboxPort['send'] = async act => (poisoned.includes(act.matter) ? { kind } : port.send(act))
        for (let run = 0; run < 4; run += 1) await deliver({ ...port, send })
        const good = rows.filter(row => !poisoned.includes(row.matter))
        expect(done.toSorted()).toEqual(good.map(row => row.id).toSorted())
        expect(rows.filter(row => poisoned.includes(row.matter)).every(row => row.state === 'kept')).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('without network two sendings are enough to know it', async () => {
    const rows = ['A', 'B', 'C', 'D'].map((matter): Row => ({ id: matter, matter, state: 'kept', tries: 0 }))
    const { port } = world(rows, () => 'lostBefore', new Set())
    expect(await deliver(port)).toBe('later')
    expect(rows.map(row => row.tries)).toEqual([1, 1, 0, 0])
  })
})
