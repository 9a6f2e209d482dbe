import { surveyRoutes as routes } from '#contract/outreach'
import { Loading } from '../app/page-states.tsx'
import { mayUse } from '../app/permissions.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { useStaff } from '../session/session.ts'
import { DrawForm } from './draw-form.tsx'
import { SurveyCard } from './survey-card.tsx'
import { texts } from './texts.ts'
import { useSurveys } from './use-quiz.ts'

export function SurveysView() {
  const t = texts.useTexts()
  const staff = useStaff()
  const list = useSurveys()
  if (list.isError) return <FailedToLoad error={list.error} retry={() => void list.refetch()} />
  if (list.isPending) return <Loading />
  return (
    <>
      {list.data.items.length === 0 ? <p>{t('none.surveys')}</p> : null}
      {list.data.items.map(survey => (
        <SurveyCard key={survey.id} survey={survey} />
      ))}
      {mayUse(routes.drawSurvey, staff) ? <DrawForm /> : null}
    </>
  )
}
