import { cleanText } from '#kernel/chinese-text'
import { ok, type Result, refuse } from '#kernel/refusal'
import { randomId } from '#platform/crypto'
import type { Tx } from '#platform/database'
import { applyMove } from '../../rules/goods/ledger.ts'
import type { Move } from '../../rules/goods/moves.ts'
import { insertEntry, lockLot } from '../../store/goods.ts'
import { withCondemned } from './condemned.ts'
import { type Handler, twoPeople } from './handler.ts'
import { keepPhotos } from './keep-photos.ts'

export interface MovedGoods {
  readonly lotNo: string
  readonly kind: Exclude<Move, 'hold'>
  readonly amount: number
  readonly target: string
  readonly second: string
  readonly photos: readonly string[]
  readonly note: string
}

/** 物品交接: one line of the ledger by two people. Refusals: `goodsUnknown` and those of the rule. */
export async function moveGoods(tx: Tx, asked: MovedGoods, by: Handler): Promise<Result<string>> {
  const lot = await lockLot(tx, asked.lotNo)
  if (lot === undefined) return refuse('goodsUnknown')
  const officers = await twoPeople(tx, by, asked.second)
  if (!officers.ok) return officers
  const target = cleanText(asked.target, { max: 80 })
  if (!target.ok) return target.refusal === 'textEmpty' ? refuse('goodsPlaceMissing') : target
  const note = asked.note.trim() === '' ? ok('') : cleanText(asked.note, { max: 300 })
  if (!note.ok) return note
  const { kind, amount, lotNo } = asked
  const done = applyMove(await withCondemned(tx, lot), {
    ...{ kind, amount, officers: officers.value },
    ...{ photos: asked.photos.length, to: target.value },
  })
  if (!done.ok) return done
  const id = randomId()
  const at = by.at.instant.toString()
  await insertEntry(tx, {
    ...{ id, lotNo, n: lot.entries + 1, event: kind, amount, target: target.value, note: note.value, at },
    ...{ officers: officers.value, photos: asked.photos.length },
    ...{ onDay: by.at.today.toString(), by: `staff:${by.staffId}` },
  })
  const kept = await keepPhotos(tx, { lotNo, entryId: id, photos: asked.photos, at }, by.keyring)
  return kept.ok ? ok(lotNo) : kept
}
