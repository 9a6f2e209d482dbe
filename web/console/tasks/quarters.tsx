import { Link, useSearch } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { type TaskBoard, type TaskView, taskStateLabels } from '#contract/inspection'
import { Cards } from './cards.tsx'
import { Circle, type Phase, phases } from './circle.tsx'
import { Proposals } from './proposals.tsx'
import { texts } from './texts.ts'

export interface QuartersProps {
  readonly board: TaskBoard
  readonly fresh: (board: TaskBoard | undefined) => void
  /** Whether the proposals beyond the week are shown. */
  readonly whole: boolean
  readonly setWhole: (whole: boolean) => void
}

/** 分析 → 计划 → 检查 → 处理, each with its tasks; of the proposals those first that the officers can go to this week. */
export function Quarters({ board, fresh, whole, setWhole }: QuartersProps) {
  const t = texts.useTexts()
  const { ref } = useSearch({ from: '/tasks' })
  const id = useId()
  const [wanted, setWanted] = useState('')
  const [withOver, setWithOver] = useState(false)
  const found = board.items.filter(({ shopName, licenceNo, town, officers }) =>
    [shopName, licenceNo, town, ...officers].join(' ').includes(wanted.trim()),
  )
  const over = found.filter(({ state }) => state === 'rejected' || state === 'lapsed')
  const closed = found.filter(({ state }) => state === 'closed')
  const items = found.filter(task => !closed.includes(task) && (withOver || !over.includes(task)))
  const quarter = Map.groupBy(items, (task: TaskView) => taskStateLabels[task.state].phase)
  const countOf = (phase: Phase) => (quarter.get(phase)?.length ?? 0) + (phase === 'A' ? board.rest : 0)
  const find = (text: string) => {
    setWanted(text)
    // Who looks for a shop looks among all proposals, not among the first.
    if (text.trim() !== '' && board.rest > 0) setWhole(true)
  }
  return (
    <>
      {ref === undefined ? null : (
        <p>
          {t('only', { ref })}　<Link to="/tasks">{t('all')}</Link>
        </p>
      )}
      <Circle counts={new Map(phases.map(phase => [phase, countOf(phase)]))} />
      <div className="task-find">
        <label htmlFor={id}>{t('find')}</label>
        <Input id={id} allowClear value={wanted} onChange={event => find(event.target.value)} />
        {over.length === 0 ? null : (
          <Button type="link" onClick={() => setWithOver(!withOver)}>
            {t(withOver ? 'over.hide' : 'over.show', { count: over.length })}
          </Button>
        )}
      </div>
      <div className="task-board">
        {phases.map(phase => (
          <section key={phase} id={`phase-${phase}`} aria-label={t(`phase.${phase}`)}>
            <h2>
              {t(`phase.${phase}`)} <span className="quiet">{countOf(phase)}</span>
            </h2>
            <p className="quiet small">{t(`phase.${phase}.help`)}</p>
            {phase === 'A' && ref === undefined ? (
              <Proposals tasks={quarter.get('A') ?? []} {...{ board, fresh, whole, setWhole }} />
            ) : (
              <Cards tasks={quarter.get(phase) ?? []} board={board} fresh={fresh} />
            )}
            {phase === 'D' && closed.length > 0 ? <Closed tasks={closed} board={board} fresh={fresh} /> : null}
          </section>
        ))}
      </div>
    </>
  )
}

/** 已办结: for whoever looks back; what waits to be settled stands before it. */
function Closed(cards: Parameters<typeof Cards>[0]) {
  const t = texts.useTexts()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button block onClick={() => setOpen(!open)}>
        {t(open ? 'closed.hide' : 'closed.show', { count: cards.tasks.length })}
      </Button>
      {open ? <Cards {...cards} /> : null}
    </>
  )
}
