import { useCallback, useEffect, useRef, useState } from 'react'
import { routes as access } from '#contract/access'
import { call, Problem } from '../../shared/api.ts'
import { chinaDay, wipe } from '../device/day.ts'
import { canSeal } from '../device/seal.ts'
import { sendAs } from '../outbox/send.ts'
import { useOutbox } from '../outbox/use-outbox.ts'
import { DemoMark } from '../parts/demo-mark.tsx'
import { SignInScreen } from '../session/sign-in-screen.tsx'
import { type FieldStaff, keepStaff, keptStaff } from '../session/staff.ts'
import { texts } from '../texts.ts'
import { areasFor } from './areas.ts'
import { type FieldDay, loadDay, openDay } from './day.ts'
import { DayFrame } from './day-frame.tsx'

/** 外勤: one person, one day. Opens without network when today's work is on the telephone. */
export function Field() {
  const t = texts.useTexts()
  const [day, setDay] = useState<FieldDay | undefined>()
  const [ready, setReady] = useState(false)

  const enter = useCallback(async (who: FieldStaff) => {
    const staff = await keepStaff(who)
    setDay(await loadDay(staff))
    sendAs(staff.id)
  }, [])

  useEffect(() => {
    void start(setDay, enter).finally(() => setReady(true))
  }, [enter])
  useFreshAfterSending(day, enter)
  useDayEnd(day?.day, () => setDay(undefined))

  const leave = async () => {
    await call(access.signOut).catch(() => undefined)
    sendAs(undefined)
    await wipe()
    setDay(undefined)
  }
  if (!canSeal()) return <main className="field-page">{t('insecure')}</main>
  return (
    <>
      <DemoMark />
      {!ready ? null : day === undefined ? (
        <SignInScreen enter={enter} />
      ) : (
        <DayFrame day={day} refresh={() => enter(day.staff)} leave={leave} />
      )}
    </>
  )
}

/** The kept day first: it opens at once; the server is asked behind it. */
async function start(show: (day: FieldDay) => void, enter: (staff: FieldStaff) => Promise<void>): Promise<void> {
  const kept = await keptStaff()
  if (kept !== undefined) {
    show(await openDay(kept))
    sendAs(kept.id)
  }
  try {
    const staff = await call(access.me, { patience: 6_000 })
    if (areasFor(staff).length > 0) await enter(staff)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
  }
}

/** 送完再看: when the last act has gone, what the server now knows is asked for once. */
function useFreshAfterSending(day: FieldDay | undefined, enter: (staff: FieldStaff) => Promise<void>): void {
  const rows = useOutbox()
  const waiting = rows.some(({ state }) => state === 'kept' || state === 'sending')
  const received = rows.filter(({ state }) => state === 'received').length
  const seen = useRef<number>(undefined)
  useEffect(() => {
    if (day === undefined || waiting) return
    // The rows of before this page opened are in what it has just loaded.
    if (seen.current !== undefined && received > seen.current) void enter(day.staff)
    seen.current = received
  }, [day, waiting, received, enter])
}

/** 日终: at midnight the day is wiped, whoever still holds the telephone. */
function useDayEnd(day: string | undefined, end: () => void): void {
  useEffect(() => {
    const timer = setInterval(() => {
      if (day !== undefined && chinaDay(new Date()) !== day) void wipe().then(end)
    }, 60_000)
    return () => clearInterval(timer)
  })
}
