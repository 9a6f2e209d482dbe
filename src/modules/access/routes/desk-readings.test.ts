import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cardOf } from '../testing/cards.ts'
import { hireAndSignIn } from '../testing/people.ts'
import type { FakeTerminal } from '../testing/terminal.ts'
import { openWorld } from '../testing/world.ts'

let world: Awaited<ReturnType<typeof openWorld>>
let desk: FakeTerminal
let cookie: string
beforeAll(async () => {
  world = await openWorld()
  desk = await world.newTerminal()
  cookie = (await hireAndSignIn(world.house, 'window1', ['window'])).cookie
})
afterAll(() => world.house.close())

interface Asked {
  readonly readingId: string
  readonly ticket: string
  readonly reader: string
}
const ask = async (as = cookie): Promise<Asked> =>
  (await world.house.app.inject({ method: 'POST', url: '/api/access/desk-readings', headers: { cookie: as } })).json()
const answer = async ({ readingId, ticket }: Asked, card = cardOf(), by = desk) =>
  (
    await by.send({ method: 'POST', path: `/api/access/desk-readings/${readingId}/card`, body: { ticket, card } })
  ).json()

describe('a reader at the window', () => {
  it('answers one question of one officer, and the visit says that the card was read', async () => {
    const asked = await ask()
    expect(asked.reader).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    const opened = await answer(asked)
    expect(opened).toMatchObject({ person: { name: '模**' } })
    const rows = await world.all(
      sql<{ cardRead: string }>`select card_read from access.counter_session where id = ${opened.counterId}`,
    )
    expect(rows).toEqual([{ cardRead: 'reader' }])
    expect((await answer(asked)).code).toBe('deskReadingOver')
  })

  it('is asked again when the card was refused, and is late after two minutes', async () => {
    const asked = await ask()
    expect((await answer(asked, cardOf({ validTo: '2026-11-22' }))).code).toBe('cardExpired')
    expect((await answer(asked)).person).toBeDefined()
    const late = await ask()
    world.house.clock.advance({ seconds: 121 })
    expect((await answer(late)).code).toBe('deskReadingOver')
  })

  it('is believed only from an enrolled device of the area that knows the ticket', async () => {
    const asked = await ask()
    expect((await answer({ ...asked, ticket: 'guessed' })).code).toBe('deskReadingOver')
    const other = await hireAndSignIn(world.house, 'window2', ['window'], ['440785001'])
    expect((await answer(await ask(other.cookie))).code).toBe('deskReaderElsewhere')
    const forged = await world.house.app.inject({
      method: 'POST',
      url: `/api/access/desk-readings/${asked.readingId}/card`,
      headers: { cookie },
      payload: { ticket: asked.ticket, card: cardOf() },
    })
    expect(forged.json().code).toBe('notPermitted')
  })

  it('is no word of a page: the form of the window can only say that it was typed', async () => {
    const reply = await world.house.app.inject({
      method: 'POST',
      url: '/api/access/counter-sessions',
      headers: { cookie, 'idempotency-key': 'a-key-of-the-page' },
      payload: { card: cardOf(), read: 'reader' },
    })
    expect(reply.statusCode).toBe(400)
  })
})
