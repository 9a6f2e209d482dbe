import { quizOf, usePath } from '../app/address.ts'
import { HallPage } from './hall-page.tsx'
import './quiz.css'
import { OpenQuizPage } from './open-quiz-page.tsx'
import { OwnSurveyPage } from './own-survey-page.tsx'

/** 学法测验: the list, one quiz, or the survey one was drawn for; which, stands in the address. */
export default function QuizPage() {
  const asked = quizOf(usePath())
  if (asked === undefined) return <HallPage />
  if (asked.kind === 'quiz') return <OpenQuizPage id={asked.id} />
  return <OwnSurveyPage id={asked.id} licenceNo={asked.licenceNo} />
}
