import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { moment, openRenewalHouse, type RenewalHouse, today } from '../../../licensing/testing/renewal-house.ts'
import { datasets, openDataset } from './read.ts'

let house: RenewalHouse
beforeAll(async () => {
  house = await openRenewalHouse()
  await house.addShops([1, 2, 3, 4, 5, 6].map(n => ({ no: `44078510000${n}`, person: n })))
})
afterAll(() => house.close())

const opened = async (id: string, at = today) => {
  const dataset = datasets.find(one => one.id === id)
  if (!dataset) throw new Error(`no set ${id}`)
  return house.all(tx => openDataset(tx, dataset, at))
}

describe('open data', () => {
  it.each(datasets.map(({ id }) => id))('%s is read, and has a name, a source and a dictionary', async id => {
    const { told } = await opened(id)
    expect(told.sources.length).toBeGreaterThan(0)
    expect(told.columns.every(({ meaning }) => meaning.zh !== '' && meaning.en !== '')).toBe(true)
    expect(told.rows === 0).toBe(told.withheld !== null)
  })

  it('says why a set of too few is shut', async () => {
    expect((await opened('penalties')).told.withheld?.zh).toContain('数量太少')
  })

  it('shows six shops of one town as one number and no shop by name', async () => {
    const { opened: set } = await opened('licences-by-format')
    if (!set.open) throw new Error(set.why)
    expect(set.published.lines.at(-1)).toEqual(['合计', '合计', 6])
    const names = await house.all(
      async tx =>
        (await sql<{ name: string }>`select shop_name as name from registry.published_retailer`.execute(tx)).rows,
    )
    for (const { name } of names) expect(JSON.stringify(set)).not.toContain(name)
    expect(JSON.stringify(set)).not.toMatch(/\d{12}/)
  })

  it('shuts when one of six shops is suspended and the state of five hides nobody', async () => {
    await house.all(tx =>
      sql`update registry.retailer set licence_state = 'suspended' where licence_no = '440785100001'`.execute(tx),
    )
    const { told, opened: set } = await opened('licences-by-state', moment('2026-12-01'))
    const numbers = set.open ? set.published.lines.map(line => line.at(-1)) : []
    expect(numbers).not.toContain(1)
    expect(told.withheld !== null || numbers.every(n => n === null || Number(n) >= 5)).toBe(true)
  })

  it('a table of a month stays as it was first shown: two downloads differ by nobody', async () => {
    const first = await opened('licences-by-format', moment('2027-01-04'))
    await house.all(tx =>
      sql`update registry.retailer set licence_state = 'cancelled' where licence_no = '440785100006'`.execute(tx),
    )
    expect(await opened('licences-by-format', moment('2027-01-20'))).toEqual(first)
    const next = await opened('licences-by-format', moment('2027-02-01'))
    expect(next.opened.open && next.opened.published.lines.at(-1)).toEqual(['合计', '合计', 5])
  })

  it('a table that comes some days after its sister is shut where their difference is one shop, until the next month', async () => {
    const state = (to: string) =>
      house.all(tx =>
        sql`update registry.retailer set licence_state = ${to} where licence_no = '440785100006'`.execute(tx),
      )
    expect((await opened('licences-by-format', moment('2027-03-01'))).told.withheld).toBeNull()
    await state('valid')
    expect((await opened('licences-by-state', moment('2027-03-08'))).told.withheld?.zh).toContain('相减')
    for (const id of ['licences-by-format', 'licences-by-state'])
      expect((await opened(id, moment('2027-04-01'))).told.withheld).toBeNull()
  })
})
