import { randomUUID } from 'node:crypto'
import { type AccessHouse, openAccessHouse } from '../../access/testing/house.ts'
import { hireAndSignIn } from '../../access/testing/people.ts'
import {
  retailers,
  type ShopLine,
  takeAreas,
  takeRetailers,
  takeServicePoints,
} from '../../registry/testing/small-county.ts'
import { receiveItem } from '../actions/receive-item.ts'
import type { FieldAct } from '../contract.ts'
import { createDelivery } from '../index.ts'
import type { PostEvent, PostOrdered } from '../ports.ts'

export const shops: readonly ShopLine[] = Array.from({ length: 8 }, (_, i) => ({
  no: `44078510000${i + 1}`,
  name: `模拟商店${i + 1}`,
  person: i + 1,
  phone: '13800138000',
  address: `沙湖镇南塘村${i + 1}号`,
  place: [112.441 + i * 0.004, 22.345 + (i % 3) * 0.003] as const,
}))

/** The smallest whole JPEG, with a note of where it was taken. */
export const photo = Buffer.from([
  ...[0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 1, 0xff, 0xe1, 0, 9, 71, 80, 83, 50, 50, 46, 51, 0xff, 0xdb, 0, 4, 7, 7],
  ...[0xff, 0xda, 0, 4, 0, 0, ...Array.from({ length: 60 }, () => 5), 0xff, 0xd9],
]).toString('base64')
export const strokes = [Array.from({ length: 12 }, (_, i) => [i * 9, 20 + (i % 3) * 8])]

/** A county with shops, people of every role signed in, and a carrier that says what the test wants. */
export async function openDeliveryHouse() {
  const carrier: { ordered: PostOrdered; events: PostEvent[] } = { ordered: { kind: 'unavailable' }, events: [] }
  const postCarrier = {
    order: async () => carrier.ordered,
    eventsSince: async () => ({ kind: 'events', events: carrier.events, cursor: 'c1' }) as const,
  }
  const house = await openAccessHouse([createDelivery({ postCarrier })])
  const all: AccessHouse['services']['database']['within'] = (_, work) =>
    house.services.database.within({ areas: 'all' }, work)
  await all({ areas: 'all' }, async tx => {
    await takeAreas(tx)
    await takeServicePoints(tx)
    await takeRetailers(tx, retailers(...shops), house.services.keyring)
  })
  const people = {
    window: await hireAndSignIn(house, 'window1', ['window']),
    courier: await hireAndSignIn(house, 'courier1', ['courier']),
    second: await hireAndSignIn(house, 'courier2', ['courier']),
    helper: await hireAndSignIn(house, 'helper1', ['helper']),
    elsewhere: await hireAndSignIn(house, 'window2', ['window'], ['440785001']),
  }
  const call = async (
    who: keyof typeof people,
    method: 'GET' | 'POST',
    url: string,
    payload?: object,
    key: string = randomUUID(),
  ) =>
    house.app.inject({
      method,
      url: `/api/delivery${url}`,
      headers: { cookie: people[who].cookie, 'idempotency-key': key },
      ...(payload ? { payload } : {}),
    })
  const itemOf = async (shop: number, change: Partial<Parameters<typeof receiveItem>[1]> = {}): Promise<string> => {
    const applicationNo = change.applicationNo ?? `R20261120-${String(shop).padStart(6, '0')}`
    await all({ areas: 'all' }, tx =>
      receiveItem(
        tx,
        {
          applicationNo,
          licenceNo: `44078510000${shop}`,
          areaCode: '440785103',
          service: 'renewal',
          result: 'grant',
          deliverMode: 'door',
          serveBy: '2026-12-04',
          ...change,
        },
        house.services.clock.now(),
      ),
    )
    const list = (await call('window', 'GET', '/items?view=all')).json() as {
      items: { itemNo: string; applicationNo: string }[]
    }
    return list.items.find(item => item.applicationNo === applicationNo)?.itemNo ?? ''
  }
  const planned = async (itemNos: readonly string[]): Promise<string> => {
    const reply = await call('window', 'POST', '/rounds', {
      areaCode: '440785103',
      day: '2026-11-23',
      depotCode: 'T1',
      courierId: people.courier.staffId,
      stops: itemNos.map(itemNo => ({ itemNo })),
    })
    if (reply.statusCode !== 200) throw new Error(reply.body)
    return (reply.json() as { round: { id: string } }).round.id
  }
  /** A field act as the outbox sends it. */
  const atTheDoor = (
    act: Partial<FieldAct> & { itemNo: string; roundId: string },
    key: string = randomUUID(),
    who: 'courier' | 'second' = 'courier',
  ) => call(who, 'POST', '/field/acts', { capturedAt: house.clock.now().instant.toString(), ...act }, key)
  return {
    house,
    people,
    call,
    itemOf,
    planned,
    atTheDoor,
    all: <T>(work: Parameters<typeof all<T>>[1]) => all<T>({ areas: 'all' }, work),
    carrier,
    postCarrier,
  }
}

export type DeliveryHouse = Awaited<ReturnType<typeof openDeliveryHouse>>
export const self = { kind: 'self', name: '', relation: '', checked: true } as const
