import { database, type OutboxRow } from '../device/database.ts'
import { changed } from './changes.ts'

export const listOutbox = (): Promise<OutboxRow[]> => database.outbox.orderBy('seq').toArray()

/** Sent, or in other hands: the telephone keeps only that it was done. */
export async function forget(row: Pick<OutboxRow, 'id'>, label?: string): Promise<void> {
  const { outbox, attachments, drafts } = database
  await database.transaction('rw', outbox, attachments, drafts, async () => {
    const draft = (await outbox.get(row.id))?.draft ?? ''
    if (draft !== '') await drafts.delete(draft)
    const told = label === undefined ? {} : { label }
    await database.outbox.update(row.id, { state: 'received', sealed: new Uint8Array(), ...told })
    await database.attachments.where('actId').equals(row.id).delete()
  })
  changed()
}
