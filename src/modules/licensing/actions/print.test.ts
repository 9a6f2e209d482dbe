import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '#kernel/actor'
import { momentOf } from '#kernel/dates'
import { makeSm2KeyPair } from '#platform/crypto'
import type { Scope, Tx } from '#platform/database'
import { createTestDatabase, type TestDatabase } from '../../../../test/database/harness.ts'
import { verifyToken } from '../elicence/verify-token.ts'
import { findPrintPage } from '../queries/print-page.ts'
import type { PrintFace } from '../rules/print-ledger.ts'
import { sampleFace } from '../rules/sample-face.ts'
import { seedLicence } from '../testing/seed-licence.ts'
import { confirmPrint } from './confirm-print.ts'
import { applicantOf } from './filing.ts'
import { reportPrint } from './report-print.ts'
import { reservePrint } from './reserve-print.ts'
import { tellPrint } from './tell-print.ts'

const licence = { keyId: 'k1', ...makeSm2KeyPair() }
const at = momentOf(Temporal.Instant.from('2026-11-23T02:00:00Z'))
const citizen = (sessionId: string, personIndex = 'person-1') =>
  ({ kind: 'citizen', sessionId, personIndex, terminalId: 't1', method: 'card' }) as const
const terminal = (terminalId: string): Actor => ({ kind: 'terminal', terminalId })
const everything: Scope = { areas: 'all' }
const scope = (actor: Actor): Scope =>
  actor.kind === 'citizen' ? { areas: [], person: actor.personIndex } : everything

let test: TestDatabase
let serial = 0
let licenceNo = ''
const within = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => test.database.within(scope(actor), work)
const reserve = (by = citizen('s1'), face: PrintFace = 'original') =>
  within(by, tx => reservePrint(tx, { licence }, { licenceNo, face, by: applicantOf(by), place: '测试终端', at }))
const reserved = async (...given: Parameters<typeof reserve>) => {
  const ticket = await reserve(...given)
  if (!ticket.ok) throw new Error(ticket.refusal)
  return ticket.value
}
const report = (printId: string, outcome: 'printed' | 'failed' | 'unknown', by: Actor = terminal('t1')) =>
  within(by, tx => reportPrint(tx, { printId, outcome, reason: '', by, at }))
const confirm = (printId: string, received: boolean, by: Actor = citizen('s1')) =>
  within(by, tx => confirmPrint(tx, { printId, received, by, at }))

beforeAll(async () => {
  test = await createTestDatabase()
})
afterAll(() => test.drop())
beforeEach(async () => {
  serial += 1
  licenceNo = String(440785100000 + serial)
  await seedLicence(test.database, { face: { ...sampleFace, licenceNo, version: 1 } })
})

describe('reserving a print', () => {
  it('gives the sheet a copy number and a code that verifies and names this copy', async () => {
    const ticket = await reserved()
    expect(ticket).toMatchObject({ copyNo: 1, state: 'reserved', url: `/api/licensing/prints/${ticket.printId}/page` })
    const page = await within(citizen('s1'), tx => findPrintPage(tx, ticket.printId))
    const sheet = page && 'sheet' in page.shows ? page.shows.sheet : undefined
    expect(sheet).toMatchObject({ kind: 'original', copyNo: 1, stateLabel: '有效', place: '测试终端' })
    expect(verifyToken(sheet?.token ?? '', { k1: licence.publicKey })).toMatchObject({
      ok: true,
      value: { licenceNo, version: 1, copyNo: 1 },
    })
  })

  it('gives a second tap in the same session the same sheet, and every other sheet the next number', async () => {
    const first = await reserved()
    expect(await reserved()).toEqual(first)
    expect(await reserved(citizen('s2'))).toMatchObject({ copyNo: 2 })
    expect(await reserved(citizen('s1'), 'query')).toMatchObject({ copyNo: 3 })
    await report(first.printId, 'unknown')
    expect(await reserved()).toMatchObject({ copyNo: 4 })
  })

  it('never gives one number to two terminals that reserve at once', async () => {
    const tickets = await Promise.all(Array.from({ length: 12 }, (_, i) => reserved(citizen(`twin-${i}`))))
    expect(tickets.map(ticket => ticket.copyNo).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 12 }, (_, i) => i + 1),
    )
  })

  it('finds no licence of another person', async () => {
    expect(await reserve(citizen('s9', 'person-2'))).toMatchObject({ refusal: 'notFound' })
    const seen = await test.database.within(everything, tx =>
      reservePrint(
        tx,
        { licence },
        { licenceNo, face: 'query', by: applicantOf(citizen('s9', 'person-2')), place: '', at },
      ),
    )
    expect(seen).toMatchObject({ refusal: 'notFound' })
  })

  it('refuses by name what cannot be printed: a suspended licence, one past its term, a character without glyph', async () => {
    const give = async (no: string, change: Partial<typeof sampleFace>, state = 'valid') => {
      licenceNo = no
      await seedLicence(test.database, { face: { ...sampleFace, licenceNo: no, version: 1, ...change }, state })
    }
    await give('440785190001', {}, 'suspended')
    expect(await reserve()).toMatchObject({ refusal: 'printFaceNotAllowed' })
    expect(await reserve(citizen('s1'), 'query')).toMatchObject({ ok: true })
    await give('440785190002', { validFrom: '2021-11-23', validTo: '2026-11-22' })
    expect(await reserve()).toMatchObject({ refusal: 'printFaceNotAllowed' })
    await give('440785190003', { operatorName: '陈𠮷' })
    expect(await reserve()).toMatchObject({
      refusal: 'glyphMissing',
      details: { field: '负责人姓名', codePoint: 'U+20BB7' },
    })
  })
})

