import { Button } from 'antd'
import { useState } from 'react'
import type { TaskBoard, TaskView } from '#contract/inspection'
import { TaskCard } from './task-card.tsx'
import { texts } from './texts.ts'

/** So many cards at first, and with each further look. */
const look = 60

interface CardsProps {
  readonly tasks: readonly TaskView[]
  readonly board: TaskBoard
  readonly fresh: (board: TaskBoard | undefined) => void
}

/** A long list of cards, some at a time. */
export function Cards({ tasks, board, fresh }: CardsProps) {
  const t = texts.useTexts()
  const [shown, setShown] = useState(look)
  return (
    <>
      {tasks.slice(0, shown).map(task => (
        <TaskCard key={task.id} task={task} board={board} fresh={fresh} />
      ))}
      {tasks.length > shown ? (
        <Button onClick={() => setShown(shown + look)}>{t('more', { count: tasks.length - shown })}</Button>
      ) : null}
    </>
  )
}
