import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findItem } from '../queries/items.ts'
import { type DeliveryHouse, openDeliveryHouse } from '../testing/delivery-house.ts'
import { takeOfficeStep } from './office-step.ts'
import { settingOf } from './setting.ts'
import { book, cancelBooking } from './visits.ts'

let d: DeliveryHouse
beforeAll(async () => {
  d = await openDeliveryHouse()
})
afterAll(() => d.house.close())

const ownerOf = async (itemNo: string) => (await d.all(tx => findItem(tx, itemNo)))?.personIndex ?? 'nobody'
const citizen = (personIndex: string) => ({ kind: 'citizen', sessionId: 's1', personIndex, method: 'card' }) as const

it('a retailer books for the own shop only, and cancels the own booking only', async () => {
  const person = await ownerOf(await d.itemOf(1))
  const visit = {
    kind: 'village',
    areaCode: '440785103',
    place: '南塘村',
    day: '2026-11-25',
    fromMinute: 540,
    toMinute: 600,
    capacity: 3,
  }
  const { id } = (await d.call('window', 'POST', '/visits', visit)).json() as { id: string }
  const { services, clock } = d.house
  const setting = settingOf(services, clock.now().today)
  const request = { visitId: id, name: '梁模拟', phone: '13800138000', topic: '延续' }
  const as = (who: string, licenceNo: string) =>
    services.database.within({ areas: [], person: who }, tx =>
      book(tx, { ...request, licenceNo }, { by: citizen(who), at: clock.now() }, setting),
    )
  expect(await as(person, '440785100002')).toMatchObject({ refusal: 'bookingNotYours' })
  const made = await as(person, '440785100001')
  expect(made).toMatchObject({ ok: true })
  const bookingId = made.ok ? made.value : ''
  const cancelAs = (who: string) =>
    services.database.within({ areas: [], person: who }, tx => cancelBooking(tx, bookingId))
  expect(await cancelAs('somebody-else')).toMatchObject({ refusal: 'bookingUnknown' })
  expect(await cancelAs(person)).toMatchObject({ ok: true })
})

it('electronic service counts when the retailer confirms it, and nobody else can', async () => {
  const no = await d.itemOf(2, { deliverMode: 'electronic', applicationNo: 'R20261122-000001' })
  const person = await ownerOf(no)
  const step = { event: 'sendElectronic', version: 1, note: '' }
  expect((await d.call('window', 'POST', `/items/${no}/steps`, step)).json()).toMatchObject({
    item: { state: 'sentElectronic' },
  })
  const { services, clock } = d.house
  const confirm = (who: string) =>
    services.database.within({ areas: [], person: who }, tx =>
      takeOfficeStep(
        tx,
        {
          itemNo: no,
          event: 'confirm',
          version: 2,
          note: '',
          by: citizen(who),
          byName: '本人在线确认',
          at: clock.now(),
        },
        settingOf(services, clock.now().today),
      ),
    )
  expect(await confirm('somebody-else')).toMatchObject({ refusal: 'itemUnknown' })
  expect(await confirm(person)).toMatchObject({ value: { state: 'confirmed' } })
  const { rows } = await d.all(tx =>
    sql<{ n: number }>`select count(*)::int as n from delivery.receipt where item_no = ${no}`.execute(tx),
  )
  expect(rows[0]?.n).toBe(1)
})