describe('what became of the paper', () => {
  it('is printed by the terminal and confirmed by the person', async () => {
    const { printId } = await reserved()
    expect(await report(printId, 'printed')).toMatchObject({ value: { state: 'printed' } })
    expect(await confirm(printId, true)).toMatchObject({ value: { state: 'confirmed' } })
  })

  it('stays as first reported and as confirmed, however often the device speaks', async () => {
    const { printId } = await reserved()
    await report(printId, 'unknown')
    await confirm(printId, true, citizen('later'))
    for (const word of ['printed', 'failed', 'unknown'] as const) {
      expect(await report(printId, word)).toMatchObject({ value: { state: 'confirmed' } })
    }
    const { rows } = await test.database.within(everything, tx =>
      sql<{ said: string; toState: string }>`select said, to_state from licensing.print_event
        where print_id = ${printId} order by id`.execute(tx),
    )
    expect(rows.map(row => `${row.said} ${row.toState}`)).toEqual([
      'reserve reserved',
      'unknown unknown',
      'received confirmed',
      'printed confirmed',
      'failed confirmed',
      'unknown confirmed',
    ])
  })

  it('is unknown when the person has no paper, and keeps its number', async () => {
    const { printId } = await reserved()
    await report(printId, 'printed')
    expect(await confirm(printId, false)).toMatchObject({ value: { state: 'unknown', copyNo: 1 } })
  })

  it('cannot be confirmed before anything was printed', async () => {
    expect(await confirm((await reserved()).printId, true)).toMatchObject({ refusal: 'moveNotAllowed' })
  })

  it('is told by the officer at the window: both words in turn, or unknown until the paper turns up after all', async () => {
    const by = { personIndex: 'person-1', sessionId: 'visit-1', terminalId: null, label: 'staff:o1' }
    const desk = { areas: 'all' } as const
    const sheet = () =>
      test.database.within(desk, async tx => {
        const ticket = await reservePrint(tx, { licence }, { licenceNo, face: 'query', by, place: '窗口', at })
        return ticket.ok ? ticket.value.printId : ticket.refusal
      })
    const tell = (printId: string, printed: boolean, visit = by) =>
      test.database.within(desk, tx => tellPrint(tx, { printId, printed, by: visit, at }))
    const out = await sheet()
    expect(await sheet()).toBe(out)
    expect(await tell(out, true, { ...by, sessionId: 'visit-2' })).toMatchObject({ refusal: 'notFound' })
    expect(await tell(out, true, { ...by, personIndex: 'person-2' })).toMatchObject({ refusal: 'notFound' })
    expect(await tell(out, true)).toMatchObject({ value: { state: 'confirmed' } })
    expect(await tell(out, false)).toMatchObject({ refusal: 'moveNotAllowed' })
    const second = await sheet()
    expect(await tell(second, false)).toMatchObject({ value: { state: 'unknown', copyNo: 2 } })
    expect(await tell(second, true)).toMatchObject({ value: { state: 'confirmed' } })
    const { rows } = await test.database.within(desk, tx =>
      sql<{ words: string }>`select string_agg(said || ' ' || to_state || ' ' || by, ',' order by id) as words
        from licensing.print_event where print_id in (${out}, ${second}) group by print_id order by min(id)`.execute(
        tx,
      ),
    )
    expect(rows.map(row => row.words)).toEqual([
      'reserve reserved staff:o1,printed printed staff:o1,received confirmed staff:o1',
      'reserve reserved staff:o1,notReceived unknown staff:o1,received confirmed staff:o1',
    ])
  })

  it('is nobody else’s business', async () => {
    const { printId } = await reserved()
    expect(await report(printId, 'printed', terminal('t2'))).toMatchObject({ refusal: 'notFound' })
    expect(await report(printId, 'printed', citizen('other'))).toMatchObject({ refusal: 'notFound' })
    expect(await confirm(printId, true, citizen('s1', 'person-2'))).toMatchObject({ refusal: 'notFound' })
    const stranger = { printId, received: true, by: citizen('s1', 'person-2'), at }
    expect(await test.database.within(everything, tx => confirmPrint(tx, stranger))).toMatchObject({
      refusal: 'notFound',
    })
    expect(await within(citizen('s1', 'person-2'), tx => findPrintPage(tx, printId))).toBeUndefined()
  })
})

describe('the database itself', () => {
  const change = (printId: string, query: (id: string) => ReturnType<typeof sql>) =>
    test.database.within(everything, tx => query(printId).execute(tx))

  it('refuses to open a page again, to give a copy another number, and to forget', async () => {
    const { printId } = await reserved()
    await report(printId, 'printed')
    await expect(
      change(printId, id => sql`update licensing.print set state = 'reserved' where id = ${id}`),
    ).rejects.toThrow(/cannot go from printed to reserved/)
    await expect(change(printId, id => sql`update licensing.print set copy_no = 9 where id = ${id}`)).rejects.toThrow(
      /permission denied/,
    )
    await expect(change(printId, id => sql`delete from licensing.print_event where print_id = ${id}`)).rejects.toThrow(
      /permission denied/,
    )
    await expect(change(printId, id => sql`delete from licensing.print where id = ${id}`)).rejects.toThrow(
      /permission denied/,
    )
  })
})
