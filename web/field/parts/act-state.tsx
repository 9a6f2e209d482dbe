import type { OutboxRow, OutboxState } from '../device/database.ts'
import { texts } from '../texts.ts'

const signs = { kept: '▣', sending: '↑', received: '✓', conflict: '！', todo: '○' } as const

/** 在本机, 发送中, 已收到, 需要处理: sign and word, never colour alone. */
export function StateMark({ state, words }: { state: OutboxState | 'todo'; words?: string }) {
  const t = texts.useTexts()
  return (
    <span className={`item-state item-${state}`}>
      <span aria-hidden="true">{signs[state]}</span> {words ?? t(`state.${state}`)}
    </span>
  )
}

/** The state of one act with what was done; tries that brought no answer are said. */
export function ActState({ row }: { row: OutboxRow }) {
  const t = texts.useTexts()
  const done = row.label ?? row.what
  const tried = row.state === 'kept' && row.tries > 2 ? ` · ${t('state.tried', { count: row.tries })}` : ''
  return <StateMark state={row.state} words={`${t(`state.${row.state}`)}${done === '' ? '' : ` · ${done}`}${tried}`} />
}
