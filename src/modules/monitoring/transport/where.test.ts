import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Engine, openEngine } from '../lake/engine.ts'
import { at, layTables } from '../testing/lake-tables.ts'
import { transportPolicy } from './policy.ts'
import { placesOf } from './where.ts'

let engine: Engine
beforeAll(async () => {
  engine = await openEngine({ memory: '256MB' })
})
afterAll(() => engine.close())

it('a vessel is where it was last, a vehicle at the checkpoint it passed most, of a parcel only the area is known', async () => {
  const asOf = '2026-03-20'
  await layTables(engine, {
    vessel_positions: [
      { mmsi: 'B1', at: at(18, 2), lng: 112.1, lat: 21.7 },
      { mmsi: 'B1', at: at(19, 2), lng: 112.2, lat: 21.8 },
      { mmsi: 'B1', at: at(21, 2), lng: 112.9, lat: 21.9 },
    ],
    checkpoints: [{ checkpoint_id: 'C1', name: '横陂', road: 'other', lng: 112.32, lat: 22.06 }],
    vehicle_passes: [{ plate_hash: 'P1', checkpoint_id: 'C1', passed_at: at(19, 2), direction: 'north' }],
    waybills: [
      {
        ...{
          waybill_no: 'W1',
          carrier: '顺丰',
          shipped_at: at(19, 9),
          sender_phone_hash: 'a',
          receiver_phone_hash: 'b',
        },
        ...{ sender_area: '440785104', receiver_area: '440100', pieces: 1, weight_g: 900 },
      },
    ],
  })
  const ask = { engine, asOf, policy: transportPolicy(Temporal.PlainDate.from('2026-11-23')) }
  const { seaArea } = ask.policy.values
  expect((await placesOf(ask, 'vessel', ['B1'])).get('B1')).toEqual({
    areaCode: seaArea,
    position: { lng: 112.2, lat: 21.8 },
  })
  expect((await placesOf(ask, 'vehicle', ['P1'])).get('P1')?.position).toEqual({ lng: 112.32, lat: 22.06 })
  expect((await placesOf(ask, 'waybill', ['W1'])).get('W1')).toEqual({ areaCode: '440785104' })
})
