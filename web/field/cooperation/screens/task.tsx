import { Button } from 'antd-mobile'
import { useState } from 'react'
import type { OwnDay } from '#contract/partners'
import { formatDayShort, formatInstant } from '../../../shared/format.ts'
import type { OutboxRow } from '../../device/database.ts'
import { keepAct } from '../../outbox/outbox.ts'
import { ActState } from '../../parts/act-state.tsx'
import { SaveBar } from '../../parts/save-bar.tsx'
import { TextBox } from '../../parts/text-field.tsx'
import { eventsOf, standingOf } from '../fold.ts'
import { texts } from '../texts.ts'
import { eventWord, stateWord } from '../words.ts'

type Task = OwnDay['tasks'][number]

interface Props {
  readonly task: Task
  readonly staffId: string
  readonly outbox: readonly OutboxRow[]
  readonly go: (to: string) => void
}

/** 一项任务: receive it with one touch, then say what was found and done. */
export function TaskScreen({ task, staffId, outbox, go }: Props) {
  const t = texts.useTexts()
  const [words, setWords] = useState('')
  const state = standingOf(task, outbox)
  const events = eventsOf(state)
  const keep = async (event: (typeof events)[number]) => {
    const toldAt = new Date().toISOString()
    await keepAct(
      {
        ...{ area: 'cooperation', matter: task.id, kind: event, subject: task.words, what: t(event) },
        body: { kind: 'task' as const, taskId: task.id, event, words: words.trim(), toldAt },
      },
      staffId,
    )
    setWords('')
  }
  const short = words.trim().length < 2
  return (
    <>
      <button type="button" className="plain-button" onClick={() => go('')}>
        ‹ {t('back')}
      </button>
      <h1 lang="zh-CN">{task.words}</h1>
      <p className={task.overdue ? 'late' : 'quiet'}>
        {t('due', { day: formatDayShort(task.dueOn) })} {task.overdue ? t('late') : ''} {task.town}{' '}
        {task.aboutRef === '' ? '' : t('about', { ref: task.aboutRef })}
      </p>
      <p>{stateWord(state)}</p>
      {outbox
        .filter(row => row.matter === task.id)
        .map(row => (
          <ActState key={row.id} row={row} />
        ))}
      {events.includes('receive') ? <SaveBar label={t('receive')} missing={[]} save={() => keep('receive')} /> : null}
      {events.some(event => event !== 'receive') ? (
        <>
          <TextBox
            label={t(events.includes('finish') ? 'words.finish' : 'words.refuse')}
            value={words}
            set={setWords}
            max={1000}
          />
          <div className="two-buttons">
            {events
              .filter(event => event === 'answer' || event === 'refuse')
              .map(event => (
                <Button key={event} className="main-button" disabled={short} onClick={() => void keep(event)}>
                  {t(event)}
                </Button>
              ))}
          </div>
          {events.includes('finish') ? (
            <SaveBar label={t('finish')} missing={short ? [t('words.finish')] : []} save={() => keep('finish')} />
          ) : null}
        </>
      ) : null}
      <h2>{t('history')}</h2>
      <ol>
        {task.events.map(({ at, event, words: said }) => (
          <li key={at + event}>
            <span className="quiet">{formatInstant(at)}</span> {eventWord(event)} <span lang="zh-CN">{said}</span>
          </li>
        ))}
      </ol>
    </>
  )
}
