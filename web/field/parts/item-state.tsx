import { type FieldStop, itemStateLabels } from '#contract/delivery'
import { useLanguage } from '../../shared/language.ts'
import type { OutboxRow } from '../device/database.ts'
import { texts } from '../texts.ts'

/** A stop on its round. */
export type Placed = FieldStop & { readonly roundId: string }

const signs = { kept: '▣', sending: '↑', received: '✓', conflict: '！', todo: '○' } as const

/** The last word about one item: what lies on the telephone comes before what the server said. */
export function lastOf(stop: Placed, outbox: readonly OutboxRow[]): OutboxRow | undefined {
  return outbox
    .filter(row => row.itemNo === stop.itemNo && row.roundId === stop.roundId && row.kind !== 'depart')
    .at(-1)
}

const open = ['planned', 'secondTry', 'onTheWay']

/** Whether the courier is done with it: something is recorded, or the server already knows. */
export const isDone = (stop: Placed, outbox: readonly OutboxRow[]): boolean => {
  const last = lastOf(stop, outbox)
  return last === undefined ? !open.includes(stop.state) : last.state !== 'conflict'
}

/** 在本机, 发送中, 已收到, 有冲突: sign and word, never colour alone. */
export function ItemState({ stop, outbox }: { stop: Placed; outbox: readonly OutboxRow[] }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const last = lastOf(stop, outbox)
  const known = itemStateLabels[stop.state as keyof typeof itemStateLabels]
  const state = last?.state ?? (open.includes(stop.state) ? 'todo' : 'received')
  const what = last === undefined ? '' : ` · ${last.label ?? t(last.kind as 'absent')}`
  const words = last === undefined && state === 'received' ? known[language] : `${t(`state.${state}`)}${what}`
  return (
    <span className={`item-state item-${state}`}>
      <span aria-hidden="true">{signs[state]}</span> {words}
    </span>
  )
}
