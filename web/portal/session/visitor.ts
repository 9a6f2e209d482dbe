import { useEffect, useSyncExternalStore } from 'react'
import { webRoutes as routes, type WebVisitor } from '#contract/access'
import { callFromPortal, Problem } from '../../shared/api.ts'
import { currentLanguage, setLanguage } from '../../shared/language.ts'

/** Who is signed in on this telephone: not asked yet, nobody, or somebody. Nothing of it is stored in the browser. */
export type Signed = 'unknown' | 'nobody' | 'unreachable' | WebVisitor

let current: Signed = 'unknown'
let asking = false
const listeners = new Set<() => void>()

export function setVisitor(next: Signed): void {
  current = next
  for (const listener of listeners) listener()
}

async function ask(): Promise<void> {
  if (asking) return
  asking = true
  try {
    setVisitor(await callFromPortal(routes.webVisitor))
  } catch (error) {
    setVisitor(error instanceof Problem && error.status === 401 ? 'nobody' : 'unreachable')
  } finally {
    asking = false
  }
}

export const askAgain = (): void => {
  setVisitor('unknown')
  void ask()
}

/** A call was answered with "not signed in": the session has ended meanwhile. */
export function forgetVisitor(): void {
  setVisitor('nobody')
}

export function useVisitor(): Signed {
  const signed = useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => current,
  )
  useEffect(() => {
    if (signed === 'unknown') void ask()
  }, [signed])
  return signed
}

export async function signOut(): Promise<void> {
  await callFromPortal(routes.signOutWeb).catch(() => undefined)
  forgetVisitor()
}

const RETURN = 'yzt-return'
const RETURN_LANGUAGE = 'yzt-return-language'

/** Away to the unified identity; the page to come back to is kept in this tab only. */
export async function goToIdentity(path: string): Promise<void> {
  const { url } = await callFromPortal(routes.beginUnifiedIdentity)
  try {
    sessionStorage.setItem(RETURN, path)
    sessionStorage.setItem(RETURN_LANGUAGE, currentLanguage())
  } catch {
    // Without storage the way back ends at 我的.
  }
  location.assign(url)
}

export function takeReturn(): string {
  try {
    const path = sessionStorage.getItem(RETURN) ?? '/me'
    sessionStorage.removeItem(RETURN)
    // The way back from the province carries no language of ours.
    if (sessionStorage.getItem(RETURN_LANGUAGE) === 'en') setLanguage('en')
    sessionStorage.removeItem(RETURN_LANGUAGE)
    return /^\/[a-z]/u.test(path) ? path : '/me'
  } catch {
    return '/me'
  }
}
