import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { caseRoutes } from '#contract/cases'
import { outcomeLabels, taskKinds, taskRoutes, taskStateLabels } from '#contract/inspection'
import { routes as licensing } from '#contract/licensing'
import { call } from '../../shared/api.ts'
import { formatDayShort, formatInstant } from '../../shared/format.ts'
import { createI18n, pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { mayUse } from '../app/permissions.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { useStaff } from '../session/session.ts'

const texts = createI18n({
  zh: {
    visits: '检查',
    'visits.none': '两年内没有检查任务。',
    cases: '案件',
    'cases.none': '没有案件。',
    looks: '谁看过这一户',
    'looks.none': '还没有人看过。',
    'looks.help': '最近的查看，也显示在零售户自己的“谁看过我的数据”里。',
    dueBy: '{day}前',
  },
  en: {
    visits: 'Inspections',
    'visits.none': 'No task within two years.',
    cases: 'Cases',
    'cases.none': 'No case.',
    looks: 'Who looked at this shop',
    'looks.none': 'Nobody yet.',
    'looks.help': 'The latest looks; the retailer sees them too.',
    dueBy: 'by {day}',
  },
})

interface Props {
  readonly licenceNo: string
}

/** 检查 of two years, each with its page. */
export function VisitsCard({ licenceNo }: Props) {
  const t = texts.useTexts()
  const language = useLanguage()
  const may = mayUse(taskRoutes.tasksOfShop, useStaff())
  const found = useQuery({
    queryKey: ['tasksOfShop', licenceNo],
    enabled: may,
    queryFn: ({ signal }) => call(taskRoutes.tasksOfShop, { params: { licenceNo }, signal }),
  })
  if (!may || found.isPending) return null
  if (found.isError) return <FailedToLoad error={found.error} retry={() => void found.refetch()} />
  const { items } = found.data
  return (
    <section className="card" aria-label={t('visits')}>
      <h2>{t('visits')}</h2>
      {items.length === 0 ? <p className="quiet">{t('visits.none')}</p> : null}
      <ul className="plain-list">
        {items.toReversed().map(task => {
          const kind = taskKinds[task.kind]
          const state = taskStateLabels[task.state]
          const outcome = task.outcome === null ? undefined : outcomeLabels[task.outcome]
          return (
            <li key={task.id}>
              <Link to="/tasks/$taskId" params={{ taskId: task.id }}>
                {task.id}
              </Link>{' '}
              {pick(kind.zh, kind.en, language)} ·{' '}
              {task.visitOn === null
                ? t('dueBy', { day: formatDayShort(task.dueBy, language) })
                : formatDayShort(task.visitOn, language)}{' '}
              · {pick(state.zh, state.en, language)}
              {outcome === undefined ? '' : ` · ${pick(outcome.zh, outcome.en, language)}`}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** 案件 that name this licence. */
export function CasesCard({ licenceNo }: Props) {
  const t = texts.useTexts()
  const language = useLanguage()
  const may = mayUse(caseRoutes.list, useStaff())
  const found = useQuery({
    queryKey: ['cases', 'shop', licenceNo],
    enabled: may,
    queryFn: ({ signal }) => call(caseRoutes.list, { query: { licenceNo }, signal }),
  })
  if (!may || found.isPending) return null
  if (found.isError) return <FailedToLoad error={found.error} retry={() => void found.refetch()} />
  const { items } = found.data
  return (
    <section className="card" aria-label={t('cases')}>
      <h2>{t('cases')}</h2>
      {items.length === 0 ? <p className="quiet">{t('cases.none')}</p> : null}
      <ul className="plain-list">
        {items.map(one => (
          <li key={one.no}>
            <Link to="/cases/$no" params={{ no: one.no }}>
              {one.no}
            </Link>{' '}
            {one.about} · {formatDayShort(one.openedOn, language)}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** 谁看过: what the holder sees of it, for whoever answers for the looks. */
export function LooksCard({ licenceNo }: Props) {
  const t = texts.useTexts()
  const language = useLanguage()
  const may = mayUse(licensing.looksAtShop, useStaff())
  const found = useQuery({
    queryKey: ['looksAtShop', licenceNo],
    enabled: may,
    queryFn: ({ signal }) => call(licensing.looksAtShop, { params: { licenceNo }, signal }),
  })
  if (!may || found.isPending) return null
  if (found.isError) return <FailedToLoad error={found.error} retry={() => void found.refetch()} />
  const { items } = found.data
  return (
    <section className="card" aria-label={t('looks')}>
      <h2>{t('looks')}</h2>
      <p className="quiet small">{items.length === 0 ? t('looks.none') : t('looks.help')}</p>
      <ul className="plain-list">
        {items.slice(0, 12).map(({ at, role, roleEn, office }, n) => (
          <li key={`${at}${String(n)}`}>
            {formatInstant(at, language)} · {office} {pick(role, roleEn, language)}
          </li>
        ))}
      </ul>
    </section>
  )
}
