import { useSyncExternalStore } from 'react'
import { routes as access, type StaffView } from '#contract/access'
import { call, Problem } from '../../shared/api.ts'
import { queries } from '../app/queries.ts'
import { sessionStore } from './session-store.ts'

export const useSession = () => useSyncExternalStore(sessionStore.subscribe, sessionStore.get)

/** The member of staff who is signed in; only pages behind the gate may ask. */
export function useStaff(): StaffView {
  const session = useSession()
  if (session.state !== 'signedIn') throw new Error('a page outside the gate asked who is signed in')
  return session.staff
}

/** Asks the server once whether the browser still has a session. Throws `Problem` when it cannot be reached. */
export async function resumeSession(): Promise<void> {
  try {
    sessionStore.enter(await call(access.me))
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 401) throw error
    sessionStore.leave()
  }
}

/** The sign-out that is still on its way. A cookie goes with a request when it leaves: a late one would end the next session. */
let leaving: Promise<unknown> = Promise.resolve()

const endOnServer = (): Promise<unknown> => {
  leaving = call(access.signOut).catch(() => undefined)
  return leaving
}

export async function signIn(body: { account: string; password: string; code: string }): Promise<void> {
  await leaving
  sessionStore.enter(await call(access.signIn, { body }))
}

/** The page forgets at once; a server that cannot be reached ends the session by itself after the idle time. */
export async function signOut(): Promise<void> {
  sessionStore.leave()
  queries.clear()
  await endOnServer()
}

/**
 * The screen is emptied before the server is told, so that a lost network leaves nothing to read. Told once: the watch of
 * the desk may ask several times before the page behind it is gone.
 */
export async function lockDesk(): Promise<void> {
  if (sessionStore.get().state !== 'signedIn') return
  sessionStore.lock('idle')
  queries.clear()
  await endOnServer()
}
