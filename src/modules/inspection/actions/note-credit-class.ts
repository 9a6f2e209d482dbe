import type { Moment } from '#kernel/dates'
import type { Tx } from '#platform/database'
import { saveShopClass } from '../store/draws.ts'

/** 信用等级 as announced by the domain that owns it: the next draw takes its rate. */
export const noteCreditClass = async (
  tx: Tx,
  fact: { readonly licenceNo: string; readonly areaCode: string; readonly class: 'A' | 'B' | 'C' | 'D' },
  at: Moment,
): Promise<void> => {
  await saveShopClass(tx, { ...fact, at: at.instant.toString() })
}
