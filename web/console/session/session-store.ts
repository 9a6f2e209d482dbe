import type { StaffView } from '#contract/access'
import { drafts } from '../application/drafts.ts'

/** Why a desk is locked: nobody touched it, or the server ended the session. */
export type LockReason = 'idle' | 'ended'

export type Session =
  | { readonly state: 'unknown' }
  | { readonly state: 'signedOut' }
  | { readonly state: 'signedIn'; readonly staff: StaffView }
  | { readonly state: 'locked'; readonly staff: StaffView; readonly reason: LockReason }

/** Who sits at this desk (会话). A lock keeps the drafts for the same person; anybody else starts with none. */
export function createSessionStore() {
  let session: Session = { state: 'unknown' }
  const listeners = new Set<() => void>()
  const become = (next: Session) => {
    session = next
    for (const listener of listeners) listener()
  }
  return {
    get: () => session,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    enter(staff: StaffView) {
      if (session.state === 'locked' && session.staff.id !== staff.id) drafts.clear()
      become({ state: 'signedIn', staff })
    },
    lock(reason: LockReason) {
      if (session.state === 'signedIn') become({ state: 'locked', staff: session.staff, reason })
    },
    leave() {
      drafts.clear()
      become({ state: 'signedOut' })
    },
  }
}

export const sessionStore = createSessionStore()
