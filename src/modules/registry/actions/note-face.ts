import type { Tx } from '#platform/database'
import { addressKey } from '../rules/address-key.ts'
import * as store from '../store.ts'

/** Keeps the register's copy of names, address and scope as licensing announced them after a change (reaction to its event). */
export async function noteFace(tx: Tx, note: store.FaceNote): Promise<void> {
  const place = await store.findPlaceOf(tx, note.licenceNo)
  if (!place) return
  await store.saveFaceNote(tx, { ...note, addressKey: addressKey(note.address, place) })
}
