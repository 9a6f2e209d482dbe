import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { VisitAct } from '#contract/inspection'
import { visitServer } from '../../../src/modules/inspection/testing/visit-server.ts'
import { deliver, type OutboxPort, type Outcome, type Waiting } from '../outbox/deliver.ts'

/** What can happen to one sending: the network breaks before or after the server, the server dies before or after its commit, or the page does. */
const fates = ['ok', 'lostBefore', 'lostAfter', 'busy', 'pageDiesBefore', 'pageDiesAfter'] as const
type Fate = (typeof fates)[number]

interface Row extends Waiting {
  state: 'kept' | 'sending' | 'received' | 'conflict'
  tries: number
  readonly act: VisitAct
  readonly bad: boolean
}

class PageDied extends Error {}

const sm3 = (bytes: Buffer): string => createHash('sm3').update(bytes).digest('hex')
const taskIds = ['RW-2026-000001', 'RW-2026-000002', 'RW-2026-000003'] as const

type Wish = {
  readonly task: number
  readonly what: 'notes' | 'photo' | 'code' | 'badPhoto' | 'badSign' | 'scanOut'
  readonly bytes: Uint8Array
}

/** The acts of one telephone in their order: a scan-in before anything else of a task, then whatever the officer did. */
function rowsOf(officer: string, wishes: readonly Wish[]): Row[] {
  const acts = wishes.map((wish, n) => actOf(wish, `${officer}${n}`))
  const touched = [...new Set(acts.map(({ act }) => act.taskId))]
  const scans = touched.map(taskId => ({
    bad: false,
    act: {
      taskId,
      capturedAt: '2026-11-26T01:00:00Z',
      kind: 'scanIn',
      shown: true,
      how: { kind: 'number', licenceNo: '1', reason: '未亮证' },
    } as VisitAct,
  }))
  return [...scans, ...acts].map(({ act, bad }, n) => ({
    id: `${officer}-${n}`,
    matter: act.taskId,
    tries: 0,
    state: 'kept',
    act,
    bad,
  }))
}

function actOf({ task, what, bytes }: Wish, name: string): { act: VisitAct; bad: boolean } {
  const base = { taskId: taskIds[task % taskIds.length] ?? taskIds[0], capturedAt: '2026-11-26T01:00:00Z' }
  const picture = Buffer.concat([Buffer.from([0xff, 0xd8]), Buffer.from(bytes), Buffer.from(name)])
  const photo = { ...base, kind: 'photo', picture: picture.toString('base64') } as const
  if (what === 'notes') return { act: { ...base, kind: 'notes', text: name }, bad: false }
  if (what === 'code') return { act: { ...base, kind: 'code', code: name.toUpperCase(), seen: true }, bad: false }
  if (what === 'scanOut') return { act: { ...base, kind: 'scanOut' }, bad: false }
  if (what === 'photo') return { act: { ...photo, digest: sm3(picture) }, bad: false }
  if (what === 'badPhoto') return { act: { ...photo, digest: 'f'.repeat(64) }, bad: true }
  return { act: { ...base, kind: 'retailerSign', name: '陈', content: '{}', strokes: [] }, bad: true }
}

function telephone(
  officer: string,
  rows: readonly Row[],
  server: ReturnType<typeof visitServer>,
  fate: () => Fate,
): OutboxPort {
  const find = (id: string): Row => {
    const row = rows.find(one => one.id === id)
    if (!row) throw new Error(`no act ${id}`)
    return row
  }
  return {
    waiting: async () => rows.filter(row => row.state === 'kept' || row.state === 'sending'),
    send: async (waiting): Promise<Outcome> => {
      const what = fate()
      if (what === 'lostBefore') return { kind: 'lost' }
      if (what === 'busy') return { kind: 'busy' }
      if (what === 'pageDiesBefore') throw new PageDied()
      const answer = server.commit(officer, waiting.id, find(waiting.id).act)
      if (what === 'lostAfter') return { kind: 'lost' }
      if (what === 'pageDiesAfter') throw new PageDied()
      return answer.ok ? { kind: 'received', label: '' } : { kind: 'conflict', code: answer.code, title: '', next: '' }
    },
    mark: async (waiting, state, outcome) => {
      const row = find(waiting.id)
      row.state = state
      if (outcome?.kind === 'lost' || outcome?.kind === 'busy') row.tries += 1
    },
  }
}

