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
    from cases.price_list l where l.approved_by is not null order by l.effective desc`.execute(tx)
  return rows
}

/** Every list with what it says, for whoever compares it with the paper; `by` marks the own ones. */
export async function listPriceLists(tx: Tx, by: string): Promise<PriceLists['items']> {
  const { rows } = await sql<PriceLists['items'][number]>`
    select l.version, l.province, l.issuer, l.basis, l.effective::text as effective, l.sure,
      (select count(*)::int from cases.price p where p.version = l.version) as lines,
      coalesce(i.name, l.imported_by) as imported_by, l.imported_by = ${by} as mine,
      case when l.approved_by is null then null else coalesce(a.name, '（启用两人经手以前）') end as approved_by,
      coalesce((select jsonb_agg(jsonb_build_object('source', p.source, 'kind', p.kind, 'brand', p.brand, 'price', p.price)
          order by p.source, p.kind, p.brand)
        from (select * from cases.price q where q.version = l.version order by q.source, q.kind, q.brand limit 200) p), '[]') as sample
    from cases.price_list l left join access.published_staff i on 'staff:' || i.id = l.imported_by
    left join access.published_staff a on 'staff:' || a.id = l.approved_by order by l.effective desc, l.version`.execute(
    tx,
  )
  return rows
}
