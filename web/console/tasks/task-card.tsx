import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import {
  outcomeLabels,
  reasons,
  taskRoutes as routes,
  type TaskBoard,
  type TaskView,
  taskKinds,
  taskStateLabels,
  visitRoutes,
} from '#contract/inspection'
import { formatDayShort } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { mayUse } from '../app/permissions.ts'
import { useStaff } from '../session/session.ts'
import { FindingForm } from './finding-form.tsx'
import { SendForm } from './send-form.tsx'
import { SettleForm } from './settle-form.tsx'
import { StepForm } from './step-form.tsx'
import { TaskPlan } from './task-plan.tsx'
import { texts } from './texts.ts'

export interface TaskProps {
  readonly task: TaskView
  readonly board: Pick<TaskBoard, 'today' | 'yearlyCap'>
  /** Without a board: ask the server again. */
  readonly fresh: (board: TaskBoard | undefined) => void
  /** On its own page everything is said at once. */
  readonly whole?: boolean
}

type Doing = 'send' | 'reject' | 'recall' | 'finding' | 'settle'

/** One task: why, what to look for, until when, by whom; and what can be done with it. */
export function TaskCard({ task, board, fresh, whole = false }: TaskProps) {
  const t = texts.useTexts()
  const [doing, setDoing] = useState<Doing>()
  const reads = mayUse(visitRoutes.visit, useStaff())
  const kind = taskKinds[task.kind]
  const state = taskStateLabels[task.state]
  const done = (next: TaskBoard) => {
    setDoing(undefined)
    fresh(next)
  }
  const late = task.dueBy < board.today && ['proposed', 'assigned', 'visiting'].includes(task.state)
  return (
    <article className="card task-card" data-task={task.id}>
      <header>
        <Link to="/retailers/$licenceNo" params={{ licenceNo: task.licenceNo }}>
          {task.shopName || task.licenceNo}
        </Link>
        <span className="quiet small"> {task.town}</span>
        <div className="small">
          {pick(kind.zh, kind.en)} · {pick(state.zh, state.en)}
          {task.hours === 'off' ? ` · ${t('off')}` : ''}
        </div>
      </header>
      <p>{task.reasons.map(code => pick(reasons[code].zh, reasons[code].en)).join(pick('、', ', '))}</p>
      {task.why === '' ? null : <p className="small">{task.why}</p>}
      <p className={late ? 'task-late small' : 'small'}>
        {task.visitOn === null
          ? t('dueBy', { day: formatDayShort(task.dueBy) })
          : t('visitOn', { day: formatDayShort(task.visitOn) })}
        {task.officers.length > 0 ? ` · ${task.officers.join('、')}` : ''}
      </p>
      {task.state === 'proposed' && task.capped && task.visits >= board.yearlyCap ? (
        <p className="task-late small">{t('capFull')}</p>
      ) : null}
      {task.partner === null ? null : <p className="small">{t('with', { partner: task.partner })}</p>}
      {task.outcome === null ? null : (
        <p>
          <strong>{pick(outcomeLabels[task.outcome].zh, outcomeLabels[task.outcome].en)}</strong>
          {task.rectifyBy === null ? '' : ` · ${t('rectifyUntil', { day: formatDayShort(task.rectifyBy) })}`}
          {task.foundWords ? <span className="small"> {task.foundWords}</span> : null}
        </p>
      )}
      {task.state === 'visiting' ? <p className="small">{t('visiting')}</p> : null}
      {task.recordNo === null || !reads ? null : (
        <p>
          <a href={visitRoutes.visitRecord.url.replace(':id', task.id)} target="_blank" rel="noreferrer">
            {t('record')} {task.recordNo}
          </a>
        </p>
      )}
      {reads && (task.recordNo !== null || task.state === 'visiting') ? (
        <p className="small">
          <Link to="/tasks/$taskId/visit" params={{ taskId: task.id }}>
            {t('visit')}
          </Link>
        </p>
      ) : null}
      {whole ? (
        <TaskPlan task={task} yearlyCap={board.yearlyCap} />
      ) : (
        <details>
          <summary>{t('more.open')}</summary>
          <TaskPlan task={task} yearlyCap={board.yearlyCap} />
          <p className="small">
            <Link to="/tasks/$taskId" params={{ taskId: task.id }}>
              {t('page', { id: task.id })}
            </Link>
          </p>
        </details>
      )}
      {doing === undefined ? <Acts task={task} start={setDoing} /> : null}
      {doing === 'send' ? <SendForm task={task} board={board} fresh={done} close={() => setDoing(undefined)} /> : null}
      {doing === 'reject' || doing === 'recall' ? (
        <StepForm task={task} event={doing} fresh={done} close={() => setDoing(undefined)} />
      ) : null}
      {doing === 'finding' ? (
        <FindingForm task={task} today={board.today} fresh={done} close={() => setDoing(undefined)} />
      ) : null}
      {doing === 'settle' ? <SettleForm task={task} fresh={done} close={() => setDoing(undefined)} /> : null}
    </article>
  )
}

/** What this person may do with the task now: the head sends and settles, the two who go report. */
function Acts({ task, start }: { task: TaskView; start: (doing: Doing) => void }) {
  const t = texts.useTexts()
  const head = mayUse(routes.approveTask, useStaff())
  const acts: readonly (readonly [Doing, boolean])[] = [
    ['send', head && task.state === 'proposed'],
    ['reject', head && task.state === 'proposed'],
    ['finding', task.mine && task.state === 'assigned'],
    ['recall', head && task.state === 'assigned'],
    ['settle', head && task.state === 'found'],
  ]
  const open = acts.filter(([, may]) => may)
  if (open.length === 0) return null
  return (
    <div className="task-actions">
      {open.map(([doing], index) => (
        <Button key={doing} size="small" type={index === 0 ? 'primary' : 'default'} onClick={() => start(doing)}>
          {t(doing)}
        </Button>
      ))}
    </div>
  )
}
