import { fenOfYuan } from '#kernel/money'
import { ok, type Result, refuse } from '#kernel/refusal'
import { clean, defineCsv, oneOf, optional, readCsv, required } from '#platform/csv'
import type { Tx } from '#platform/database'
import { type GoodsKind, goodsKinds } from '../../rules/amounts/goods.ts'
import { listedSources, type PriceLine, type PriceList } from '../../rules/amounts/price-list.ts'
import { insertPriceList } from '../../store/sanctions.ts'

/** `source,kind,brand,yuan`: a price for one 条, kilogram or piece; without a brand an average. */
const priceCsv = defineCsv({
  columns: {
    source: required(oneOf(listedSources)),
    kind: required(oneOf(Object.keys(goodsKinds) as GoodsKind[])),
    brand: optional(clean(60)),
    yuan: required(fenOfYuan),
  },
  toRow: ({ source, kind, brand, yuan }) => ok<PriceLine>({ source, kind, brand: brand ?? '', price: yuan }),
  key: ({ source, kind, brand }) => `${source} ${kind} ${brand}`,
})

export type NewPriceList = Omit<PriceList, 'lines'> & { readonly csv: string }

/** 导入价格表: whole or not at all, under a version that stays. Refusals: `priceListUnreadable`, `priceListKnown`. */
export async function importPriceList(
  tx: Tx,
  { csv, ...list }: NewPriceList,
  how: { readonly by: string; readonly at: string },
): Promise<Result<number>> {
  const parsed = await readCsv({ name: `${list.version}.csv`, bytes: new TextEncoder().encode(csv) }, priceCsv)
  if (!parsed.ok) return refuse('priceListUnreadable', { line: 1, what: 'source,kind,brand,yuan' })
  const [bad] = parsed.value.rejects
  if (bad !== undefined) return refuse('priceListUnreadable', { line: bad.line, what: `${bad.column} ${bad.reason}` })
  const lines = parsed.value.rows.map(({ row }) => row)
  if (lines.length === 0) return refuse('priceListUnreadable', { line: 1, what: '没有内容' })
  return (await insertPriceList(tx, { ...list, lines }, how)) ? ok(lines.length) : refuse('priceListKnown')
}
