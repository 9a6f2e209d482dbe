import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { FailedToLoad } from './problem-alert.tsx'
import { texts } from './texts.ts'

export function Loading() {
  const t = texts.useTexts()
  return (
    <div className="page" role="status" aria-label={t('loading')}>
      <Skeleton active={false} paragraph={{ rows: 6 }} />
    </div>
  )
}

export function NotFound() {
  const t = texts.useTexts()
  return (
    <div className="page">
      <h1>{t('notFound')}</h1>
      <p>{t('notFound.next')}</p>
      <Link to="/">{t('home')}</Link>
    </div>
  )
}

export function Broken({ error, reset }: { error: unknown; reset: () => void }) {
  return (
    <div className="page">
      <FailedToLoad error={error instanceof Error ? error : new Error(String(error))} retry={reset} />
    </div>
  )
}
