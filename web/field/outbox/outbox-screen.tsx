import type { OutboxRow } from '../device/database.ts'
import { ActState } from '../parts/act-state.tsx'
import { texts } from '../texts.ts'
import { Conflict } from './conflict.tsx'

/** 发送情况: every act of the day with its own state; what was not taken says what happened and what to do. */
export function OutboxScreen({ outbox, back }: { outbox: readonly OutboxRow[]; back: () => void }) {
  const t = texts.useTexts()
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
            <strong>{row.subject}</strong>
            <div>{row.what}</div>
            <ActState row={{ ...row, what: '' }} />
            {row.state === 'conflict' ? <Conflict row={row} /> : null}
          </li>
        ))}
      </ul>
    </main>
  )
}
