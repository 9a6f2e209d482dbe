import type { OwnDay } from '#contract/partners'
import type { AreaProps } from '../../app/area.ts'
import '../cooperation.css'
import { ActionScreen } from './action.tsx'
import { DayScreen } from './day.tsx'
import { TaskScreen } from './task.tsx'

/** 协作: the list, one task, or one action. */
export function CooperationScreen({ kept, staff, outbox, place, go }: AreaProps<OwnDay>) {
  const [page, id] = place
  const task = page === 'task' ? kept.bundle.tasks.find(one => one.id === id) : undefined
  if (task) return <TaskScreen key={task.id} task={task} staffId={staff.id} outbox={outbox} go={go} />
  const action = page === 'action' ? kept.bundle.actions.find(one => one.id === id) : undefined
  if (action) return <ActionScreen key={action.id} action={action} staffId={staff.id} outbox={outbox} go={go} />
  return <DayScreen day={kept.bundle} staffId={staff.id} outbox={outbox} go={go} />
}
