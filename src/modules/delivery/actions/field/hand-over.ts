import { actorLabel } from '#kernel/actor'
import { dayInChina } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import { codeFrom } from '../../rules/hand-over-code.ts'
import { decideMove } from '../../rules/item/guards.ts'
import { cardMatches, checkReceiver, isSigned } from '../../rules/serving.ts'
import type { ItemRecord } from '../../store/items.ts'
import { factsOf } from '../facts-of.ts'
import { keepPhotos } from '../keep-photos.ts'
import { serve } from '../serve.ts'
import type { Setting } from '../setting.ts'
import { type Acted, digestsOf, type FieldSetting, type Of, type Step } from './act.ts'

/** 当面送达: to whom, and by which proof. */
export async function handOver(
  tx: Tx,
  item: ItemRecord,
  step: Step & { readonly act: Of<'handOver'> },
  setting: FieldSetting,
): Promise<Result<Acted>> {
  const { act, at, by, byName, capturedAt } = step
  const receiver = checkReceiver(act.receiver)
  if (!receiver.ok) return receiver
  const proof = checkProof(act, item, setting)
  if (!proof.ok) return proof
  const to = decideMove('handOver', factsOf(item), setting.policy)
  if (!to.ok) return to
  const photos = await keepPhotos(tx, { item, event: 'handOver', photos: act.photos, capturedAt }, setting)
  if (!photos.ok) return photos
  const strokes = act.proof.kind === 'signature' ? { strokes: act.proof.strokes } : {}
  const proven = { kind: act.proof.kind, receiver: receiver.value, ...strokes, photoDigests: digestsOf(photos.value) }
  const who = { by: actorLabel(by), byName, capturedAt, servedOn: dayInChina(capturedAt).toString(), at }
  return ok(await serve(tx, item, { event: 'handOver', to: to.value, how: 'handed', ...proven, ...who }, setting))
}

/** 签收证明: the code is the person's own, the card is compared for the person alone, a signature needs a picture. */
function checkProof(
  { proof, receiver, photos }: Of<'handOver'>,
  item: ItemRecord,
  { keyring }: Setting,
): Result<undefined> {
  if (proof.kind === 'code')
    return proof.code === codeFrom(keyring.blindIndex('delivery.code', item.itemNo))
      ? ok(undefined)
      : refuse('codeWrong')
  if (proof.kind === 'card') {
    // Only the retailer's own number is on record; another receiver proves himself by code or signature.
    if (receiver.kind !== 'self') return refuse('cardOnlyForSelf')
    return cardMatches(proof.last4, item.operatorIdMasked) ? ok(undefined) : refuse('cardMismatch')
  }
  if (!isSigned(proof.strokes)) return refuse('receiptUnsigned')
  return photos.length > 0 ? ok(undefined) : refuse('photoMissing')
}
