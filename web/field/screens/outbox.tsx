import { Button } from 'antd-mobile'
import { useState } from 'react'
import { Problem } from '../../shared/api.ts'
import type { OutboxRow } from '../device/database.ts'
import type { Today } from '../device/day.ts'
import { handToWindow } from '../outbox/outbox.ts'
import { texts } from '../texts.ts'

const signs = { kept: '▣', sending: '↑', received: '✓', conflict: '！' } as const

/** 发送情况: every act of the day with its state; a conflict says what happened and what to do. */
export function OutboxScreen({
  outbox,
  today,
  back,
}: {
  outbox: readonly OutboxRow[]
  today: Today
  back: () => void
}) {
  const t = texts.useTexts()
  const names = new Map(today.rounds.flatMap(round => round.stops.map(stop => [stop.itemNo, stop.shopName] as const)))
  return (
    <main className="field-page">
      <button type="button" className="plain-button" onClick={back}>
        ‹ {t('back')}
      </button>
      <h1>{t('outbox')}</h1>
      {outbox.length === 0 ? <p className="card">{t('out.empty')}</p> : null}
      <ul className="stops">
        {outbox.toReversed().map(row => (
          <li key={row.id} className="card">
            <strong>{names.get(row.itemNo) ?? row.itemNo}</strong>
            <div>{t(row.kind as 'absent')}</div>
            <span className={`item-state item-${row.state}`}>
              <span aria-hidden="true">{signs[row.state]}</span> {t(`state.${row.state}`)}
            </span>
            {row.state === 'conflict' ? <Conflict row={row} /> : null}
          </li>
        ))}
      </ul>
    </main>
  )
}

function Conflict({ row }: { row: OutboxRow }) {
  const t = texts.useTexts()
  const [fault, setFault] = useState<string>()
  const give = () =>
    handToWindow(row).catch((error: unknown) => {
      if (!(error instanceof Problem)) throw error
      setFault(t('conflict.held.fail'))
    })
  return (
    <>
      <p>
        {row.title === '' ? t('conflict.unreadable') : row.title}{' '}
        {row.title === '' ? t('conflict.unreadable.next') : row.next}
      </p>
      {fault === undefined ? null : (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
      <Button block className="main-button" onClick={() => void give()}>
        {t('conflict.hold')}
      </Button>
    </>
  )
}