const wish: fc.Arbitrary<Wish> = fc.record({
  task: fc.nat(2),
  what: fc.constantFrom('notes', 'photo', 'code', 'badPhoto', 'badSign', 'scanOut'),
  bytes: fc.uint8Array({ minLength: 1, maxLength: 40 }),
})
const schedule = fc.record({
  first: fc.array(wish, { minLength: 1, maxLength: 10 }),
  second: fc.array(wish, { maxLength: 10 }),
  fates: fc.array(fc.constantFrom(...fates), { maxLength: 60 }),
  /** Whose telephone has its chance next. */
  turns: fc.array(fc.boolean(), { maxLength: 30 }),
  forgetful: fc.boolean(),
})

describe('two telephones and a house', () => {
  it('over a thousand networks and crashes: each act once, pictures byte for byte, a bad one holds back no other', async () => {
    await fc.assert(
      fc.asyncProperty(schedule, async ({ first, second, fates: script, turns, forgetful }) => {
        const server = visitServer({ forgetful })
        const left = [...script]
        const telephones = [rowsOf('a', first), rowsOf('b', second)].map((rows, n) => ({
          rows,
          port: telephone(n === 0 ? 'a' : 'b', rows, server, () => left.shift() ?? 'ok'),
        }))
        const run = (port: OutboxPort) =>
          deliver(port).catch((error: unknown) => {
            if (!(error instanceof PageDied)) throw error
          })
        for (const turn of turns) await run((telephones[turn ? 0 : 1] as (typeof telephones)[number]).port)
        // The network comes back for good; the script is worn out after so many sendings.
        for (let n = 0; n <= script.length; n += 1) for (const { port } of telephones) await run(port)

        for (const { rows } of telephones)
          for (const row of rows) expect([row.state, row.bad]).toEqual([row.bad ? 'conflict' : 'received', row.bad])
        const good = telephones.flatMap(({ rows }) => rows.filter(({ bad }) => !bad).map(({ act }) => act))
        for (const taskId of new Set(good.map(act => act.taskId))) expectOnce(server, taskId, good, telephones)
      }),
      { numRuns: 1_000 },
    )
  }, 10_000)
})

function expectOnce(
  server: ReturnType<typeof visitServer>,
  taskId: string,
  good: readonly VisitAct[],
  telephones: readonly { readonly rows: readonly Row[] }[],
): void {
  const facts = server.visits.get(taskId)
  const mine = good.filter(act => act.taskId === taskId)
  const photos = mine.flatMap(act => (act.kind === 'photo' ? [act] : []))
  expect(facts?.photos.toSorted()).toEqual(photos.map(({ digest }) => digest).toSorted())
  for (const { digest, picture } of photos) {
    expect(server.pictures.get(`${taskId} ${digest}`)).toBe(picture)
    expect(sm3(Buffer.from(server.pictures.get(`${taskId} ${digest}`) ?? '', 'base64'))).toBe(digest)
  }
  const written = mine.flatMap(act => (act.kind === 'notes' ? [act.text] : []))
  const kept = facts?.lines.flatMap(line =>
    line.kind === 'enter' && line.field === 'notes' ? [String(line.value['text'])] : [],
  )
  expect(kept?.toSorted()).toEqual(written.toSorted())
  for (const { rows } of telephones) {
    const order = rows.flatMap(({ act, bad }) =>
      !bad && act.taskId === taskId && act.kind === 'notes' ? [act.text] : [],
    )
    expect(kept?.filter(text => order.includes(text))).toEqual(order)
  }
  expect(facts?.signatures).toEqual([])
  const scans = facts?.scans.map(({ way, by }) => `${way}${by}`) ?? []
  expect(new Set(scans).size).toBe(scans.length)
}
