import { ok, type Result, refuse } from '#kernel/refusal'
import { type Moves, nextState, type StateOf } from '#kernel/state-table'
import { checkShownWords } from '../guard/check-words.ts'

/** 活动 from the plan to the count. */
export const eventMoves = {
  planned: { move: 'planned', hold: 'held', cancel: 'cancelled' },
} as const satisfies Moves
export type EventState = StateOf<typeof eventMoves>

export const eventKinds = {
  village: { zh: '进村居', en: 'Village' },
  market: { zh: '进圩镇', en: 'Market town' },
  school: { zh: '进校园', en: 'School' },
} as const
export type EventKind = keyof typeof eventKinds

/** 广告法第二十二条 for title, place and materials; a school is held to what pupils may be told. Refuses `adWords`. */
export const checkEventWords = (kind: EventKind, texts: readonly string[]): Result<null> =>
  checkShownWords(texts, kind === 'school' ? 'minor' : 'public')

interface Planned {
  readonly state: EventState
  readonly version: number
  readonly plannedOn: string
  readonly startsAt: string
}

export interface EventStep {
  readonly event: 'move' | 'hold' | 'cancel'
  readonly version: number
  readonly plannedOn?: string
  readonly startsAt?: string
  /** People counted; only with `hold`. */
  readonly heads?: number
  readonly note?: string
}

export interface EventChange {
  readonly state: EventState
  readonly plannedOn: string
  readonly startsAt: string
  readonly heldOn: string | null
  readonly heads: number | null
  readonly note: string | null
}

/** 改期、办完、取消. Refusals: `eventChanged`, `eventStepNotAllowed`, `eventDayPast`, `eventTooEarly`, `eventHeadsMissing`. */
export function decideEventStep(event: Planned, step: EventStep, today: string): Result<EventChange> {
  if (event.version !== step.version) return refuse('eventChanged')
  const moved = nextState(eventMoves, event.state, step.event)
  if (!moved.ok) return refuse('eventStepNotAllowed')
  const { plannedOn, startsAt } = event
  const same = { state: moved.value, plannedOn, startsAt, heldOn: null, heads: null, note: step.note?.trim() || null }
  if (step.event === 'cancel') return ok(same)
  if (step.event === 'move') {
    const change = { ...same, plannedOn: step.plannedOn ?? plannedOn, startsAt: step.startsAt ?? startsAt }
    return change.plannedOn < today ? refuse('eventDayPast') : ok(change)
  }
  if (plannedOn > today) return refuse('eventTooEarly')
  return step.heads === undefined ? refuse('eventHeadsMissing') : ok({ ...same, heldOn: plannedOn, heads: step.heads })
}

/** A poster hangs a week longer than its event. */
const openDays = 7

/** 签到、评价: on the day and the week after it. Refusals: `eventUnknown` (cancelled), `eventNotToday`. */
export function mayJoin(
  { state, plannedOn }: Pick<Planned, 'state' | 'plannedOn'>,
  today: Temporal.PlainDate,
): Result<null> {
  if (state === 'cancelled') return refuse('eventUnknown')
  const { days } = Temporal.PlainDate.from(plannedOn).until(today)
  return days >= 0 && days <= openDays ? ok(null) : refuse('eventNotToday', { day: plannedOn })
}
