import { Button } from 'antd-mobile'
import { lazy, Suspense, useState } from 'react'
import { type FieldTask, taskKinds, visitStateLabels } from '#contract/inspection'
import { formatDayShort } from '../../../shared/format.ts'
import { pick } from '../../../shared/i18n.ts'
import type { AreaProps } from '../../app/area.ts'
import { ActState, StateMark } from '../../parts/act-state.tsx'
import type { InspectionDay } from '../bundle.ts'
import { shopTexts } from '../shop-texts.ts'
import { useVisit } from '../use-visit.ts'

const DayMap = lazy(() => import('../parts/day-map.tsx'))

interface Props extends Pick<AreaProps<InspectionDay>, 'staff' | 'outbox' | 'go'> {
  readonly day: InspectionDay
}

/** 今天的检查: each task with its state; the map is one press away, without network too. */
export function DayScreen({ day, staff, outbox, go }: Props) {
  const t = shopTexts.useTexts()
  const [map, setMap] = useState(false)
  const [failed, setFailed] = useState(false)
  return (
    <>
      <h1>{t('day.title')}</h1>
      {day.certified ? null : (
        <p className="fault" role="alert">
          {t('day.uncertified')}
        </p>
      )}
      {day.tasks.length === 0 ? <p className="card">{t('day.none')}</p> : null}
      {failed ? <p className="amber">{t('day.mapFailed')}</p> : null}
      {day.tasks.length > 0 && !failed ? (
        <Button block className="main-button" onClick={() => setMap(!map)}>
          {t(map ? 'day.list' : 'day.map')}
        </Button>
      ) : null}
      {map && !failed ? (
        <Suspense>
          <DayMap day={day} failed={() => setFailed(true)} open={id => go(`task/${id}`)} />
        </Suspense>
      ) : null}
      <ol className="stops">
        {day.tasks.map((task, index) => (
          <Task key={task.task.id} nth={index + 1} task={task} day={day} staff={staff} outbox={outbox} go={go} />
        ))}
      </ol>
    </>
  )
}

function Task({ nth, task, day, staff, outbox, go }: Props & { nth: number; task: FieldTask }) {
  const t = shopTexts.useTexts()
  const visit = useVisit(task, staff.id)
  const kind = taskKinds[task.task.kind]
  const last = outbox.findLast(row => row.matter === task.task.id)
  const state = visitStateLabels[visit?.facts.state ?? 'none']
  const { visitOn } = task.task
  return (
    <li>
      <button type="button" className="stop" onClick={() => go(`task/${task.task.id}`)}>
        <span className="stop-seq">{nth}</span>
        <span className="stop-words">
          <strong>{task.face.shopName}</strong>
          <span>{task.face.address}</span>
          <span className="quiet">
            {pick(kind.zh, kind.en)}
            {task.task.hours === 'off' ? ` · ${t('off')}` : ''} · {task.officers.map(({ name }) => name).join('、')}
          </span>
          {visitOn !== null && visitOn < day.day && visit?.facts.state === 'none' ? (
            <span className="amber">▲ {t('late', { day: formatDayShort(visitOn) })}</span>
          ) : null}
          {last === undefined || last.state === 'received' ? (
            <StateMark
              state={visit?.facts.state === 'none' ? 'todo' : 'received'}
              words={visit?.recordNo ?? pick(state.zh, state.en)}
            />
          ) : (
            <ActState row={last} />
          )}
        </span>
      </button>
    </li>
  )
}
