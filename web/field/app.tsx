import { useCallback, useEffect, useState } from 'react'
import { routes as access, type StaffView } from '#contract/access'
import { call, Problem } from '../shared/api.ts'
import { chinaDay, keptToday, loadToday, type Today, wipe } from './device/day.ts'
import { canSeal } from './device/seal.ts'
import { sendAs } from './outbox/outbox.ts'
import { useOutbox } from './outbox/use-outbox.ts'
import { DemoMark } from './parts/demo-mark.tsx'
import { TopBar } from './parts/top-bar.tsx'
import { ItemScreen } from './screens/item.tsx'
import { OutboxScreen } from './screens/outbox.tsx'
import { RoundScreen } from './screens/round.tsx'
import { SignInScreen } from './screens/sign-in.tsx'
import { texts } from './texts.ts'
import { useHash } from './use-hash.ts'

/** 外勤: one courier, one day. Opens without network when today's round is on the telephone. */
export function Field() {
  const t = texts.useTexts()
  const [today, setToday] = useState<Today | undefined>()
  const [ready, setReady] = useState(false)
  const [problem, setProblem] = useState<Problem>()

  const enter = useCallback(async (staff: Pick<StaffView, 'id' | 'name'>) => {
    try {
      setToday(await loadToday(staff))
      setProblem(undefined)
      sendAs(staff.id)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      setProblem(error)
    }
  }, [])

  useEffect(() => {
    void start(setToday, enter).finally(() => setReady(true))
  }, [enter])
  useDayEnd(today, () => setToday(undefined))

  const leave = async () => {
    await call(access.signOut).catch(() => undefined)
    sendAs(undefined)
    await wipe()
    setToday(undefined)
  }
  if (!canSeal()) return <main className="field-page">{t('insecure')}</main>
  return (
    <>
      <DemoMark />
      {!ready ? null : today === undefined ? (
        <SignInScreen enter={enter} problem={problem} />
      ) : (
        <Day today={today} refresh={() => enter(today.staff)} leave={leave} />
      )}
    </>
  )
}

/** The kept day first: it opens at once; the server is asked behind it. */
async function start(show: (today: Today) => void, enter: (staff: Today['staff']) => Promise<void>): Promise<void> {
  const kept = await keptToday()
  if (kept !== undefined) {
    show(kept)
    sendAs(kept.staff.id)
  }
  try {
    const staff = await call(access.me, { patience: 6_000 })
    if (staff.roles.includes('courier')) await enter(staff)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
  }
}

/** 日终: at midnight the round is wiped, whoever still holds the telephone. */
function useDayEnd(today: Today | undefined, end: () => void): void {
  useEffect(() => {
    const timer = setInterval(() => {
      if (today !== undefined && chinaDay(new Date()) !== today.day) void wipe().then(end)
    }, 60_000)
    return () => clearInterval(timer)
  })
}

function Day({ today, refresh, leave }: { today: Today; refresh: () => Promise<void>; leave: () => Promise<void> }) {
  const [place, go] = useHash()
  const outbox = useOutbox()
  const round = today.rounds.find(one => one.id === place[1])
  const stop = round?.stops.find(one => one.itemNo === place[2])
  return (
    <>
      <TopBar outbox={outbox} enter={refresh} staff={today.staff} openOutbox={() => go('outbox')} />
      {place[0] === 'outbox' ? (
        <OutboxScreen outbox={outbox} today={today} back={() => go('')} />
      ) : place[0] === 'item' && round && stop ? (
        <ItemScreen
          key={stop.itemNo}
          today={today}
          round={round}
          stop={{ ...stop, roundId: round.id }}
          form={place[3]}
          outbox={outbox}
          go={go}
        />
      ) : (
        <RoundScreen today={today} outbox={outbox} refresh={refresh} leave={leave} go={go} />
      )}
    </>
  )
}
