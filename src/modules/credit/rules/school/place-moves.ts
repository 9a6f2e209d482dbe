import type { Words } from '#kernel/form-fields'
import type { EventOf, Moves, StateOf } from '#kernel/state-table'

/** 无证售卖点. `refer`: the market regulator punishes (TL 57); stopped places may come back. */
export const placeMoves = {
  reported: { confirm: 'confirmed', dismiss: 'unfounded' },
  confirmed: { refer: 'referred', stop: 'stopped' },
  referred: { stop: 'stopped' },
  stopped: { relapse: 'confirmed' },
  unfounded: {},
} as const satisfies Moves
export type PlaceState = StateOf<typeof placeMoves>
export type PlaceEvent = EventOf<typeof placeMoves>
export const placeEvents = ['confirm', 'dismiss', 'refer', 'stop', 'relapse'] as const satisfies readonly PlaceEvent[]

export const placeLabels: Readonly<Record<PlaceState, Words>> = {
  reported: { zh: '有反映，待核实', en: 'Reported' },
  confirmed: { zh: '核实在卖', en: 'Found selling' },
  referred: { zh: '已移送市场监管', en: 'Handed to the market regulator' },
  stopped: { zh: '已停止售卖', en: 'Stopped' },
  unfounded: { zh: '不属实', en: 'Unfounded' },
}

export const placeSources = {
  patrol: { zh: '巡查发现', en: 'Seen on patrol' },
  report: { zh: '群众反映', en: 'Reported by the public' },
  school: { zh: '学校反映', en: 'Reported by the school' },
  partner: { zh: '其他部门移交', en: 'From another agency' },
} as const satisfies Readonly<Record<string, Words>>
export type PlaceSource = keyof typeof placeSources
