import type { Tx } from '#platform/database'
import * as store from '../store.ts'

/** Keeps the register's copy of a licence as licensing announced it (reaction to its events). */
export async function noteLicence(tx: Tx, note: store.LicenceNote): Promise<void> {
  await store.saveLicenceNotes(tx, [note])
}

/** The same for many licences at once, after an import; returns how many copies changed. */
export const noteLicences = (tx: Tx, notes: readonly store.LicenceNote[]): Promise<number> =>
  store.saveLicenceNotes(tx, notes)
