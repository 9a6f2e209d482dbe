import { Button } from 'antd'
import { useState } from 'react'
import type { GoodsDetail } from '#contract/cases'
import { useLanguage } from '../../shared/language.ts'
import { eventInWords, isMove } from './entries.tsx'
import { MoveForm } from './move-form.tsx'
import { CountForm, NoteForm } from './note-forms.tsx'
import { texts } from './texts.ts'

export interface ActProps {
  readonly detail: GoodsDetail
  readonly close: () => void
  readonly fresh: (next: GoodsDetail) => void
}

/** What may be done with this lot now; the list comes from the rules of the server. */
export function LotActs({ detail, fresh }: Omit<ActProps, 'close'>) {
  const t = texts.useTexts()
  const language = useLanguage()
  const [act, setAct] = useState<string>()
  const close = () => setAct(undefined)
  const props = { detail, close, fresh }
  if (detail.may.length === 0) return null
  return (
    <section className="card">
      <h2>{act === undefined ? t('act') : eventInWords(act, language)}</h2>
      {act === undefined ? (
        <div className="goods-buttons">
          {detail.may.map(event => (
            <Button key={event} onClick={() => setAct(event)}>
              {eventInWords(event, language)}
            </Button>
          ))}
        </div>
      ) : isMove(act) ? (
        <MoveForm kind={act} {...props} />
      ) : act === 'count' ? (
        <CountForm {...props} />
      ) : (
        <NoteForm kind={act} {...props} />
      )}
    </section>
  )
}
