import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Scope } from '#platform/database'
import { findRetailer } from './index.ts'
import * as queries from './queries.ts'
import { type OpenRegister, openRegister } from './testing/open-register.ts'
import { person, retailers, takeRetailers } from './testing/small-county.ts'

let register: OpenRegister
beforeAll(async () => {
  register = await openRegister()
})
afterAll(() => register.close())

describe('who sees what', () => {
  const numbers = async (scope: Scope) =>
    (await register.within(scope, tx => queries.listRetailers(tx, { page: 1, size: 50 }))).items.map(r =>
      r.licenceNo.slice(-1),
    )

  test('staff see their towns, a citizen sees his own shops, nobody else sees any', async () => {
    expect(await numbers({ areas: ['440785'] })).toEqual(['1', '2', '3', '4', '5'])
    expect(await numbers({ areas: ['440785001'] })).toEqual(['3'])
    expect(await numbers({ areas: [], person: register.keyring.blindIndex('person', person(1)) })).toEqual([
      '1',
      '3',
      '4',
    ])
    expect(await numbers({ areas: [] })).toEqual([])
    expect(await numbers({ areas: ['440784'] })).toEqual([])
  })

  test('without a scope even the premises are invisible, and the published views obey the same rule', async () => {
    await register.home.database.db.transaction().execute(async tx => {
      for (const table of ['retailer', 'premises', 'published_retailer']) {
        const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(`registry.${table}`)}`.execute(
          tx,
        )
        expect(rows[0]?.n, table).toBe(0)
      }
    })
    await register.within({ areas: ['440785001'] }, async tx => {
      const { rows } = await sql<{ licenceNo: string }>`select * from registry.published_retailer`.execute(tx)
      expect(rows.map(row => row.licenceNo)).toEqual(['440785100003'])
      expect(Object.keys(rows[0] ?? {}).filter(key => /operator|phone|sealed|index/iu.test(key))).toEqual([])
    })
  })

  test('staff cannot write into another town', async () => {
    const write = register.within({ areas: ['440785001'] }, tx =>
      takeRetailers(tx, retailers({ no: '440785100077' }), register.keyring),
    )
    await expect(write).rejects.toMatchObject({ code: '42501' })
  })

  test('row security is in force for the owner of the tables as well', async () => {
    const { rows } = await sql<{ relname: string }>`
      select relname from pg_class where relnamespace = 'registry'::regnamespace
        and relrowsecurity and relforcerowsecurity order by relname`.execute(register.home.database.db)
    expect(rows.map(row => row.relname)).toEqual(['premises', 'retailer', 'school_walk', 'walk_photo'])
  })

  test('the app role can remove nothing', async () => {
    await expect(register.all(tx => sql`delete from registry.retailer`.execute(tx))).rejects.toMatchObject({
      code: '42501',
    })
  })

  test('no number or phone stands in the database in plain text', async () => {
    await register.all(async tx => {
      const { rows } = await sql<{ text: string }>`select r::text as text from registry.retailer r`.execute(tx)
      for (const { text } of rows) expect(text).not.toMatch(/13800138000|44078519700101/u)
    })
    const own = await register.all(tx => findRetailer(tx, '440785100001'))
    expect(register.keyring.openField(own?.phoneSealed ?? '')).toBe('13800138000')
  })
})
