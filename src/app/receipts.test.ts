import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { momentOf } from '#kernel/dates'
import { readConfig } from '#platform/config'
import { openRenewalHouse, type RenewalHouse } from '../modules/licensing/testing/renewal-house.ts'
import { reactionsOf } from './reactions.ts'

const licenceNo = '440785100021'
const at = momentOf(Temporal.Instant.from('2026-11-26T02:00:00Z'))
let house: RenewalHouse
beforeAll(async () => {
  house = await openRenewalHouse()
  await house.addShops([{ no: licenceNo, person: 1 }])
})
afterAll(() => house.close())

const tell = (event: string, fact: object) =>
  house.all(async tx => {
    const config = { ...readConfig({}), publicUrl: 'https://yan.enping.example/' }
    const reactions = reactionsOf({ keyring: house.keyring, config }).filter(one => one.event.name === event)
    for (const { react } of reactions) await react(tx, fact as never, at)
  })
const messages = () =>
  house.all(async tx => {
    const { rows } = await sql<{ kind: string; text: string; about: string }>`
      select kind, text, about from access.message order by about, kind`.execute(tx)
    return rows
  })
const reports = () =>
  house.all(async tx => {
    const { rows } = await sql<{ key: string; gateway: string; body: object }>`
      select gateway, key, body from exchange.report order by place`.execute(tx)
    return rows
  })

it('a submission is one receipt by SMS with a link that opens its progress, and one report, however often it is told', async () => {
  const fact = { applicationNo: 'R20261126-000001', licenceNo, service: 'renewal', outcome: 'person', timely: true }
  await tell('licensing.applicationSubmitted', fact)
  await tell('licensing.applicationSubmitted', fact)
  const [message, ...others] = await messages()
  expect(others).toEqual([])
  expect(message?.kind).toBe('receipt')
  expect(message?.text).toMatch(/已经收到.*https:\/\/yan\.enping\.example\/p#R20261126-000001\.[2-9A-Z]{6}$/)
  expect((await reports()).map(row => row.key)).toEqual(['applied:R20261126-000001'])
})

it('a new shop, which no register knows yet, is told by the number given with the application', async () => {
  const applicationNo = 'R20261126-000009'
  await house.all(tx =>
    sql`insert into licensing.application (application_no, service, licence_no, shop_name, area_code, person_index, state,
        outcome, timely, received_at, received_on, captured_at, started_at, channel, session_id, method, consent_version,
        signature_sealed, answers_sealed, deliver_mode, phone_sealed)
      values (${applicationNo}, 'issue', null, '模拟新店', '440785103', ${house.citizen(9).personIndex}, 'submitted', 'person',
        true, now(), '2026-11-26', now(), now(), 'window', 's1', 'counter', '1', 'v1.sealed', 'v1.sealed', 'electronic',
        ${house.keyring.sealField('13800138009')})`.execute(tx),
  )
  const filed = { applicationNo, licenceNo: null, service: 'issue', outcome: 'person', timely: true }
  await tell('licensing.applicationSubmitted', filed)
  await tell('licensing.applicationDecided', { ...filed, result: 'deny', decidedAs: 'staff', on: '2026-11-27' })
  const told = (await messages()).filter(row => row.about === applicationNo)
  expect(told.map(row => row.kind).toSorted()).toEqual(['decision', 'receipt'])
})

it('what the machine grants at once is application and result for the portal, and asks for a rating in one message', async () => {
  const fact = { applicationNo: 'R20261126-000002', licenceNo, service: 'renewal', outcome: 'grant', timely: true }
  await tell('licensing.applicationSubmitted', fact)
  expect((await messages()).filter(row => row.about === fact.applicationNo)).toHaveLength(1)
  expect((await reports()).map(row => row.key)).toEqual([
    ...['applied:R20261126-000001', 'applied:R20261126-000009', 'decided:R20261126-000009'],
    ...['applied:R20261126-000002', 'decided:R20261126-000002'],
  ])
})

it('no report to an outside system holds a name, a telephone or the words of a rating', async () => {
  const rated = {
    applicationNo: 'R20261126-000001',
    service: 'renewal',
    channel: 'online',
    grade: 1,
    reasons: ['slow'],
  }
  await tell('licensing.serviceRated', { ...rated, on: '2026-11-26' })
  const allowed = ['service', 'licenceNo', 'on', 'result', 'decidedAs', 'channel', 'grade', 'reasons']
  for (const { body } of await reports()) for (const field of Object.keys(body)) expect(allowed).toContain(field)
})
