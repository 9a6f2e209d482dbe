import { Value } from 'typebox/value'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { counterRoutes } from '#contract/access'
import { makeRig, type Rig, until } from './testing/rig.ts'

const console = 'https://yzt.example.gov.cn'
const readingId = '00000000-0000-4000-8000-00000000000a'
const ticket = 'ticket-ticket-ticket-ticket'
let rig: Rig
let village: Rig
beforeAll(async () => {
  rig = await makeRig({ deskOrigins: [console] })
  village = await makeRig()
})
afterAll(async () => {
  await rig.stop()
  await village.stop()
})

const ask = (from: Rig, origin: string, body: object = { readingId, ticket }) =>
  from.post('/device/desk-readings', body, { origin, 'sec-fetch-site': 'cross-site' })

describe('the reader of a window', () => {
  it('answers the console its keeper named: the card goes to the server signed, the page hears whose it was', async () => {
    rig.dock.lay('retailer')
    await until(() => rig.agent.terminal.state().reader === 'cardPresent')
    const preflight = await rig.ask('/device/desk-readings', { method: 'OPTIONS', headers: { origin: console } })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-private-network')).toBe('true')
    const read = await ask(rig, console)
    expect(read.headers.get('access-control-allow-origin')).toBe(console)
    expect(read.body).toMatchObject({ session: { counterId: 'counter-1' }, card: { name: expect.any(String) } })
    const sent = rig.server.seen.find(({ path }) => path.endsWith(`/desk-readings/${readingId}/card`))
    const body = JSON.parse(sent?.body ?? '{}')
    expect(Value.Errors(counterRoutes.answerDeskReading.body, body)).toEqual([])
    expect(body.ticket).toBe(ticket)
    // No session of the terminal begins by it.
    expect((await rig.ask('/device/portrait')).status).toBe(401)
  })

  it('answers no other page, no forged body, and not at all where nobody named a console', async () => {
    expect((await ask(rig, 'https://elsewhere.example')).body).toMatchObject({ code: 'foreignPage' })
    expect((await ask(rig, console, { readingId: '../../x', ticket })).body).toMatchObject({ code: 'badRequest' })
    expect((await ask(village, console)).body).toMatchObject({ code: 'foreignPage' })
    expect((await ask(village, village.agent.url)).status).toBeGreaterThanOrEqual(400)
    // The console is let in at this one address only.
    const other = await rig.ask('/device/state', { headers: { origin: console } })
    expect(other.body).toMatchObject({ code: 'foreignPage' })
    const forged = await rig.post(`/api/access/desk-readings/${readingId}/card`, { ticket })
    expect(forged.body).toMatchObject({ code: 'notForThePage' })
  })

  it('passes the server’s refusal on in its own words', async () => {
    rig.dock.lay('retailer')
    const late = await ask(rig, console, { readingId, ticket: 'over-over-over-over-over' })
    expect(late).toMatchObject({ status: 409, body: { code: 'deskReadingOver' } })
  })
})
