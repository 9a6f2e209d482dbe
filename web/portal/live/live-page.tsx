import { type LiveLine, liveRoutes as routes } from '#contract/outreach'
import { callAsNobody } from '../../shared/api.ts'
import { formatInstant } from '../../shared/format.ts'
import { useLanguage } from '../../shared/language.ts'
import { liveOf, livePath, usePath } from '../app/address.ts'
import { Link } from '../app/link.tsx'
import { Page } from '../app/page.tsx'
import { useLoaded } from '../me/use-loaded.ts'
import { ProblemNote } from '../session/problem-note.tsx'
import { ClassPage } from './class-page.tsx'
import './live.css'
import { texts } from './texts.ts'

/** 普法微课堂: the list, or one class; which, stands in the address. */
export default function LivePage() {
  const id = liveOf(usePath())
  return id === undefined ? <ListPage /> : <ClassPage id={id} />
}

const groups = ['live', 'planned', 'replay'] as const

function ListPage() {
  const t = texts.useTexts()
  const hall = useLoaded(() => callAsNobody(routes.liveHall))
  const items = hall.value?.items
  return (
    <Page title={t('title')}>
      <p>{t('intro')}</p>
      <ProblemNote problem={hall.problem} />
      {items || hall.problem ? null : <p role="status">{t('loading')}</p>}
      {hall.value?.ffmpeg === false ? <p className="callout">{t('noFfmpeg')}</p> : null}
      {items?.length === 0 ? <p>{t('none')}</p> : null}
      {groups.map(state => (
        <Group key={state} state={state} items={items?.filter(item => item.state === state) ?? []} />
      ))}
    </Page>
  )
}

function Group({ state, items }: { state: (typeof groups)[number]; items: readonly LiveLine[] }) {
  const t = texts.useTexts()
  const language = useLanguage()
  if (items.length === 0) return null
  // What comes next stands first; of what was, the newest.
  const ordered = state === 'planned' ? items.toReversed() : items
  return (
    <section aria-labelledby={`live-${state}`}>
      <h2 id={`live-${state}`}>{t(`list.${state}`)}</h2>
      <ul className="doors">
        {ordered.map(({ id, title, speaker, startsAt }) => (
          <li key={id}>
            <Link to={livePath(id)} className="door">
              <strong lang="zh-CN">{title}</strong>
              <span>{t('line', { speaker, time: formatInstant(startsAt, language) })}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
