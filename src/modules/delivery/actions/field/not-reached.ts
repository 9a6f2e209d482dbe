import { ok, type Result } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import { decideMove } from '../../rules/item/guards.ts'
import { type ItemRecord, moveItem } from '../../store/items.ts'
import { factsOf } from '../facts-of.ts'
import { keepPhotos } from '../keep-photos.ts'
import { type Acted, type FieldSetting, lineOf, type Of, type Step } from './act.ts'

/** 无人在场, with pictures, counts as a try; 带回 for another reason does not. */
export async function notReached(
  tx: Tx,
  item: ItemRecord,
  step: Step & { readonly act: Of<'absent' | 'bringBack'> },
  setting: FieldSetting,
): Promise<Result<Acted>> {
  const { act, capturedAt } = step
  const event = act.kind
  const to = decideMove(event, factsOf(item), setting.policy)
  if (!to.ok) return to
  if (act.kind === 'absent') {
    const photos = await keepPhotos(tx, { item, event, photos: act.photos, capturedAt }, setting)
    if (!photos.ok) return photos
  }
  const note = 'note' in act ? act.note : ''
  const change = event === 'absent' ? { attempts: item.attempts + 1, roundId: null } : { roundId: null }
  return ok({ item: await moveItem(tx, item, { event, to: to.value, ...lineOf(step), note, change }), receiptNo: null })
}
