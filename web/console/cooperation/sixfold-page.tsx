import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { taskRoutes as routes, type SixfoldView } from '#contract/partners'
import { call } from '../../shared/api.ts'
import { formatDayShort } from '../../shared/format.ts'
import { Loading } from '../app/page-states.tsx'
import { PageFailed } from '../app/problem-alert.tsx'
import { texts } from './action-texts.ts'
import './cooperation.css'
import { ResponseTable } from './response-table.tsx'

type Member = SixfoldView['members'][number]

/** 六位一体 and 响应时效: every figure of tasks opens to its rows. */
export function SixfoldPage() {
  const t = texts.useTexts()
  const view = useQuery({ queryKey: ['sixfold'], queryFn: ({ signal }) => call(routes.sixfold, { signal }) })
  const response = useQuery({
    queryKey: ['response'],
    queryFn: ({ signal }) => call(routes.responseFigures, { signal }),
  })
  const failed = view.error ?? response.error
  if (failed) return <PageFailed error={failed} retry={() => void view.refetch()} />
  if (view.data === undefined || response.data === undefined) return <Loading />
  const { since, members } = view.data
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('sixfold')}</h1>
      </div>
      <p className="quiet">
        {t('sixfold.intro', { since: formatDayShort(since) })}
        {members.some(one => one.unconfirmed) ? ` ${t('unconfirmed.help')}` : ''}
      </p>
      <div className="sixfold">
        {members.map(member => (
          <MemberCard key={member.id} member={member} since={since} />
        ))}
      </div>
      <h2 className="gap-above">{t('response')}</h2>
      <ResponseTable figures={response.data} since={response.data.since} opens="tasks" />
      <h2 className="gap-above">{t('response.items')}</h2>
      <ResponseTable figures={response.data.items} since={response.data.since} opens="items" />
    </div>
  )
}

function MemberCard({ member, since }: { member: Member; since: string }) {
  const t = texts.useTexts()
  const agency = member.agencies.map(({ id }) => id).join(',')
  const opened = (state?: 'overdue' | 'finished' | 'onTime') => ({ agency, since, ...(state ? { state } : {}) })
  const rows = [
    ['tasks', member.tasks, undefined],
    ['finished', member.finished, 'finished'],
    ['onTime', member.onTime, 'onTime'],
    ['overdue', member.overdue, 'overdue'],
  ] as const
  return (
    <section className="card" aria-label={member.name}>
      <h2 lang="zh-CN">
        {member.name} {member.unconfirmed ? <span className="quiet small">（{t('unconfirmed')}）</span> : null}
      </h2>
      <p lang="zh-CN">{member.duty}</p>
      <p className="quiet small" lang="zh-CN">
        {member.agencies.length === 0 ? t('noAgencies') : member.agencies.map(({ name }) => name).join('、')}
      </p>
      <dl className="coop-figures">
        {rows.map(([name, value, state]) => (
          <div key={name}>
            <dt>{t(name)}</dt>
            <dd>
              {agency === '' || value === 0 ? (
                value
              ) : (
                <Link
                  to="/cooperation-tasks"
                  search={opened(state)}
                  aria-label={`${member.name} ${t(name)} ${value}`}
                  {...(name === 'overdue' ? { className: 'coop-late' } : {})}
                >
                  {name === 'overdue' ? '▲ ' : ''}
                  {value}
                </Link>
              )}
            </dd>
          </div>
        ))}
        <div>
          <dt>{t('meetings')}</dt>
          <dd>
            {member.meetings === 0 ? (
              0
            ) : (
              <Link to="/meetings" search={opened()} aria-label={`${member.name} ${t('meetings')} ${member.meetings}`}>
                {member.meetings}
              </Link>
            )}
          </dd>
        </div>
        <div>
          <dt>{t('joined')}</dt>
          <dd>
            {member.actions === 0 ? (
              0
            ) : (
              <Link
                to="/joint-actions"
                search={opened()}
                aria-label={`${member.name} ${t('joined')} ${member.actions}`}
              >
                {member.actions}
              </Link>
            )}
          </dd>
        </div>
      </dl>
    </section>
  )
}
