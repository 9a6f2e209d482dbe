import { type FieldStop, itemStateLabels } from '#contract/delivery'
import { useLanguage } from '../../../shared/language.ts'
import type { OutboxRow } from '../../device/database.ts'
import { ActState, StateMark } from '../../parts/act-state.tsx'

/** A stop on its round. */
export type Placed = FieldStop & { readonly roundId: string }

/** The last word about one item: what lies on the telephone comes before what the server said. */
export function lastOf(stop: Placed, outbox: readonly OutboxRow[]): OutboxRow | undefined {
  return outbox.filter(row => row.matter === stop.itemNo && row.within === stop.roundId && row.kind !== 'depart').at(-1)
}

const open = ['planned', 'secondTry', 'onTheWay']

/** Whether the courier is done with it: something is recorded, or the server already knows. */
export const isDone = (stop: Placed, outbox: readonly OutboxRow[]): boolean => {
  const last = lastOf(stop, outbox)
  return last === undefined ? !open.includes(stop.state) : last.state !== 'conflict'
}

/** A door with its state: nothing recorded yet, what lies on the telephone, or what the server knows. */
export function ItemState({ stop, outbox }: { stop: Placed; outbox: readonly OutboxRow[] }) {
  const language = useLanguage()
  const last = lastOf(stop, outbox)
  if (last !== undefined) return <ActState row={last} />
  if (open.includes(stop.state)) return <StateMark state="todo" />
  return <StateMark state="received" words={itemStateLabels[stop.state as keyof typeof itemStateLabels][language]} />
}
