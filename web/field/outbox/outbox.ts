import { type FieldAct, routes } from '#contract/delivery'
import { call, freshKey, Problem } from '../../shared/api.ts'
import { database, type OutboxRow } from '../device/database.ts'
import { open, seal } from '../device/seal.ts'
import { deliver, type OutboxPort, type Outcome } from './deliver.ts'

const listeners = new Set<() => void>()
let signInNeeded = false
let sendingAs: string | undefined

export const onOutbox = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
const changed = (): void => {
  for (const listener of listeners) listener()
}

/** Whether the server wants a new sign-in before it takes the acts. */
export const needsSignIn = (): boolean => signInNeeded

/** Keeps one act; it is on the telephone when this returns, with or without network. */
export async function keepAct(act: FieldAct, staffId: string): Promise<void> {
  const last = await database.outbox.orderBy('seq').last()
  await database.outbox.add({
    id: freshKey(),
    seq: (last?.seq ?? 0) + 1,
    itemNo: act.itemNo,
    roundId: act.roundId,
    staffId,
    kind: act.kind,
    state: 'kept',
    sealed: await seal(act),
  })
  changed()
  void sendAll()
}

export const listOutbox = (): Promise<OutboxRow[]> => database.outbox.orderBy('seq').toArray()

/** From now on acts of this courier are sent; another's wait for him. */
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
    const body = row === undefined ? undefined : await open<FieldAct>(row.sealed)
    if (body === undefined) return { kind: 'conflict', code: 'unreadable', title: '', next: '' }
    return send(body, act.id)
  },
  mark: async (act, state, outcome) => {
    await database.outbox.update(act.id, {
      state,
      ...(outcome?.kind === 'conflict' ? { code: outcome.code, title: outcome.title, next: outcome.next } : {}),
      // Received: the server has it, the telephone keeps only that it was done.
      ...(outcome?.kind === 'received' ? { label: outcome.label, sealed: new Uint8Array() } : {}),
    })
    changed()
  },
}

async function send(body: FieldAct, key: string): Promise<Outcome> {
  try {
    const reply = await call(routes.fieldAct, { body, idempotencyKey: key })
    return { kind: 'received', label: reply.stateLabel }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    if (error.status === 401) return { kind: 'signIn' }
    if (error.unreachable || error.status >= 500 || error.status === 429 || error.code === 'twinInFlight')
      return { kind: 'lost' }
    return { kind: 'conflict', code: error.code, title: error.title, next: error.next }
  }
}

/** Sends what waits; only one page of the telephone at a time. */
export async function sendAll(): Promise<void> {
  if (sendingAs === undefined || !navigator.onLine) return
  await navigator.locks.request('yzt-outbox', { ifAvailable: true }, async lock => {
    if (lock === null) return
    signInNeeded = (await deliver(port)) === 'signIn'
    changed()
  })
}

/** 交窗口处理: what the rules did not take goes to the window as it is; then the telephone may forget it. */
export async function handToWindow(row: OutboxRow): Promise<void> {
  const act = await open<FieldAct>(row.sealed)
  if (act === undefined) return
  await call(routes.holdAct, { body: { act, why: row.code ?? 'conflict' }, idempotencyKey: `${row.id}-held` })
  await database.outbox.update(row.id, { state: 'received', sealed: new Uint8Array() })
  changed()
}

/** Sends whenever there may be a chance. */
export function keepSending(): void {
  addEventListener('online', () => void sendAll())
  document.addEventListener('visibilitychange', () => void sendAll())
  setInterval(() => void sendAll(), 15_000)
}
