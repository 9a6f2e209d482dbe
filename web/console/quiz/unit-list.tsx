import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { SurveyView } from '#contract/outreach'
import { Loading } from '../app/page-states.tsx'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { AnswerForm } from './answer-form.tsx'
import { texts } from './texts.ts'
import { useUnits } from './use-quiz.ts'

/** 抽中的户 of one's own area: those still to be asked first; one is asked at a time. */
export function UnitList({ survey }: { survey: SurveyView }) {
  const t = texts.useTexts()
  const list = useUnits(survey.id, true)
  const [asking, setAsking] = useState<string>()
  if (list.isError) return <FailedToLoad error={list.error} retry={() => void list.refetch()} />
  if (list.isPending) return <Loading />
  const { units, items } = list.data
  if (units.length === 0) return <p>{t('units.none')}</p>
  return (
    <ul className="quiz-units">
      {units.map(unit => (
        <li key={unit.licenceNo}>
          <div>
            <Link to="/retailers/$licenceNo" params={{ licenceNo: unit.licenceNo }}>
              {unit.shopName || unit.licenceNo}
            </Link>{' '}
            <span className="quiet small">
              {unit.address} · {t(`state.${unit.state}`)}
            </span>
          </div>
          {unit.answers < survey.perUnit ? (
            <Button
              aria-expanded={asking === unit.licenceNo}
              onClick={() => setAsking(asking === unit.licenceNo ? undefined : unit.licenceNo)}
            >
              {t('ask')}
            </Button>
          ) : null}
          {asking === unit.licenceNo ? (
            <AnswerForm surveyId={survey.id} unit={unit} items={items} done={() => setAsking(undefined)} />
          ) : null}
        </li>
      ))}
    </ul>
  )
}
