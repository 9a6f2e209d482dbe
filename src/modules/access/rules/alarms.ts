import type { Result } from '#kernel/refusal'
import { refuse } from '#kernel/refusal'
import { type Moves, nextState, type StateOf } from '#kernel/state-table'
import type { WatchPolicy } from './fleet-health.ts'

/** 告警: what somebody must look at. */
export const alarmKinds = [
  'silent',
  'silentTown',
  'silentNetwork',
  'cloned',
  'revoked',
  'actHeld',
  'helpWaiting',
] as const
export type AlarmKind = (typeof alarmKinds)[number]

/** 告警状态: read by the guard, the buttons of the fleet page and the test. */
export const alarmMoves = {
  open: { acknowledge: 'acknowledged', end: 'ended' },
  acknowledged: { end: 'ended' },
  ended: {},
} as const satisfies Moves
export type AlarmState = StateOf<typeof alarmMoves>

export const alarmStateOf = (alarm: { acknowledgedAt: string | null; endedAt: string | null }): AlarmState =>
  alarm.endedAt !== null ? 'ended' : alarm.acknowledgedAt !== null ? 'acknowledged' : 'open'

const words: Readonly<Record<AlarmState, string>> = { open: '待处理', acknowledged: '已知悉', ended: '已处理' }

export function moveAlarm(state: AlarmState, event: 'acknowledge' | 'end'): Result<AlarmState, 'alarmMoveRefused'> {
  const next = nextState(alarmMoves, state, event)
  return next.ok ? next : refuse('alarmMoveRefused', { state: words[state] })
}

/** One alarm as it is raised; `key` says what it is about, and while one is open there is no second. */
export interface Raise {
  readonly key: string
  readonly kind: AlarmKind
  readonly terminalId: string | null
  readonly areaCode: string
  readonly terminals: number
}

/** A terminal in use within its opening hours, as the watch sees it. */
export interface Seen {
  readonly id: string
  readonly areaCode: string
  readonly silent: boolean
}

const countyOf = (areaCode: string): string => areaCode.slice(0, 6)
const townOf = (areaCode: string): string => areaCode.slice(0, 9)

/**
 * 不刷屏: which alarms of silence must stand now. When most of a county is silent the network is down and one alarm says
 * so; else when most of a town is, one names the town; only what is left is told one by one.
 */
export function decideSilence(
  seen: readonly Seen[],
  policy: Pick<WatchPolicy, 'groupLeast' | 'groupPercent'>,
): readonly Raise[] {
  return [...Map.groupBy(seen, one => countyOf(one.areaCode))].flatMap(([county, all]) => {
    const whole = groupAlarm(all, { kind: 'silentNetwork', areaCode: county }, policy)
    if (whole !== undefined) return [whole]
    return [...Map.groupBy(all, one => townOf(one.areaCode))].flatMap(([town, own]) => {
      const group = groupAlarm(own, { kind: 'silentTown', areaCode: town }, policy)
      return group !== undefined ? [group] : own.filter(one => one.silent).map(single)
    })
  })
}

function groupAlarm(
  all: readonly Seen[],
  { kind, areaCode }: Pick<Raise, 'kind' | 'areaCode'>,
  { groupLeast, groupPercent }: Pick<WatchPolicy, 'groupLeast' | 'groupPercent'>,
): Raise | undefined {
  const silent = all.filter(one => one.silent).length
  if (silent < groupLeast || silent * 100 < all.length * groupPercent) return undefined
  return { key: `${kind}:${areaCode}`, kind, terminalId: null, areaCode, terminals: silent }
}

const single = ({ id, areaCode }: Seen): Raise => ({
  key: `silent:${id}`,
  kind: 'silent',
  terminalId: id,
  areaCode,
  terminals: 1,
})
