import { pick } from '../../../shared/i18n.ts'
import { useLanguage } from '../../../shared/language.ts'
import type { OutboxRow } from '../../device/database.ts'
import type { SiteBundle } from '../area.ts'
import { TaskState } from '../parts/task-state.tsx'
import { texts } from '../texts.ts'

interface Props {
  readonly bundle: SiteBundle
  readonly outbox: readonly OutboxRow[]
  readonly go: (to: string) => void
}

/** 待核查的办件, the most pressing first. */
export function ListScreen({ bundle, outbox, go }: Props) {
  const t = texts.useTexts()
  const language = useLanguage()
  return (
    <>
      <h1>{t('list.title')}</h1>
      <p className="quiet">{t('list.two')}</p>
      {bundle.tasks.length === 0 ? (
        <p className="card">
          {t('list.none')} {t('list.none.next')}
        </p>
      ) : null}
      <ol className="stops">
        {bundle.tasks.map(task => (
          <li key={task.applicationNo}>
            <button type="button" className="stop" onClick={() => go(`task/${task.applicationNo}`)}>
              <span className="stop-words">
                <strong>{task.shopName}</strong>
                <span>{task.address}</span>
                <span className="quiet">
                  {pick(task.serviceLabel, task.serviceLabelEn, language)}
                  {task.dueOn === null ? '' : ` · ${t('due', { day: task.dueOn })}`}
                </span>
                <TaskState task={task} outbox={outbox} />
              </span>
            </button>
          </li>
        ))}
      </ol>
    </>
  )
}
