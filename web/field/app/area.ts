import type { ComponentType } from 'react'
import type { Route } from '#kernel/route'
import type { OutboxRow } from '../device/database.ts'
import type { KeptDay } from '../device/day.ts'
import type { AnyDoor } from '../outbox/door.ts'
import type { FieldStaff } from '../session/staff.ts'
import type { texts } from '../texts.ts'

/** What an area's screens get. Addresses are of the area: `go('item/3')` from 送达 leads to #/delivery/item/3. */
export interface AreaProps<Bundle> {
  readonly kept: KeptDay<Bundle>
  readonly staff: FieldStaff
  /** Of this area only. */
  readonly outbox: readonly OutboxRow[]
  readonly place: readonly string[]
  readonly go: (to: string) => void
}

/**
 * 一个外勤业务 (送达, 核查, 检查): one line of `areas.ts`. To add one: a folder beside `delivery` with
 * - `area.ts`: this value; whoever may call `needs` sees the area, and `load` is what his telephone keeps for the day;
 * - `door.ts`: how its acts reach the server (`outbox/door.ts`), and where an act goes that the rules did not take;
 * - forms that end in `keepAct({ area, matter, kind, subject, what, body, attachments }, staff.id)`: from then on the act is
 *   on the telephone, is sent by itself, and its state stands in 发送情况 and in `ItemState`;
 * - photos by `capture/photos.tsx` (JPEG without metadata, SM3, time, place), a signature by `parts/signature-pad.tsx`, the
 *   place by `device/whereabouts.ts`, half-filled forms by `device/draft.ts`.
 */
export interface Area<Bundle> {
  readonly id: string
  readonly text: Parameters<ReturnType<typeof texts.useTexts>>[0]
  /** The call without which the area has nothing to show. */
  readonly needs: Pick<Route, 'allow'>
  /** Asks the server for what the day needs without network. Throws `Problem`. */
  readonly load: () => Promise<Bundle>
  readonly Screen: ComponentType<AreaProps<Bundle>>
  readonly door: AnyDoor
}

/** An area as the table holds it: each area's bundle comes back only to its own screen. */
export type AnyArea = Area<unknown>
export const defineArea = <Bundle>(area: Area<Bundle>): AnyArea => area as AnyArea
