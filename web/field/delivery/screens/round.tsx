import { Button } from 'antd-mobile'
import type { FieldRound } from '#contract/delivery'
import { clock } from '#kernel/minute-of-day'
import type { OutboxRow } from '../../device/database.ts'
import { keepAct } from '../../outbox/outbox.ts'
import type { FieldStaff } from '../../session/staff.ts'
import { actOf } from '../act.ts'
import { ItemState, type Placed } from '../parts/item-state.tsx'
import { texts } from '../texts.ts'
import type { Today } from '../today.ts'

interface Props {
  readonly today: Today
  readonly staff: FieldStaff
  readonly outbox: readonly OutboxRow[]
  readonly go: (to: string) => void
}

/** 今天的路线: the doors in their order, each with its state. */
export function RoundScreen({ today, staff, outbox, go }: Props) {
  const t = texts.useTexts()
  return (
    <>
      <h1>{t('today.title')}</h1>
      {today.rounds.length === 0 ? (
        <p className="card">
          {t('today.none')} {t('today.none.next')}
        </p>
      ) : (
        today.rounds.map(round => <Round key={round.id} round={round} staff={staff} outbox={outbox} go={go} />)
      )}
    </>
  )
}

function Round({ round, staff, outbox, go }: Omit<Props, 'today'> & { round: FieldRound }) {
  const t = texts.useTexts()
  const start = round.stops.filter(stop => stop.state === 'planned' || stop.state === 'secondTry')
  const told = new Set(outbox.filter(row => row.within === round.id).map(row => row.matter))
  const left = start.filter(stop => !told.has(stop.itemNo))
  const depart = async () => {
    const capturedAt = new Date().toISOString()
    for (const stop of left)
      await keepAct(actOf(stop, { kind: 'depart', itemNo: stop.itemNo, roundId: round.id, capturedAt }), staff.id)
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
