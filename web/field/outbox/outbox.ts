import { freshKey } from '../../shared/api.ts'
import { database, type OutboxRow } from '../device/database.ts'
import { seal } from '../device/seal.ts'
import { changed } from './changes.ts'
import { sendAll } from './send.ts'

/** What a form hands over: to whom it goes (area), what it is about, the words for the list, the act itself. */
export interface Act<Body> {
  readonly area: string
  readonly matter: string
  /** Where one matter may be worked on twice a day: which time. */
  readonly within?: string
  readonly kind: string
  readonly subject: string
  readonly what: string
  readonly body: Body
  /** Its draft, dropped when the act is taken or set aside. */
  readonly draft?: string
  /** Ids of the attachments it names; they are sent before it. */
  readonly attachments?: readonly string[]
}

/** Keeps one act; it is on the telephone when this returns, with or without network. */
export async function keepAct<Body>(act: Act<Body>, staffId: string): Promise<void> {
  const { area, matter, within = '', kind, subject, what, body, draft = '', attachments = [] } = act
  const sealed = await seal(body)
  const id = freshKey()
  await database.transaction('rw', database.outbox, database.attachments, async () => {
    const last = await database.outbox.orderBy('seq').last()
    const seq = (last?.seq ?? 0) + 1
    const row = { id, seq, area, matter, within, staffId, kind, subject, what, draft, tries: 0, sealed }
    await database.outbox.add({ ...row, state: 'kept' })
    for (const attachment of attachments) await database.attachments.update(attachment, { actId: id })
  })
  changed()
  void sendAll()
}

/** Puts another body in the place of an act that was not taken; it is sent as a new one, with what was photographed since. */
export async function keepInstead(row: OutboxRow, body: unknown, attachments: readonly string[] = []): Promise<void> {
  const sealed = await seal(body)
  const id = freshKey()
  const { code: _code, title: _title, next: _next, label: _label, ...plain } = row
  await database.transaction('rw', database.outbox, database.attachments, async () => {
    await database.outbox.delete(row.id)
    await database.outbox.add({ ...plain, id, sealed, state: 'kept', tries: 0 })
    await database.attachments.where('actId').equals(row.id).modify({ actId: id })
    for (const attachment of attachments) await database.attachments.update(attachment, { actId: id })
  })
  changed()
  void sendAll()
}
