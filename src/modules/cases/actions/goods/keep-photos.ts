import { withoutMetadata } from '#kernel/jpeg'
import { ok, type Result } from '#kernel/refusal'
import { randomId, sm3 } from '#platform/crypto'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import { insertGoodsPhoto } from '../../store/goods.ts'

/** 物品照片: stripped of what a telephone writes into it, sealed, kept with the SM3 of the stripped picture; never overwritten. */
export async function keepPhotos(
  tx: Tx,
  it: { readonly lotNo: string; readonly entryId: string; readonly photos: readonly string[]; readonly at: string },
  keyring: Pick<Keyring, 'sealField'>,
): Promise<Result<true>> {
  for (const photo of it.photos) {
    const plain = withoutMetadata(Buffer.from(photo, 'base64'))
    if (!plain.ok) return plain
    await insertGoodsPhoto(tx, {
      id: randomId(),
      lotNo: it.lotNo,
      entryId: it.entryId,
      sealed: keyring.sealField(Buffer.from(plain.value).toString('base64')),
      digest: sm3(plain.value).toString('hex'),
      bytes: plain.value.length,
      at: it.at,
    })
  }
  return ok(true)
}
