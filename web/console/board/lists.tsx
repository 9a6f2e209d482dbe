import { Link } from '@tanstack/react-router'
import type { BoardEvent, Promised } from '#contract/metrics'
import { formatCount, formatTime } from '../../shared/format.ts'
import { useServiceName } from '../figures/filter-bar.tsx'
import { pageOf } from '../figures/opens.ts'
import { texts } from './texts.ts'

const pages = {
  application: 'application',
  delivery: 'delivery',
  clue: 'clue',
  case: 'case',
  applied: 'application',
  decided: 'application',
  alert: 'alert',
  visit: 'task',
} as const

const pageOfKind = (kind: keyof typeof pages, ref: string): string => pageOf(pages[kind], ref) ?? '/figures'

/** 将到期的承诺: the latest first; each opens what must be done. */
export function Promises({
  promises,
}: {
  promises: { late: number; soon: number; items: readonly Promised[] } | undefined
}) {
  const t = texts.useTexts()
  const about = useAbout()
  if (promises === undefined) return null
  const { late, soon, items } = promises
  return (
    <>
      <p className="board-answer">
        <strong className={late > 0 ? 'board-red' : 'board-green'}>
          {t('promises.late', { late: formatCount(late) })}
        </strong>{' '}
        <span>{t('promises.soon', { soon: formatCount(soon) })}</span>
      </p>
      <ul className="board-list" aria-label={t('promises')}>
        {items.map(({ kind, ref, about: code, townName, daysLeft, dueOn }) => (
          <li key={`${kind} ${ref}`}>
            <Link to={pageOfKind(kind, ref)}>
              {t(`promise.${kind}`)} {about(code) || ref}
            </Link>
            <span className="quiet">{townName}</span>
            <span className={daysLeft !== null && daysLeft < 0 ? 'board-red' : 'board-amber'}>
              {daysLeft === null
                ? dueOn.slice(5)
                : daysLeft < 0
                  ? t('promise.over', { days: -daysLeft })
                  : daysLeft === 0
                    ? t('promise.today')
                    : t('promise.left', { days: daysLeft })}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

/** 实时动态: what happened last, everywhere in the reader's areas. */
export function Events({ events }: { events: readonly BoardEvent[] }) {
  const t = texts.useTexts()
  const about = useAbout()
  return (
    <ol className="board-list" aria-label={t('events')} aria-live="off">
      {events.map(({ at, kind, ref, about: code, townName }) => (
        <li key={`${kind} ${ref}`}>
          <time dateTime={at}>{timeWords(at)}</time>
          <Link to={pageOfKind(kind, ref)}>{t(`event.${kind}`, { about: about(code) })}</Link>
          <span className="quiet">{townName}</span>
        </li>
      ))}
    </ol>
  )
}

/** The time of today; of earlier days month and day. */
function timeWords(at: string): string {
  const china = (ms: number) => new Date(ms + 8 * 3_600_000).toISOString()
  const [day, today] = [china(Date.parse(at)).slice(0, 10), china(Date.now()).slice(0, 10)]
  return day === today ? formatTime(Date.parse(at)) : day.slice(5)
}

/** Words for the codes that a domain publishes; a code without words here says nothing rather than itself. */
function useAbout(): (code: string) => string {
  const t = texts.useTexts()
  const service = useServiceName()
  return code => {
    const name = service(code)
    if (name !== code) return name
    const key = `about.${code}`
    return isAbout(key) ? t(key) : ''
  }
}

const abouts = ['about.clear', 'about.rectify', 'about.filed', 'about.unreachable', 'about.closedDown'] as const
const isAbout = (key: string): key is (typeof abouts)[number] => abouts.some(one => one === key)
