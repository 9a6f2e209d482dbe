import { Alert, Button } from 'antd'
import type { ReactNode } from 'react'
import { Problem } from '../../shared/api.ts'
import { useLanguage } from '../../shared/language.ts'
import { lawText } from '../../shared/law-text.ts'
import { texts } from './texts.ts'

/** A refusal in its three parts: what happened, on which article, what to do next. */
export function ProblemAlert({ problem, action }: { problem: Problem; action?: ReactNode }) {
  const language = useLanguage()
  const basis = problem.basis.map(citation => lawText(citation, language)).join(language === 'zh' ? '、' : '; ')
  return (
    <Alert
      className="problem"
      type={problem.status === 409 || problem.unreachable ? 'warning' : 'error'}
      showIcon
      role="alert"
      title={problem.title}
      description={
        <>
          {problem.next}
          {basis === '' ? null : <div className="quiet small">{basis}</div>}
        </>
      }
      action={action}
    />
  )
}

/** The error state of a page: what the server said and one button to ask again. */
export function FailedToLoad({ error, retry }: { error: Error; retry: () => void }) {
  const t = texts.useTexts()
  const again = <Button onClick={retry}>{t('again')}</Button>
  if (error instanceof Problem) return <ProblemAlert problem={error} action={again} />
  return <Alert type="error" showIcon role="alert" title={t('broken')} description={t('broken.next')} action={again} />
}

/** A page of which nothing came: it still has a heading, and says by it which one it is where that is known. */
export function PageFailed({ title, ...failed }: { title?: string; error: Error; retry: () => void }) {
  const t = texts.useTexts()
  return (
    <div className="page">
      <div className="page-head">
        <h1>{title ?? t('notOpened')}</h1>
      </div>
      <FailedToLoad {...failed} />
    </div>
  )
}
