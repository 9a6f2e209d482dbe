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
  mayDie(h.house.services.database)
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

/** What becomes of one sending: the network loses it or its answer, the telephone's app is killed around it, the server is killed around its commit. */
const fates = [
  ...['ok', 'lostBefore', 'lostAfter', 'appKilledBefore', 'appKilledAfter'],
  ...['serverKilledBefore', 'serverKilledAfter'],
] as const
type Fate = 'ok' | 'lostBefore' | 'lostAfter' | 'appKilledBefore' | 'appKilledAfter' | ServerFate
type ServerFate = 'serverKilledBefore' | 'serverKilledAfter'
const schedule = fc.record({
  acts: fc.array(fc.constantFrom('notes', 'photo', 'badPhoto', 'code'), { minLength: 1, maxLength: 6 }),
  fates: fc.array(fc.constantFrom(...(fates as readonly Fate[])), { maxLength: 12 }),
})

/** The transaction that keeps the reply of this key dies before or after its commit; whatever else runs is left alone. */
let doomed: { readonly key: string; readonly fate: ServerFate } | undefined
class ServerKilled extends Error {}

function mayDie(database: { within: Within }): void {
  const within = database.within.bind(database)
  database.within = async (scope, work) => {
    const fate = doomed
    if (fate === undefined) return within(scope, work)
    let wrote = false
    const done = await within(scope, async tx => {
      const result = await work(tx)
      const { rows } = await sql`select from platform.idempotency where key = ${fate.key}`.execute(tx)
      wrote = rows.length > 0
      if (wrote && fate.fate === 'serverKilledBefore') throw new ServerKilled()
      return result
    })
    if (wrote) throw new ServerKilled()
    return done
  }
}
type Within = InspectionHouse['house']['services']['database']['within']

interface Row extends Waiting {
  readonly state: string
  readonly tries: number
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

/** Each schedule from an address of its own: so many calls from one within a minute would be asked to wait. */
const call = (who: 'first' | 'head', url: string, body?: { readonly act: object; readonly key: string }) =>
  h.house.app.inject({
    method: body ? 'POST' : 'GET',
    url: `/api/inspection${url}`,
    remoteAddress: `10.1.${(serial >> 8) & 255}.${serial & 255}`,
    headers: { cookie: h.people[who].cookie, ...(body ? { 'idempotency-key': body.key } : {}) },
    ...(body ? { payload: body.act } : {}),
  })

class AppKilled extends Error {}

/** A telephone: what is on its disk is text, and nothing else is left when its app is opened anew. */
function telephone(disk: Map<string, string>, script: Fate[]): OutboxPort {
  const read = () => [...disk.values()].map(text => JSON.parse(text) as Row)
  const send = async (act: Waiting): ReturnType<OutboxPort['send']> => {
    const fate = script.shift() ?? 'ok'
    if (fate === 'lostBefore') return { kind: 'lost' }
    if (fate === 'appKilledBefore') throw new AppKilled()
    const row = read().find(({ id }) => id === act.id)
    const body = { ...row?.fields, taskId: act.matter, capturedAt: '2026-11-23T02:00:00Z' }
    doomed = fate === 'serverKilledBefore' || fate === 'serverKilledAfter' ? { key: act.id, fate } : undefined
    const reply = await call('first', '/field/acts', { act: body, key: act.id })
    doomed = undefined
    if (fate === 'appKilledAfter') throw new AppKilled()
    if (fate !== 'ok') return { kind: 'lost' }
    return reply.statusCode === 200
      ? { kind: 'received', label: '' }
      : { kind: 'conflict', code: `${reply.statusCode} ${reply.body}`, title: '', next: '' }
  }
  return {
    waiting: async () => read().filter(({ state }) => state === 'kept' || state === 'sending'),
    send,
    mark: async (act, state, outcome) => {
      const row = read().find(({ id }) => id === act.id)
      const why = outcome?.kind === 'conflict' && row?.bad === false ? outcome.code : ''
      disk.set(act.id, JSON.stringify({ ...row, state: `${state}${why}` }))
    },
  }
}

async function deliverWhole(disk: Map<string, string>, script: Fate[]): Promise<void> {
  for (let n = script.length + 1; n >= 0; n -= 1) {
    try {
      await deliver(telephone(disk, script))
    } catch (error) {
      if (!(error instanceof AppKilled)) throw error
    }
  }
}

/** All of them in one run: `YZT_SCHEDULES=1000`. */
const schedules = Number(process.env['YZT_SCHEDULES'] ?? 25)

it(
  'over the real handler and its database, through lost answers and killed apps and servers: each act once, pictures byte for byte, a bad one holds back no other',
  async () => {
    const seen = new Set<string>()
    await fc.assert(
      fc.asyncProperty(schedule, async ({ acts, fates: script }) => {
        const taskId = await sentTask()
        const rows = rowsOf(taskId, acts)
        const disk = new Map(rows.map(row => [row.id, JSON.stringify(row)]))
        for (const fate of script.slice(0, rows.length)) seen.add(fate)
        await deliverWhole(disk, [...script])
        const states = [...disk.values()].map(text => (JSON.parse(text) as Row).state)
        expect(states).toEqual(rows.map(({ bad }) => (bad ? 'conflict' : 'received')))
        const visit = (await call('head', `/tasks/${taskId}/visit`)).json() as VisitView
        const good = rows.filter(({ bad }) => !bad).map(({ fields }) => fields)
        expect(visit.scans).toHaveLength(1)
        expect(visit.lines).toHaveLength(good.filter(({ kind }) => kind === 'notes' || kind === 'code').length)
        const photos = good.flatMap(one => (one.kind === 'photo' ? [one] : []))
        expect(visit.photos.map(({ digest }) => digest).toSorted()).toEqual(
          photos.map(({ digest }) => digest).toSorted(),
        )
        for (const { digest, picture } of photos) {
          const kept = (await call('head', `/tasks/${taskId}/photos/${digest}`)).json() as { jpeg: string }
          expect(kept.jpeg).toBe(picture)
          expect(sm3(Buffer.from(kept.jpeg, 'base64')).toString('hex')).toBe(digest)
        }
      }),
      { numRuns: schedules, seed: 20_261_126 },
    )
    // A script that never kills would prove nothing of it.
    expect([...seen].toSorted()).toEqual([...fates].toSorted())
  },
  60_000 + schedules * 2_000,
)
