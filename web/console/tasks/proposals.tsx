import { Button } from 'antd'
import { type TaskView, turns } from '#contract/inspection'
import { pick } from '../../shared/i18n.ts'
import { Cards } from './cards.tsx'
import type { QuartersProps } from './quarters.tsx'
import { TaskCard } from './task-card.tsx'
import { texts } from './texts.ts'

interface Props extends QuartersProps {
  /** What of the quarter is to be seen now: a search may have narrowed it. */
  readonly tasks: readonly TaskView[]
}

/** 建议: first what the officers can go to this week, by what it was made for; the rest by one click, with its count. */
export function Proposals({ tasks, board, fresh, whole, setWhole }: Props) {
  const t = texts.useTexts()
  const { pairs, perPair, planned } = board.force
  const known = new Map(tasks.map(task => [task.id, task]))
  const groups = board.first
    .map(({ turn, ids }) => ({ turn, tasks: ids.map(id => known.get(id)).filter(task => task !== undefined) }))
    .filter(group => group.tasks.length > 0)
  const ahead = new Set(board.first.flatMap(({ ids }) => ids))
  const behind = tasks.filter(({ id }) => !ahead.has(id))
  return (
    <>
      <p className="task-force small">
        {t('force', { visits: pairs * perPair, pairs, perPair, planned, free: Math.max(0, pairs * perPair - planned) })}
        {board.rest === 0 ? '' : t('rest.below', { count: board.rest })}
      </p>
      {groups.map(({ turn, tasks: of }) => (
        <div key={turn}>
          <h3>
            {pick(turns[turn].zh, turns[turn].en)} <span className="quiet">{of.length}</span>
          </h3>
          {of.map(task => (
            <TaskCard key={task.id} task={task} board={board} fresh={fresh} />
          ))}
        </div>
      ))}
      {board.rest === 0 ? null : (
        <Button block onClick={() => setWhole(true)}>
          {t('rest.show', { count: board.rest })}
        </Button>
      )}
      {behind.length === 0 ? null : (
        <>
          <h3>
            {t('rest')} <span className="quiet">{behind.length}</span>
          </h3>
          {whole ? (
            <Button block onClick={() => setWhole(false)}>
              {t('rest.hide')}
            </Button>
          ) : null}
          <Cards tasks={behind} board={board} fresh={fresh} />
        </>
      )}
    </>
  )
}
