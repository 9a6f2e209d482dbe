import type { SiteCheckTask } from '#contract/licensing'
import type { OutboxRow } from '../../device/database.ts'
import { ActState, StateMark } from '../../parts/act-state.tsx'
import { lastOf } from '../given.ts'
import { texts } from '../texts.ts'

/** Where one file stands: what lies on the telephone comes before what the server said. */
export function TaskState({ task, outbox }: { task: SiteCheckTask; outbox: readonly OutboxRow[] }) {
  const t = texts.useTexts()
  const sent = lastOf(task.applicationNo, outbox)
  const { last } = task
  if (sent !== undefined && (sent.state !== 'received' || last === null)) return <ActState row={sent} />
  if (last === null || last.state === 'replaced') return <StateMark state="todo" />
  if (last.state === 'disputed')
    return <StateMark state="conflict" words={t('disputed', { name: last.mine ? last.second : last.by })} />
  return last.awaitsMe ? (
    <StateMark state="conflict" words={t('awaitsMe')} />
  ) : (
    <StateMark state="received" words={t('awaitsOther', { name: last.second })} />
  )
}
