import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { surveyRoutes as routes, type SurveyView } from '#contract/outreach'
import { call } from '../../shared/api.ts'
import { formatDay } from '../../shared/format.ts'
import { useLanguage } from '../../shared/language.ts'
import { mayUse } from '../app/permissions.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { useTowns } from '../app/use-towns.ts'
import { useStaff } from '../session/session.ts'
import { PlainTable } from '../table/plain-table.tsx'
import { texts } from './texts.ts'
import { UnitList } from './unit-list.tsx'
import { percent, surveysKey } from './use-quiz.ts'

/** One survey: the figure with its interval first, then how it came about, then who is still to be asked. */
export function SurveyCard({ survey }: { survey: SurveyView }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const { estimate } = survey
  const facts = {
    respondents: t(survey.respondents),
    frame: survey.frame,
    drawn: estimate.drawn,
    units: estimate.units,
    response: percent(estimate.response),
    to: formatDay(survey.endsOn, language),
  }
  return (
    <section className="card quiz-card" aria-label={survey.title}>
      <h2>
        {survey.title} <span className="quiet small">{survey.id}</span>
      </h2>
      <p className="quiz-figure">
        {estimate.share === null ? t('share.none') : t('share', { share: percent(estimate.share) })}
        {estimate.low === null ? null : (
          <span className="quiet small">
            {' '}
            {t('interval', { low: percent(estimate.low), high: percent(estimate.high) })}
          </span>
        )}
      </p>
      <p>{t('survey.line', facts)}</p>
      <p className="quiet small">
        {survey.closedOn === null ? t('running') : t('closed', { day: formatDay(survey.closedOn, language) })}
      </p>
      {estimate.reasons.length === 0 ? <p>✓ {t('publishable')}</p> : null}
      {estimate.reasons.map(reason => (
        <p key={reason} className="tone-soon">
          ▲ {t(reason)}
        </p>
      ))}
      <ByTown survey={survey} />
      <details>
        <summary>{t('method')}</summary>
        <p className="small quiz-method">{t('method.text', { seed: survey.seed })}</p>
      </details>
      {survey.state === 'open' ? <Work survey={survey} /> : null}
    </section>
  )
}

function ByTown({ survey }: { survey: SurveyView }) {
  const t = texts.useTexts()
  const names = new Map(useTowns().map(({ code, name }) => [code, name]))
  return (
    <details>
      <summary>{t('byTown')}</summary>
      <PlainTable caption={t('byTown')} heads={[t('town'), t('drawn'), t('answers'), t('surveys')]}>
        {survey.estimate.towns.map(({ town, drawn, answers, share }) => (
          <tr key={town}>
            <td>{names.get(town) ?? town}</td>
            <td>{drawn}</td>
            <td>{answers}</td>
            <td>{percent(share)}</td>
          </tr>
        ))}
      </PlainTable>
    </details>
  )
}

function Work({ survey }: { survey: SurveyView }) {
  const t = texts.useTexts()
  const staff = useStaff()
  const queries = useQueryClient()
  const [open, setOpen] = useState(false)
  const close = useMutation({
    mutationFn: () => call(routes.closeSurvey, { params: { id: survey.id } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: surveysKey }),
  })
  return (
    <>
      <details onToggle={event => setOpen(event.currentTarget.open)}>
        <summary>{t('units')}</summary>
        {open ? <UnitList survey={survey} /> : null}
      </details>
      {mayUse(routes.closeSurvey, staff) ? (
        <Button className="gap-above" loading={close.isPending} onClick={() => close.mutate()}>
          {t('close')}
        </Button>
      ) : null}
      {close.isError ? <FailedToLoad error={close.error} retry={() => close.mutate()} /> : null}
    </>
  )
}
