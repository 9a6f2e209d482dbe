import { sql } from 'kysely'
import { type Moment, momentOf } from '#kernel/dates'
import {
  type Entity,
  type Fact,
  type Learned,
  learnFacts,
  learnShop,
  proposePersons,
  tellHandlers,
} from '#modules/intelligence'
import type { Tx } from '../../platform/database.ts'
import type { Keyring } from '../../platform/keyring.ts'

const county = '440785'
const of = (kind: Entity['kind'], value: string, name?: string): Entity => ({ kind, value, ...(name ? { name } : {}) })
const [oldCase, parcelCase] = [of('case', '模拟案〔2026〕11'), of('case', '模拟案〔2026〕18')]
const fresh = of('clue', '模拟线索-2026-001')
const [bossPhone, driverPhone, buyerPhone] = [
  of('phone', '13800138011'),
  of('phone', '13900139022'),
  of('phone', '13700137033'),
]
const [boss, sameBoss, driver] = [
  of('person', '44078519800101011X-模拟', '陈小明'),
  of('person', '模拟线索-2026-001/1', '陈小鸣'),
  of('person', '模拟案〔2026〕18/1', '黎大海'),
]
const [plate, depot] = [
  of('plate', '粤J·A1234'),
  { ...of('address', '恩平市横陂镇模拟村旧粮仓'), position: { lng: 112.37, lat: 22.02 } },
]

/**
 * 关系图 of a demonstration (模拟数据): two old cases and a fresh clue that meet in a telephone and a plate, with shops of the register
 * around them. Told by the same writer as real facts, so that the hits are its own.
 */
export async function seedGraph(tx: Tx, at: Moment, keyring: Keyring): Promise<void> {
  const day = (ago: number) => at.today.subtract({ days: ago }).toString()
  const learn = async (learned: Omit<Learned, 'areaCode'>) => {
    const told = await learnFacts(tx, { ...learned, areaCode: county }, { keyring, at })
    if (!told.ok) throw new Error(`demo of the graph: ${told.refusal}`)
  }
  const { rows } = await sql<{ licenceNo: string }>`select licence_no from registry.published_retailer
    where licence_state = 'valid' and lng is not null order by licence_no limit 60`.execute(tx)
  for (const { licenceNo } of rows) await learnShop(tx, licenceNo, { keyring, at })
  const shops = rows.slice(0, 4).map(({ licenceNo }) => of('licence', licenceNo))
  await learn(
    matterOf(oldCase, '无证批发（模拟）', [
      names(oldCase, boss, day(210)),
      names(oldCase, bossPhone, day(210)),
      names(oldCase, depot, day(209)),
      ...shops.slice(0, 2).map(shop => names(oldCase, shop, day(205))),
      { from: boss, kind: 'uses', to: bossPhone, validFrom: day(300), confidence: 0.9 },
      { from: boss, kind: 'at', to: depot, validFrom: day(300), confidence: 0.8 },
    ]),
  )
  await learn(
    matterOf(parcelCase, '无证运输（模拟）', [
      names(parcelCase, driver, day(95)),
      names(parcelCase, plate, day(95)),
      { from: driver, kind: 'drives', to: plate, validFrom: day(400), confidence: 0.95 },
      { from: driver, kind: 'uses', to: driverPhone, validFrom: day(380), confidence: 0.85 },
      { from: driverPhone, kind: 'contacts', to: bossPhone, validFrom: day(120), confidence: 0.7 },
    ]),
  )
  const parcels = Array.from({ length: 9 }, (_, n) => of('waybill', `SIM2026${String(n + 1).padStart(6, '0')}`))
  await learn({
    source: { kind: 'parcel', ref: '寄递数据（模拟）' },
    facts: parcels.flatMap((parcel, n): Fact[] => [
      {
        from: n % 2 === 0 ? bossPhone : driverPhone,
        kind: 'sends',
        to: parcel,
        validFrom: day(60 - 5 * n),
        confidence: 0.9,
      },
      { from: parcel, kind: 'receives', to: buyerPhone, validFrom: day(58 - 5 * n), confidence: 0.9 },
    ]),
  })
  await learn(
    matterOf(fresh, '假烟（模拟）', [
      names(fresh, buyerPhone, day(3)),
      names(fresh, plate, day(3)),
      names(fresh, sameBoss, day(3)),
      ...shops.slice(2).map(shop => names(fresh, shop, day(2))),
      { from: sameBoss, kind: 'uses', to: bossPhone, validFrom: day(3), confidence: 0.6 },
      { from: sameBoss, kind: 'at', to: depot, validFrom: day(3), confidence: 0.6 },
    ]),
  )
  await proposePersons(tx, keyring, at)
}

const names = (from: Entity, to: Entity, validFrom: string): Fact => ({
  from,
  kind: 'names',
  to,
  validFrom,
  confidence: 0.9,
})

const matterOf = (entity: Entity, title: string, facts: readonly Fact[]): Omit<Learned, 'areaCode'> => ({
  source: { kind: entity.kind === 'case' ? 'case' : 'clue', ref: entity.value },
  matter: { entity, open: true, title, handlers: [] },
  facts,
})

/** Hits of the past were told in their own second; told by today's reaction they would be hours late. */
export async function tellSeededHits(tx: Tx): Promise<void> {
  const { rows } = await sql<{
    id: number
    at: string
  }>`select id, raised_at as at from intelligence.graph_hit order by id`.execute(tx)
  for (const { id, at } of rows) await tellHandlers(tx, id, momentOf(Temporal.Instant.from(at).add({ seconds: 1 })))
}
