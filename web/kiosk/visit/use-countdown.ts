import { useCallback, useEffect, useRef, useState } from 'react'
import { deviceRoutes } from '../../../agent/contract.ts'
import { call, Problem } from '../../shared/api.ts'
import { lifeOf, lifeWithoutSession, secondsLeft, warningSeconds } from './life.ts'
import type { Kiosk } from './state.ts'
import type { Send } from './use-kiosk.ts'

/** The server's idle clock is told of touches no more often than this. */
const extendEveryMs = 10_000

export interface Countdown {
  /** Seconds to show, or undefined while there is no need to warn. */
  seconds: number | undefined
  /** 继续办理 */
  goOn: () => void
}

/** Watches for touches and ends the visit when there are none; never while the machine itself is working. */
export function useCountdown(kiosk: Kiosk, send: Send): Countdown {
  const { session, screen } = kiosk.visit
  const away = screen.name === 'home' || screen.name === 'goodbye'
  const working = screen.name === 'working' || (screen.name === 'layCard' && session === undefined)
  const life = useRef(lifeWithoutSession)
  const touched = useRef(Date.now())
  const extended = useRef(0)
  const [seconds, setSeconds] = useState<number>()

  useEffect(() => {
    life.current = session === undefined ? lifeWithoutSession : lifeOf(session, Date.now())
    touched.current = Date.now()
    extended.current = Date.now()
  }, [session])

  const extend = useCallback(() => {
    extended.current = Date.now()
    call(deviceRoutes.extendSession).then(
      lasting => {
        life.current = lifeOf(lasting, Date.now())
      },
      error => {
        if (error instanceof Problem && error.status === 401) send({ is: 'sessionGone' })
      },
    )
  }, [send])

  const touch = useCallback(() => {
    touched.current = Date.now()
    if (session !== undefined && Date.now() - extended.current > extendEveryMs) extend()
  }, [session, extend])

  const warning = seconds !== undefined
  useEffect(() => {
    // The warning is answered by its own button only: a stray touch must not hide it.
    if (away || warning) return
    const touches = ['pointerdown', 'pointermove', 'keydown', 'filmplaying', 'paperswaiting'] as const
    for (const kind of touches) addEventListener(kind, touch)
    return () => {
      for (const kind of touches) removeEventListener(kind, touch)
    }
  }, [away, warning, touch])

  useEffect(() => {
    setSeconds(undefined)
    if (away) return
    touched.current = Date.now()
    const timer = setInterval(() => {
      if (working) touched.current = Date.now()
      const left = secondsLeft(life.current, touched.current, Date.now())
      setSeconds(left <= warningSeconds ? left : undefined)
      if (left === 0) send({ is: 'exit' })
    }, 250)
    return () => clearInterval(timer)
  }, [away, working, send])

  const goOn = useCallback(() => {
    touched.current = Date.now()
    setSeconds(undefined)
    if (session !== undefined) extend()
  }, [session, extend])
  return { seconds, goOn }
}
