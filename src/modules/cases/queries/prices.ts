import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { PriceLists } from '../contract/sanctions.ts'
import type { PriceList } from '../rules/amounts/price-list.ts'

/** Every 价格表 with its lines; a province issues a few a year. */
export async function loadPriceLists(tx: Tx): Promise<readonly PriceList[]> {
  const { rows } = await sql<PriceList>`
    select l.version, l.province, l.issuer, l.basis, l.effective::text as effective, l.sure,
      coalesce((select jsonb_agg(jsonb_build_object('source', p.source, 'kind', p.kind, 'brand', p.brand, 'price', p.price))
        from cases.price p where p.version = l.version), '[]') as lines
    from cases.price_list l order by l.effective desc`.execute(tx)
  return rows
}

export async function listPriceLists(tx: Tx): Promise<PriceLists['items']> {
  const { rows } = await sql<PriceLists['items'][number]>`
    select l.version, l.province, l.issuer, l.basis, l.effective::text as effective, l.sure,
      (select count(*)::int from cases.price p where p.version = l.version) as lines
    from cases.price_list l order by l.effective desc, l.version`.execute(tx)
  return rows
}
