import { Button, Dialog } from 'antd-mobile'
import { useState } from 'react'
import { formatTime } from '../../shared/format.ts'
import { database } from '../device/database.ts'
import { OutboxScreen } from '../outbox/outbox-screen.tsx'
import { useOutbox } from '../outbox/use-outbox.ts'
import { TopBar } from '../parts/top-bar.tsx'
import { texts } from '../texts.ts'
import { useHash } from '../use-hash.ts'
import type { AnyArea } from './area.ts'
import { areasFor } from './areas.ts'
import type { FieldDay } from './day.ts'

interface Props {
  readonly day: FieldDay
  readonly refresh: () => Promise<void>
  readonly leave: () => Promise<void>
}

/** The frame of a day: what is not sent at the top, the area in the middle, the areas of this person at the foot. */
export function DayFrame({ day, refresh, leave }: Props) {
  const [place, go] = useHash()
  const outbox = useOutbox()
  const areas = areasFor(day.staff)
  const area = areas.find(({ id }) => id === place[0]) ?? areas[0]
  const inOutbox = place[0] === 'outbox'
  const inside = place[0] === area?.id ? place.slice(1).filter(part => part !== '') : []
  return (
    <>
      <TopBar outbox={outbox} enter={refresh} staff={day.staff} openOutbox={() => go('outbox')} />
      {inOutbox || area === undefined ? (
        <OutboxScreen outbox={outbox} back={() => history.back()} />
      ) : (
        <main className="field-page" key={area.id}>
          <AreaView area={area} day={day} outbox={outbox} place={inside} go={to => go(`${area.id}/${to}`)} />
          {inside.length === 0 ? (
            <DayButtons area={area} day={day} refresh={refresh} leave={leave} waiting={outbox} />
          ) : null}
        </main>
      )}
      {areas.length > 1 ? <AreaBar areas={areas} open={inOutbox ? undefined : area?.id} go={id => go(id)} /> : null}
    </>
  )
}

function AreaView({
  area,
  day,
  outbox,
  ...way
}: {
  area: AnyArea
  day: FieldDay
  outbox: ReturnType<typeof useOutbox>
  place: readonly string[]
  go: (to: string) => void
}) {
  const kept = day.kept[area.id]
  const problem = day.problems[area.id]
  const mine = outbox.filter(row => row.area === area.id)
  return (
    <>
      {problem === undefined || (problem.unreachable && kept !== undefined) ? null : (
        <p className="fault" role="alert">
          {problem.title} {problem.next}
        </p>
      )}
      {kept === undefined ? null : <area.Screen kept={kept} staff={day.staff} outbox={mine} {...way} />}
    </>
  )
}

function DayButtons({
  area,
  day,
  refresh,
  leave,
  waiting,
}: Props & { area: AnyArea; waiting: ReturnType<typeof useOutbox> }) {
  const t = texts.useTexts()
  const [busy, setBusy] = useState(false)
  const kept = day.kept[area.id]
  const reload = async () => {
    setBusy(true)
    await refresh()
    setBusy(false)
  }
  const signOut = async () => {
    const unsent = waiting.filter(row => row.state !== 'received').length
    const drafts = await database.drafts.count()
    if (unsent > 0) return Dialog.alert({ content: t('signOut.waiting', { count: unsent }), confirmText: t('ok') })
    if (drafts > 0) return Dialog.alert({ content: t('signOut.drafts', { count: drafts }), confirmText: t('ok') })
    return leave()
  }
  return (
    <>
      <p className="quiet">
        {day.staff.name}
        {kept === undefined ? '' : ` · ${t('today.loaded', { at: formatTime(Date.parse(kept.loadedAt)) })}`}
      </p>
      <div className="two-buttons">
        <Button className="main-button" loading={busy} onClick={() => void reload()}>
          {t('refresh')}
        </Button>
        <Button className="main-button" onClick={() => void signOut()}>
          {t('signOut')}
        </Button>
      </div>
    </>
  )
}

/** 底栏: one word an area, within reach of the thumb. */
function AreaBar({
  areas,
  open,
  go,
}: {
  areas: readonly AnyArea[]
  open: string | undefined
  go: (id: string) => void
}) {
  const t = texts.useTexts()
  return (
    <nav className="area-bar" aria-label={t('areas')}>
      {areas.map(({ id, text }) => (
        <button key={id} type="button" aria-current={id === open ? 'page' : undefined} onClick={() => go(id)}>
          {t(text)}
        </button>
      ))}
    </nav>
  )
}
