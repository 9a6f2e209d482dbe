import { type Actor, actorLabel } from '#kernel/actor'
import type { Moment } from '#kernel/dates'
import type { DomainFiles } from '#platform/files'
import type { FieldAct } from '../../contract.ts'
import type { ItemRecord } from '../../store/items.ts'
import type { RoundRecord } from '../../store/rounds.ts'
import type { KeptPhoto } from '../keep-photos.ts'
import type { Setting } from '../setting.ts'

type Courier = Extract<Actor, { kind: 'staff' }>

export interface Request {
  readonly act: FieldAct
  readonly by: Courier
  readonly byName: string
  readonly at: Moment
}

/** With the files, which the office's steps do not need. */
export interface FieldSetting extends Setting {
  readonly files: DomainFiles
}

export interface Acted {
  readonly item: ItemRecord
  readonly receiptNo: string | null
}

/** A request whose telephone's clock is believed, on a round of the courier's. */
export interface Step extends Request {
  readonly capturedAt: Temporal.Instant
  readonly round: RoundRecord
}

/** One kind of act. */
export type Of<K extends FieldAct['kind']> = Extract<FieldAct, { kind: K }>

export const lineOf = ({ by, at, capturedAt }: Step) => ({
  by: actorLabel(by),
  at: at.instant.toString(),
  capturedAt: capturedAt.toString(),
})

export const digestsOf = (photos: readonly KeptPhoto[]) => photos.map(photo => photo.digest)
