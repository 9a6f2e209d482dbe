import { actorLabel } from '#kernel/actor'
import { dayInChina } from '#kernel/dates'
import { ok, type Result } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import { decideMove } from '../../rules/item/guards.ts'
import { leaveProof } from '../../rules/serving.ts'
import { type ItemRecord, moveItem } from '../../store/items.ts'
import { factsOf } from '../facts-of.ts'
import { keepPhotos } from '../keep-photos.ts'
import { serve } from '../serve.ts'
import { type Acted, digestsOf, type FieldSetting, lineOf, type Of, type Step } from './act.ts'

/** 拒收: brought back, or left at the premises (留置送达) with witnesses or pictures. */
export async function refused(
  tx: Tx,
  item: ItemRecord,
  step: Step & { readonly act: Of<'refused'> },
  setting: FieldSetting,
): Promise<Result<Acted>> {
  const { act, at, by, byName, capturedAt } = step
  const event = act.leave ? 'leave' : 'refuse'
  const to = decideMove(event, factsOf(item), setting.policy)
  if (!to.ok) return to
  const photos = await keepPhotos(tx, { item, event, photos: act.photos, capturedAt }, setting)
  if (!photos.ok) return photos
  if (!act.leave) {
    const change = { attempts: item.attempts + 1, roundId: null }
    const brought = await moveItem(tx, item, { event, to: to.value, ...lineOf(step), note: act.why, change })
    return ok({ item: brought, receiptNo: null })
  }
  const proof = leaveProof({ witnesses: act.witnesses, photos: act.photos.length, why: act.why }, setting.policy)
  if (!proof.ok) return proof
  const witnesses = act.witnesses.map(name => name.trim()).filter(Boolean)
  const receiver = { kind: 'none', name: '', relation: '' } as const
  const proven = { kind: proof.value, receiver, witnesses, why: act.why, photoDigests: digestsOf(photos.value) }
  const who = { by: actorLabel(by), byName, capturedAt, servedOn: dayInChina(capturedAt).toString(), at }
  return ok(await serve(tx, item, { event, to: to.value, how: 'left', ...proven, ...who }, setting))
}
