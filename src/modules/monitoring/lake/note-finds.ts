import type { Moment } from '#kernel/dates'
import type { Tx } from '#platform/database'
import { appendToLake } from './append.ts'

export interface CartonFinds {
  readonly areaCode: string
  /** ISO instant. */
  readonly foundAt: string
  /** WGS-84, of the shop where they lay. */
  readonly position: { readonly lng: number; readonly lat: number } | null
  readonly codes: readonly string[]
}

/**
 * 检查 → 分析 (reaction): cartons of one shop that were found at another go into the lake, where they speak of the shop that sold them
 * (M08) and of the shop where they lay (N09).
 */
export async function noteCartonFinds(tx: Tx, dataFolder: string, finds: CartonFinds, at: Moment): Promise<void> {
  const { areaCode, foundAt, position, codes } = finds
  if (codes.length === 0) return
  const place = position === null ? ',,' : `${position.lng},${position.lat},WGS84`
  const lines = codes.map(code => `${foundAt},${areaCode},${place},${code},inspection`)
  const csv = `found_at,area_code,lng,lat,crs,code32,context\n${lines.join('\n')}\n`
  await appendToLake(tx, dataFolder, { table: 'carton_finds', csv }, at)
}
