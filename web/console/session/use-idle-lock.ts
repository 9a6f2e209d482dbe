import { useEffect, useState } from 'react'
import { type IdleVerdict, idleVerdict } from './idle.ts'
import { lockDesk } from './session.ts'

/** The board on the wall shows figures only and nobody touches it: it stays lit. The first touch after the idle time locks. */
const staysLit = (): boolean => location.pathname.endsWith('/console/board')

const signs = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const

/** Locks the desk after the idle time. Work in another tab of the same person counts as work here. */
export function useIdleLock(idleSeconds: number): IdleVerdict {
  const [verdict, setVerdict] = useState<IdleVerdict>({ state: 'active' })
  useEffect(() => {
    let last = Date.now()
    const tabs = new BroadcastChannel('yzt-console-activity')
    const look = () => {
      const next = staysLit() ? ({ state: 'active' } as const) : idleVerdict(last, Date.now(), idleSeconds)
      setVerdict(before => (before.state === 'active' && next.state === 'active' ? before : next))
      if (next.state === 'locked') void lockDesk()
    }
    const active = () => {
      // The lock comes first: a touch after the time has passed must not revive the session.
      if (idleVerdict(last, Date.now(), idleSeconds).state === 'locked') return void lockDesk()
      if (Date.now() - last > 1000) tabs.postMessage('active')
      last = Date.now()
    }
    tabs.onmessage = () => {
      last = Date.now()
    }
    for (const sign of signs) addEventListener(sign, active, { capture: true, passive: true })
    document.addEventListener('visibilitychange', look)
    const timer = setInterval(look, 1000)
    return () => {
      for (const sign of signs) removeEventListener(sign, active, { capture: true })
      document.removeEventListener('visibilitychange', look)
      clearInterval(timer)
      tabs.close()
    }
  }, [idleSeconds])
  return verdict
}
