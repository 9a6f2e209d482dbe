import { Input } from 'antd'
import { useState } from 'react'
import { type OwnDay, receiverEvents, taskMoves, taskStateLabels } from '#contract/partners'
import { formatDayShort } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { EventLines } from './history.tsx'
import { OwnAct } from './own-act.tsx'
import { texts } from './own-texts.ts'

/** 一项任务 of one's own: what to do until when, and the steps that are the receiver's. */
export function OwnTask({ task }: { task: OwnDay['tasks'][number] }) {
  const t = texts.useTexts()
  const [words, setWords] = useState('')
  const state = taskStateLabels[task.state]
  const events = receiverEvents.filter(event => Object.hasOwn(taskMoves[task.state], event))
  return (
    <li>
      <strong lang="zh-CN">{task.words}</strong> {task.aboutRef}
      <div>
        <span className={task.overdue ? 'coop-late' : 'quiet'}>
          {task.overdue ? '▲ ' : ''}
          {t('due', { day: formatDayShort(task.dueOn) })} {task.overdue ? t('late') : ''} · {pick(state.zh, state.en)}
        </span>{' '}
        {task.town}
      </div>
      <details>
        <summary>
          {task.id} {t('history')}
        </summary>
        <EventLines events={task.events} />
      </details>
      {events.length === 0 ? null : (
        <div className="coop-row">
          <Input
            className="grow"
            size="small"
            aria-label={`${task.id} ${t('words')}`}
            placeholder={t('words')}
            maxLength={1000}
            value={words}
            onChange={event => setWords(event.target.value)}
          />
          {events.map(event => (
            <OwnAct
              key={event}
              label={t(event)}
              disabled={event !== 'receive' && words.trim().length < 2}
              act={{ kind: 'task', taskId: task.id, event, words: words.trim() }}
              done={() => setWords('')}
            />
          ))}
        </div>
      )}
    </li>
  )
}
