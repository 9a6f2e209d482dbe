import { Problem } from '../../shared/api.ts'
import { database, type OutboxRow } from '../device/database.ts'
import { open } from '../device/seal.ts'
import { changed } from './changes.ts'
import { deliver, type OutboxPort, type Outcome } from './deliver.ts'
import type { AnyDoor, Attachment } from './door.ts'
import { forget, listOutbox } from './rows.ts'

let doors: Readonly<Record<string, AnyDoor>> = {}
let signInNeeded = false
let sendingAs: string | undefined
let again = false

/** Whether the server wants a new sign-in before it takes the acts. */
export const needsSignIn = (): boolean => signInNeeded

/** The door of an area; acts of an area that this app no longer knows are shown, not lost. */
export const doorOf = (area: string): AnyDoor | undefined => doors[area]

/** From now on acts of this member of staff are sent; another's wait for him. */
export function sendAs(staffId: string | undefined): void {
  sendingAs = staffId
  signInNeeded = false
  changed()
  if (staffId !== undefined) void sendAll()
}

const port: OutboxPort = {
  waiting: async () =>
    (await listOutbox()).filter(row => row.staffId === sendingAs && (row.state === 'kept' || row.state === 'sending')),
  send: async act => {
    const row = await database.outbox.get(act.id)
    return row === undefined ? unreadable : sendRow(row)
  },
  mark: async (act, state, outcome) => {
    if (outcome?.kind === 'received') return forget(act, outcome.label)
    await database.outbox.update(act.id, {
      state,
      ...(outcome?.kind === 'conflict' ? { code: outcome.code, title: outcome.title, next: outcome.next } : {}),
      ...(outcome?.kind === 'lost' || outcome?.kind === 'busy' ? { tries: act.tries + 1 } : {}),
    })
    changed()
  },
}
const unreadable: Outcome = { kind: 'conflict', code: 'unreadable', title: '', next: '' }

async function sendRow(row: OutboxRow): Promise<Outcome> {
  const door = doorOf(row.area)
  const body = await open<unknown>(row.sealed)
  if (body === undefined || door === undefined) return unreadable
  try {
    await sendAttachments(row, door)
    return { kind: 'received', label: await door.send(body, { key: row.id, matter: row.matter }) }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return outcomeOf(error)
  }
}

/** Each attachment goes once: what arrived before the network broke is not carried again. */
async function sendAttachments(row: OutboxRow, door: AnyDoor): Promise<void> {
  for (const kept of await database.attachments.where('actId').equals(row.id).toArray()) {
    if (kept.sent === 1 || door.attach === undefined) continue
    const attachment = await open<Attachment>(kept.sealed)
    // The act names it: the server says that it is missing, and the person is asked.
    if (attachment === undefined) continue
    await door.attach(attachment, { key: `${row.id}-${attachment.digest.slice(0, 16)}`, matter: row.matter })
    await database.attachments.update(kept.id, { sent: 1 })
  }
}

function outcomeOf(problem: Problem): Outcome {
  if (problem.status === 401) return { kind: 'signIn' }
  if (problem.unreachable) return { kind: 'lost' }
  if (problem.status >= 500 || problem.status === 429 || problem.code === 'twinInFlight') return { kind: 'busy' }
  return { kind: 'conflict', code: problem.code, title: problem.title, next: problem.next }
}

/** Sends what waits; only one page of the telephone at a time. What is kept meanwhile is sent in the next round. */
export async function sendAll(): Promise<void> {
  if (sendingAs === undefined || !navigator.onLine) return
  again = true
  await navigator.locks.request('yzt-outbox', { ifAvailable: true }, async lock => {
    while (lock !== null && again) {
      again = false
      const end = await deliver(port)
      signInNeeded = end === 'signIn'
      changed()
      if (end !== 'done') return
    }
  })
}

/** Sends whenever there may be a chance, through these doors. */
export function keepSending(through: Readonly<Record<string, AnyDoor>>): void {
  doors = through
  addEventListener('online', () => void sendAll())
  document.addEventListener('visibilitychange', () => void sendAll())
  setInterval(() => void sendAll(), 15_000)
}
