import type { TaskView } from '#contract/inspection'
import { formatDayShort } from '../../shared/format.ts'
import { texts } from './texts.ts'

/** 查什么、依据、几点去: what the two take with them. */
export function TaskPlan({ task, yearlyCap }: { task: TaskView; yearlyCap: number }) {
  const t = texts.useTexts()
  const name = task.proposedBy.startsWith('system:') ? t('machine') : task.proposedBy
  return (
    <>
      <ul className="small" lang="zh-CN">
        {task.checklist.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className="quiet small" lang="zh-CN">
        {task.basis.join('、')}
      </p>
      <p className="small">
        {t('dueBy', { day: formatDayShort(task.dueBy) })} · {t(`hours.${task.hours}`)} {task.between}
      </p>
      <p className="small">
        {task.officers.length > 0 ? t('officers.two', { names: task.officers.join('、') }) : t('officers.later')}
      </p>
      <p className="quiet small">
        {t(task.capped ? 'visits' : 'visits.outside', { count: task.visits, cap: yearlyCap })}
        {task.source === 'draw' ? '' : ` · ${t('outsideDraw')}`} · {t('by', { name })}
      </p>
    </>
  )
}
