import { Button, Dialog } from 'antd-mobile'
import { useState } from 'react'
import type { FieldRound } from '#contract/delivery'
import { formatTime } from '../../shared/format.ts'
import type { OutboxRow } from '../device/database.ts'
import type { Today } from '../device/day.ts'
import { clock } from '../device/way.ts'
import { keepAct } from '../outbox/outbox.ts'
import { ItemState, type Placed } from '../parts/item-state.tsx'
import { texts } from '../texts.ts'

interface Props {
  readonly today: Today
  readonly outbox: readonly OutboxRow[]
  readonly refresh: () => Promise<void>
  readonly leave: () => Promise<void>
  readonly go: (to: string) => void
}

/** 今天的路线: the doors in their order, each with its state. */
export function RoundScreen({ today, outbox, refresh, leave, go }: Props) {
  const t = texts.useTexts()
  const [busy, setBusy] = useState(false)
  const waiting = outbox.filter(row => row.state !== 'received').length
  const reload = async () => {
    setBusy(true)
    await refresh()
    setBusy(false)
  }
  const signOut = () =>
    waiting > 0
      ? void Dialog.alert({ content: t('signOut.waiting', { count: waiting }), confirmText: t('ok') })
      : void leave()
  return (
    <main className="field-page">
      <h1>{t('today.title')}</h1>
      <p className="quiet">
        {today.staff.name} · {t('today.loaded', { at: formatTime(Date.parse(today.loadedAt)) })}
      </p>
      {today.rounds.length === 0 ? (
        <p className="card">
          {t('today.none')} {t('today.none.next')}
        </p>
      ) : (
        today.rounds.map(round => <Round key={round.id} round={round} today={today} outbox={outbox} go={go} />)
      )}
      <div className="two-buttons">
        <Button className="main-button" loading={busy} onClick={() => void reload()}>
          {t('refresh')}
        </Button>
        <Button className="main-button" onClick={signOut}>
          {t('signOut')}
        </Button>
      </div>
    </main>
  )
}

function Round({
  round,
  today,
  outbox,
  go,
}: {
  round: FieldRound
  today: Today
  outbox: readonly OutboxRow[]
  go: Props['go']
}) {
  const t = texts.useTexts()
  const start = round.stops.filter(stop => stop.state === 'planned' || stop.state === 'secondTry')
  const told = new Set(outbox.filter(row => row.roundId === round.id).map(row => row.itemNo))
  const left = start.filter(stop => !told.has(stop.itemNo))
  const depart = async () => {
    const capturedAt = new Date().toISOString()
    for (const stop of left)
      await keepAct({ kind: 'depart', itemNo: stop.itemNo, roundId: round.id, capturedAt }, today.staff.id)
  }
  return (
    <section>
      <p>
        {t('today.line', {
          depot: round.depotName,
          count: round.stops.length,
          km: (round.metres / 1000).toFixed(1),
          end: clock(round.endMinute),
        })}
      </p>
      {left.length > 0 ? (
        <Button block color="primary" className="main-button" onClick={() => void depart()}>
          {t('depart')}
        </Button>
      ) : null}
      <ol className="stops">
        {round.stops.map(stop => (
          <Stop key={stop.itemNo} stop={{ ...stop, roundId: round.id }} outbox={outbox} go={go} />
        ))}
      </ol>
    </section>
  )
}

function Stop({ stop, outbox, go }: { stop: Placed; outbox: readonly OutboxRow[]; go: Props['go'] }) {
  const t = texts.useTexts()
  return (
    <li>
      <button type="button" className="stop" onClick={() => go(`item/${stop.roundId}/${stop.itemNo}`)}>
        <span className="stop-seq">{stop.seq}</span>
        <span className="stop-words">
          <strong>{stop.shopName}</strong>
          <span>{stop.address}</span>
          <span className="quiet">
            {t('arrive', { time: clock(stop.arriveMinute) })}
            {stop.attempts > 0 ? ` · ${t('second', { n: stop.attempts + 1 })}` : ''}
          </span>
          {stop.late ? <span className="amber">▲ {t('late')}</span> : null}
          <ItemState stop={stop} outbox={outbox} />
        </span>
      </button>
    </li>
  )
}
