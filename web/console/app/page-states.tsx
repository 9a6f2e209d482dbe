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

/** How the browsers say that a page's own program did not arrive: the network was cut, or a new version was installed. */
const didNotArrive = /dynamically imported module|importing a module script|error loading dynamically/i

/** `reset` draws the page again, which is no help for a program that did not arrive: only a new load fetches that. */
export function Broken({ error, reset }: { error: unknown; reset: () => void }) {
  const known = error instanceof Error ? error : new Error(String(error))
  return (
    <div className="page">
      <FailedToLoad error={known} retry={didNotArrive.test(known.message) ? () => location.reload() : reset} />
    </div>
  )
}
