import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { writeAudit } from '#platform/ledger/write'
import { type AccessHouse, openAccessHouse } from '../testing/house.ts'
import { hire } from '../testing/people.ts'
import { listLooks } from './list-looks.ts'

let house: AccessHouse
beforeAll(async () => {
  house = await openAccessHouse()
})
afterAll(() => house.close())

it('tells of each look at the own numbers once an hour, by purpose and role, and of nothing else', async () => {
  const { staffId } = await hire(house, 'reviewer1', ['reviewer'])
  const { database } = house.services
  const look = (
    action: string,
    subject: string,
    outcome: 'allowed' | 'refused' = 'allowed',
    actor = `staff:${staffId}`,
  ) => database.within({ areas: 'all' }, tx => writeAudit(tx, { actor, action, subject, outcome }))
  await look('licensing.readApplication', 'R20261123-000001')
  await look('licensing.readApplication', 'R20261123-000001')
  await look('registry.readRetailer', '440785100001')
  await look('registry.readRetailer', '440785100009')
  await look('registry.readRetailer', '440785100001', 'refused')
  await look('licensing.submit', '440785100001')
  await look('licensing.readLicence', '440785100001', 'allowed', 'citizen:x')
  const agency = '0a0a0a0a-0000-4000-8000-000000000001'
  await database.within({ areas: 'all' }, tx =>
    sql`insert into partners.agency (id, kind, name, areas, added_by, added_at)
      values (${agency}, 'market', '恩平市市场监督管理局（模拟）', '{440785}', 'staff:x', now())`.execute(tx),
  )
  await look('cases.read', 'AJ-2026-000009')
  await look('partner.readItem', 'XZ-2026-000003', 'allowed', `partner:${agency}/0b0b0b0b-0000-4000-8000-000000000001`)
  await look('partner.readItem', 'XZ-2026-000003', 'allowed', 'partner:somebody')
  // The ledger's own clock, not the one of the house.
  const since = Temporal.Instant.from('2020-01-01T00:00:00Z')
  const subjects = ['440785100001', 'AJ-2026-000009', 'R20261123-000001', 'XZ-2026-000003']
  const at = house.clock.now()
  const looks = await database.within({ areas: 'all' }, tx => listLooks(tx, { subjects, since }, at))
  expect(looks.map(({ at: _, ...told }) => told).toSorted((a, b) => a.about.localeCompare(b.about))).toEqual([
    { about: '440785100001', purpose: 'retailer', role: '审核', roleEn: 'Review', office: '恩平市烟草专卖局' },
    { about: 'AJ-2026-000009', purpose: 'case', role: '审核', roleEn: 'Review', office: '恩平市烟草专卖局' },
    { about: 'R20261123-000001', purpose: 'application', role: '审核', roleEn: 'Review', office: '恩平市烟草专卖局' },
    {
      ...{ about: 'XZ-2026-000003', purpose: 'partner', role: '协作部门', roleEn: 'Partner agency' },
      office: '恩平市市场监督管理局（模拟）',
    },
  ])
  expect(JSON.stringify(looks)).not.toContain(staffId)
  expect(await database.within({ areas: 'all' }, tx => listLooks(tx, { subjects: [], since }, at))).toEqual([])
})
