import type { OwnDay } from '#contract/partners'
import { formatDayShort, formatInstant } from '../../../shared/format.ts'
import { pick } from '../../../shared/i18n.ts'
import type { OutboxRow } from '../../device/database.ts'
import { StateMark } from '../../parts/act-state.tsx'
import { standingOf } from '../fold.ts'
import { texts } from '../texts.ts'
import { stateWord } from '../words.ts'
import { MeetingCard } from './meeting-card.tsx'

interface Props {
  readonly day: OwnDay
  readonly staffId: string
  readonly outbox: readonly OutboxRow[]
  readonly go: (to: string) => void
}

/** 我的任务和行动: what ends first stands first; closed ones below stay readable. */
export function DayScreen({ day, staffId, outbox, go }: Props) {
  const t = texts.useTexts()
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="quiet" lang="zh-CN">
        {day.agency}
      </p>
      {day.actions.length === 0 ? null : (
        <>
          <h2>{t('actions')}</h2>
          <ol className="stops">
            {day.actions.map(action => (
              <li key={action.id}>
                <button type="button" className="stop" onClick={() => go(`action/${action.id}`)}>
                  <span className="stop-words">
                    <strong lang="zh-CN">{action.title}</strong>
                    <span className="quiet">{formatInstant(action.startsAt)}</span>
                    <span>{pick(action.stateLabel, action.stateLabelEn)}</span>
                  </span>
                </button>
              </li>
            ))}
          </ol>
        </>
      )}
      {day.tasks.length === 0 ? <p className="card">{t('none')}</p> : null}
      <ol className="stops">
        {day.tasks.map(task => {
          const state = standingOf(task, outbox)
          const last = outbox.findLast(row => row.matter === task.id)
          return (
            <li key={task.id}>
              <button type="button" className="stop" onClick={() => go(`task/${task.id}`)}>
                <span className="stop-words">
                  <strong lang="zh-CN">{task.words}</strong>
                  <span className={task.overdue ? 'late' : 'quiet'}>
                    {t('due', { day: formatDayShort(task.dueOn) })} {task.overdue ? t('late') : ''} {task.town}
                  </span>
                  {last === undefined ? (
                    <span>{stateWord(state)}</span>
                  ) : (
                    <StateMark state={last.state} words={stateWord(state)} />
                  )}
                </span>
              </button>
            </li>
          )
        })}
      </ol>
      {day.meetings.length === 0 ? null : (
        <>
          <h2>{t('meetings')}</h2>
          {day.meetings.map(meeting => (
            <MeetingCard key={meeting.id} meeting={meeting} staffId={staffId} outbox={outbox} />
          ))}
        </>
      )}
    </>
  )
}
