import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { matterKinds, type OwnDay, ownRoutes as routes } from '#contract/partners'
import { call } from '../../shared/api.ts'
import { formatInstant } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { Loading } from '../app/page-states.tsx'
import { PageFailed } from '../app/problem-alert.tsx'
import './cooperation.css'
import { OwnAct } from './own-act.tsx'
import { OwnActions } from './own-actions.tsx'
import { OwnTask } from './own-task.tsx'
import { texts } from './own-texts.ts'

/** 我的协作: tasks, actions and meetings of an agency (or of an officer), as far as they were given, called or released. */
export function OwnWorkPage() {
  const t = texts.useTexts()
  const day = useQuery({ queryKey: ['ownWork'], queryFn: ({ signal }) => call(routes.ownDay, { signal }) })
  if (day.isError) return <PageFailed title={t('title')} error={day.error} retry={() => void day.refetch()} />
  if (day.isPending) return <Loading />
  const { agency, tasks, actions, meetings } = day.data
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('title')}</h1>
        <span className="quiet" lang="zh-CN">
          {agency}
        </span>
      </div>
      <p className="quiet">{t('intro')}</p>
      <div className="coop-columns">
        <section className="card" aria-label={t('tasks')}>
          <h2>{t('tasks')}</h2>
          {tasks.length === 0 ? <p className="quiet">{t('tasks.none')}</p> : null}
          <ul className="coop-list">
            {tasks.map(task => (
              <OwnTask key={task.id} task={task} />
            ))}
          </ul>
        </section>
        <div>
          <OwnActions actions={actions} />
          <Meetings meetings={meetings} />
        </div>
      </div>
    </div>
  )
}

function Meetings({ meetings }: Pick<OwnDay, 'meetings'>) {
  const t = texts.useTexts()
  if (meetings.length === 0) return null
  return (
    <section className="card" aria-label={t('meetings')}>
      <h2>{t('meetings')}</h2>
      <ul className="coop-list">
        {meetings.map(meeting => (
          <li key={meeting.id}>
            <strong lang="zh-CN">{meeting.title}</strong>{' '}
            <span className="quiet">
              {formatInstant(meeting.startsAt)} {meeting.place} · {pick(meeting.stateLabel, meeting.stateLabelEn)}
              {meeting.reply === null ? '' : ` · ${t(meeting.reply)}`}
            </span>
            <ol lang="zh-CN">
              {meeting.lines.map(line => (
                <AgendaLine key={`${line.kind}${line.ref}${line.itemNo}${line.words}`} line={line} />
              ))}
            </ol>
            {meeting.state === 'called' ? (
              <div className="coop-row">
                {([true, false] as const).map(coming => (
                  <OwnAct
                    key={String(coming)}
                    label={t(coming ? 'coming' : 'notComing')}
                    act={{ kind: 'reply', meetingId: meeting.id, coming, words: '' }}
                  />
                ))}
              </div>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What of ours a line names is read in its item, where each look is counted. */
function AgendaLine({ line: { kind, ref, itemNo, words } }: { line: OwnDay['meetings'][number]['lines'][number] }) {
  return (
    <li>
      {kind === 'other' ? '' : pick(matterKinds[kind].zh, matterKinds[kind].en)} {ref === itemNo ? '' : ref} {words}{' '}
      {itemNo === null ? null : (
        <Link to="/inbox/$no" params={{ no: itemNo }}>
          {itemNo}
        </Link>
      )}
    </li>
  )
}
