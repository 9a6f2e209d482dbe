import type { Position } from '#kernel/position'
import { isoOf } from './days.ts'
import type { MarketShop } from './shops.ts'

/** Cartons found together at one place. */
export interface Find {
  readonly second: number
  readonly areaCode: string
  readonly place: Position
  readonly context: 'inspection' | 'seizure' | 'partner' | 'report'
  readonly shop: MarketShop
  readonly codes: readonly { readonly code: string; readonly sku: string }[]
  readonly caseNo: string
}

/** 32 characters: what the sorting line of an invented company (JMYC) prints for the holder of a licence. */
export function cartonCodeOf(
  licenceNo: string,
  sorted: number,
  { serial, carton }: { readonly serial: number; readonly carton: number },
): string {
  const day = isoOf(sorted)
  const line1 = `${day.charAt(3)}${day.slice(5, 7)}${day.slice(8)}${String(serial).padStart(9, '0')}${String(carton).padStart(2, '0')}`
  return `${line1}JMYC${licenceNo}`
}
