import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sm3 } from '#platform/crypto'
import { deliver, type OutboxPort, type Waiting } from '../../../../web/field/outbox/deliver.ts'
import type { VisitView } from '../contract.ts'
import { type InspectionHouse, openInspectionHouse } from '../testing/inspection-house.ts'
import { type ActFields, pictureOf, scanInOf } from '../testing/visit-acts.ts'

let h: InspectionHouse
beforeAll(async () => {
  h = await openInspectionHouse()
})
afterAll(() => h.close())

const licenceNo = '440785100010'
let serial = 800_000

/** A task that was sent to the first and the second, straight into its table: the way there has tests of its own. */
async function sentTask(): Promise<string> {
  serial += 1
  const id = `RW-2026-${serial}`
  const officers = [h.people.first.staffId, h.people.second.staffId]
  await h.all(async tx => {
    await sql`insert into inspection.task (id, licence_no, area_code, kind, source, reasons, checklist, basis, hours, due_by, proposed_by, proposed_at)
      values (${id}, ${licenceNo}, '440785001', 'report', 'person', '{reported}', '{source}', '[]', 'office', '2026-12-15', 'system:test', '2026-11-23T00:00:00Z')`.execute(
      tx,
    )
    await sql`update inspection.task set state = 'assigned', officers = ${officers}::uuid[], visit_on = '2026-11-23',
      approved_by = ${`staff:${h.people.head.staffId}`}, approved_at = '2026-11-23T00:00:00Z' where id = ${id}`.execute(
      tx,
    )
  })
  return id
}

const fates = ['ok', 'lostBefore', 'lostAfter'] as const
const schedule = fc.record({
  acts: fc.array(fc.constantFrom('notes', 'photo', 'badPhoto', 'code'), { minLength: 1, maxLength: 6 }),
  fates: fc.array(fc.constantFrom(...fates), { maxLength: 12 }),
})

interface Row extends Waiting {
  state: string
  tries: number
  readonly fields: ActFields
  readonly bad: boolean
}

function rowsOf(taskId: string, acts: readonly string[]): Row[] {
  const list = acts.map((kind, n): [ActFields, boolean] => {
    const name = `${taskId}-${n}`
    const { digest, picture } = pictureOf(name)
    if (kind === 'notes') return [{ kind: 'notes', text: name }, false]
    if (kind === 'code') return [{ kind: 'code', code: name.replaceAll('-', ''), seen: true }, false]
    return [{ kind: 'photo', digest: kind === 'photo' ? digest : 'f'.repeat(64), picture }, kind === 'badPhoto']
  })
  return [[scanInOf(licenceNo), false] as [ActFields, boolean], ...list].map(([fields, bad], n) => ({
    id: `${taskId}-act-${n}`,
    matter: taskId,
    tries: 0,
    state: 'kept',
    fields,
    bad,
  }))
}

function portOf(rows: readonly Row[], script: ('ok' | 'lostBefore' | 'lostAfter')[]): OutboxPort {
  const row = (id: string) => rows.find(one => one.id === id) as Row
  return {
    waiting: async () => rows.filter(({ state }) => state === 'kept' || state === 'sending'),
    send: async act => {
      const fate = script.shift() ?? 'ok'
      if (fate === 'lostBefore') return { kind: 'lost' }
      const body = { ...row(act.id).fields, taskId: act.matter, capturedAt: '2026-11-23T02:00:00Z' }
      const reply = await h.call('first', 'POST', '/field/acts', body, act.id)
      if (fate === 'lostAfter') return { kind: 'lost' }
      return reply.statusCode === 200
        ? { kind: 'received', label: '' }
        : { kind: 'conflict', code: reply.body, title: '', next: '' }
    },
    mark: async (act, state) => {
      row(act.id).state = state
    },
  }
}

it('over the real handler and its database: each act once, pictures byte for byte, a bad one holds back no other', async () => {
  await fc.assert(
    fc.asyncProperty(schedule, async ({ acts, fates: script }) => {
      const taskId = await sentTask()
      const rows = rowsOf(taskId, acts)
      const port = portOf(rows, [...script])
      for (let n = 0; n <= script.length + 1; n += 1) await deliver(port)
      expect(rows.map(({ state }) => state)).toEqual(rows.map(({ bad }) => (bad ? 'conflict' : 'received')))
      const visit = (await h.call('head', 'GET', `/tasks/${taskId}/visit`)).json() as VisitView
      const good = rows.filter(({ bad }) => !bad).map(({ fields }) => fields)
      expect(visit.scans).toHaveLength(1)
      expect(visit.lines).toHaveLength(good.filter(({ kind }) => kind === 'notes' || kind === 'code').length)
      const photos = good.flatMap(one => (one.kind === 'photo' ? [one] : []))
      expect(visit.photos.map(({ digest }) => digest).toSorted()).toEqual(photos.map(({ digest }) => digest).toSorted())
      for (const { digest, picture } of photos) {
        const kept = (await h.call('head', 'GET', `/tasks/${taskId}/photos/${digest}`)).json() as { jpeg: string }
        expect(kept.jpeg).toBe(picture)
        expect(sm3(Buffer.from(kept.jpeg, 'base64')).toString('hex')).toBe(digest)
      }
    }),
    { numRuns: 15 },
  )
})
