import type { Moment } from '#kernel/dates'
import { listLivingHoldings } from '#modules/registry'
import { sm3 } from '#platform/crypto'
import type { Tx } from '#platform/database'
import { findSuspicions, type Suspicion } from '../rules/holders.ts'
import { openFile } from './open-file.ts'
import type { Setting } from './setting.ts'

export interface Compared {
  readonly compared: number
  readonly found: number
  /** Told for the first time; what a person has dismissed does not come again. */
  readonly fresh: number
}

/** 比对: the register against itself, within what the asker may see; nightly for the whole county. */
export async function compareHolders(tx: Tx, by: string, at: Moment, setting: Setting): Promise<Compared> {
  const holdings = await listLivingHoldings(tx)
  const areas = new Map(holdings.map(one => [one.licenceNo, one.areaCode]))
  const found = findSuspicions(holdings)
  let fresh = 0
  for (const suspicion of found) if (await tell(tx, suspicion, { areas, by, at }, setting)) fresh += 1
  return { compared: holdings.length, found: found.length, fresh }
}

interface Around {
  readonly areas: ReadonlyMap<string, string>
  readonly by: string
  readonly at: Moment
}

async function tell(tx: Tx, suspicion: Suspicion, { areas, by, at }: Around, setting: Setting): Promise<boolean> {
  const { what, licences, signals, key } = suspicion
  const [licenceNo] = licences
  if (licenceNo === undefined) return false
  const towns = new Set(licences.map(one => areas.get(one)?.slice(0, 9) ?? ''))
  const own = areas.get(licenceNo) ?? ''
  // Shops of several towns are the county's to look into.
  const areaCode = towns.size === 1 ? own : own.slice(0, 6)
  const file = { kind: 'suspicion', licenceNo, by, at, data: { what, licences, signals }, ofNobody: true } as const
  const sourceRef = sm3(key).toString('hex').slice(0, 32)
  return (await openFile(tx, { ...file, sourceRef, areaCode }, setting)).ok
}
