import type { Moment } from '#kernel/dates'
import { announce } from '#platform/announce'
import type { Tx } from '#platform/database'
import { served } from '../events.ts'
import { issueReceipt } from '../papers/issue-receipt.ts'
import type { ItemEvent, ItemState } from '../rules/item/moves.ts'
import { type ItemRecord, moveItem } from '../store/items.ts'
import { insertProof, type NewProof } from '../store/proofs.ts'
import type { Setting } from './setting.ts'

export interface Served {
  readonly event: ItemEvent
  readonly to: ItemState
  readonly how: NewProof['how']
  readonly kind: NewProof['kind']
  readonly receiver: { readonly kind: NewProof['receiverKind']; readonly name: string; readonly relation: string }
  readonly witnesses?: readonly string[]
  readonly why?: string
  readonly strokes?: unknown
  readonly photoDigests?: readonly string[]
  readonly by: string
  /** As it stands on the receipt: who carried it. */
  readonly byName: string
  readonly capturedAt: Temporal.Instant
  readonly servedOn: string
  readonly at: Moment
}

/**
 * 送达: the one way by which an item counts as served. State, proof, 送达回证 and the announcement stand in one transaction;
 * names and strokes are sealed.
 */
export async function serve(
  tx: Tx,
  item: ItemRecord,
  it: Served,
  setting: Setting,
): Promise<{ item: ItemRecord; receiptNo: string }> {
  const at = it.at.instant.toString()
  const capturedAt = it.capturedAt.toString()
  const seal = (text: string | undefined) => (text ? setting.keyring.sealField(text) : null)
  const moved = await moveItem(tx, item, {
    event: it.event,
    to: it.to,
    at,
    capturedAt,
    by: it.by,
    note: it.why ?? '',
    details: { proof: it.kind, receiver: it.receiver.kind },
    change: { servedOn: it.servedOn },
  })
  await insertProof(tx, {
    itemNo: item.itemNo,
    how: it.how,
    kind: it.kind,
    receiverKind: it.receiver.kind,
    receiverSealed: seal(it.receiver.name),
    relation: it.receiver.relation,
    witnessesSealed: it.witnesses && it.witnesses.length > 0 ? seal(JSON.stringify(it.witnesses)) : null,
    signatureSealed: it.strokes === undefined ? null : seal(JSON.stringify(it.strokes)),
    by: it.by,
    capturedAt,
    at,
  })
  const receiptNo = await issueReceipt(tx, moved, it, setting)
  await announce(tx, served, {
    applicationNo: item.applicationNo,
    how: it.how,
    on: it.servedOn,
    receiverKind: it.receiver.kind,
    receiptNo,
  })
  return { item: moved, receiptNo }
}
