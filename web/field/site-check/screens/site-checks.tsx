import type { AreaProps } from '../../app/area.ts'
import type { SiteBundle } from '../area.ts'
import { ListScreen } from './list.tsx'
import { RecordScreen } from './record.tsx'
import { ReviewScreen } from './review.tsx'
import { TaskScreen } from './task.tsx'

/** 核查: the list, one file, its record step by step, or a colleague's record to sign. */
export function SiteCheckScreen({ kept, staff, outbox, place, go }: AreaProps<SiteBundle>) {
  const [page, no, step] = place
  const task = kept.bundle.tasks.find(one => one.applicationNo === no)
  if (task === undefined) return <ListScreen bundle={kept.bundle} outbox={outbox} go={go} />
  const given = { task, bundle: kept.bundle, staff, outbox, go }
  if (page === 'record') return <RecordScreen key={task.applicationNo} {...given} step={Number(step ?? 1)} />
  return page === 'review' && task.last !== null ? (
    <ReviewScreen {...given} last={task.last} />
  ) : (
    <TaskScreen {...given} />
  )
}
