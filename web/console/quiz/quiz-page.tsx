import { useNavigate, useSearch } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { BankView } from './bank-view.tsx'
import './quiz.css'
import { QuizzesView } from './quizzes-view.tsx'
import { type View, views } from './routes.ts'
import { SurveysView } from './surveys-view.tsx'
import { texts } from './texts.ts'

const parts: Readonly<Record<View, () => React.ReactNode>> = {
  bank: BankView,
  quizzes: QuizzesView,
  surveys: SurveysView,
}

/** 普法测评: what is asked, what was answered, and what the county knows. */
export function QuizPage() {
  const t = texts.useTexts()
  const { view = 'bank' } = useSearch({ from: '/quiz' })
  const navigate = useNavigate({ from: '/quiz' })
  const Part = parts[view]
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('title')}</h1>
        <Segmented<View>
          value={view}
          onChange={next => void navigate({ search: { view: next } })}
          options={views.map(value => ({ value, label: t(value) }))}
        />
      </div>
      <p className="quiet">{t(`${view}.intro`)}</p>
      <Part />
    </div>
  )
}
