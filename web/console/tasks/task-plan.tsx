import type { TaskView } from '#contract/inspection'
import { formatDayShort } from '../../shared/format.ts'
import { texts } from './texts.ts'

/** 查什么、依据、几点去、谁去: what the two take with them. */
export function TaskPlan({ task, yearlyCap }: { task: TaskView; yearlyCap: number }) {
  const t = texts.useTexts()
  const name = task.proposedBy.startsWith('system:') ? t('machine') : task.proposedBy
  return (
    <dl className="task-plan small">
      <div>
        <dt>{t('plan.what')}</dt>
        <dd>
          <ul lang="zh-CN">
            {task.checklist.map(line => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </dd>
      </div>
      <div>
        <dt>{t('plan.law')}</dt>
        <dd lang="zh-CN">{task.basis.join('、')}</dd>
      </div>
      <div>
        <dt>{t('plan.when')}</dt>
        <dd>
          {t('dueBy', { day: formatDayShort(task.dueBy) })} · {t(`hours.${task.hours}`)} {task.between}
        </dd>
      </div>
      <div>
        <dt>{t('plan.who')}</dt>
        <dd>{task.officers.length > 0 ? task.officers.join('、') : t('officers.later')}</dd>
      </div>
      <div>
        <dt>{t('plan.count')}</dt>
        <dd>
          {t(task.capped ? 'visits' : 'visits.outside', { count: task.visits, cap: yearlyCap })}
          {task.source === 'draw' ? '' : ` · ${t('outsideDraw')}`} · {t('by', { name })}
        </dd>
      </div>
    </dl>
  )
}
