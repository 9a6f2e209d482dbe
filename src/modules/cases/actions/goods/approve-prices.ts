import { ok, type Result, refuse } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import { approvePriceList, findPriceList } from '../../store/sanctions.ts'

/** 核对价格表: by another than the one who read it in; from then on prices come from it. */
export async function approvePrices(
  tx: Tx,
  version: string,
  how: { readonly by: string; readonly at: string },
): Promise<Result<true>> {
  const list = await findPriceList(tx, version)
  if (list === undefined) return refuse('priceListUnknown')
  if (list.approvedBy !== null) return refuse('priceListApproved')
  if (list.importedBy === how.by) return refuse('priceListOwn')
  await approvePriceList(tx, version, how)
  return ok(true)
}
