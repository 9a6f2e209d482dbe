import type { AreaProps } from '../../app/area.ts'
import type { InspectionDay } from '../bundle.ts'
import { DayScreen } from './day.tsx'
import { TaskScreen } from './task.tsx'

/** 检查: the list of the day, or one task. */
export function InspectionScreen({ kept, staff, outbox, place, go }: AreaProps<InspectionDay>) {
  const day = kept.bundle
  const task = day.tasks.find(one => one.task.id === place[1])
  return place[0] === 'task' && task ? (
    <TaskScreen key={task.task.id} day={day} task={task} staff={staff} outbox={outbox} part={place[2]} go={go} />
  ) : (
    <DayScreen day={day} staff={staff} outbox={outbox} go={go} />
  )
}
