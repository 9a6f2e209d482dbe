import { Button } from 'antd'
import { useState } from 'react'
import { type CounterSession, counterRoutes } from '#contract/access'
import type { CheckResult } from '#contract/licensing'
import { call } from '../../shared/api.ts'
import { queries } from '../app/queries.ts'
import { CardForm } from './card-form.tsx'
import type { TypedCard } from './form.ts'
import { ResultView } from './result-view.tsx'
import { SheetView } from './sheet-view.tsx'
import { texts } from './texts.ts'
import { type Matter, VisitView } from './visit-view.tsx'
import './window.css'

interface Visit {
  readonly session: CounterSession
  readonly card: TypedCard
  readonly matter?: Matter & { readonly startedAt: string }
  readonly result?: CheckResult
}

/** 窗口办理: one person at a time; all that is personal lives in this page's memory and goes with the visit. */
export function WindowPage() {
  const t = texts.useTexts()
  const [visit, setVisit] = useState<Visit>()
  const end = () => {
    if (visit === undefined) return
    void call(counterRoutes.endCounterSession, { params: { counterId: visit.session.counterId } }).catch(
      () => undefined,
    )
    queries.removeQueries({ queryKey: ['window', visit.session.counterId] })
    queries.removeQueries({ queryKey: ['windowSheet', visit.session.counterId] })
    setVisit(undefined)
  }
  return (
    <div className="page window-page">
      <div className="page-head">
        <h1>{t('title')}</h1>
        {visit === undefined ? null : (
          <p className="window-row">
            <strong>{t('who', { name: visit.session.person.name, idNo: visit.session.person.idNoMasked })}</strong>
            {visit.matter === undefined ? null : (
              <Button onClick={() => setVisit({ session: visit.session, card: visit.card })}>
                {t(visit.result === undefined ? 'back' : 'another')}
              </Button>
            )}
            <Button onClick={end}>{t('end')}</Button>
          </p>
        )}
      </div>
      <p>{t('question')}</p>
      <Body visit={visit} onVisit={setVisit} />
    </div>
  )
}

function Body({ visit, onVisit }: { visit: Visit | undefined; onVisit: (visit: Visit) => void }) {
  if (visit === undefined) return <CardForm onOpen={(session, card) => onVisit({ session, card })} />
  const { session, card, matter, result } = visit
  if (result !== undefined) return <ResultView result={result} />
  if (matter === undefined)
    return (
      <VisitView
        session={session}
        onChoose={chosen => onVisit({ session, card, matter: { ...chosen, startedAt: new Date().toISOString() } })}
      />
    )
  const { startedAt } = matter
  return (
    <SheetView
      {...{ session, card, matter, startedAt }}
      onSent={sent => onVisit({ session, card, matter, result: sent })}
    />
  )
}
