import { cleanText } from '#kernel/chinese-text'
import { parseDate } from '#kernel/dates'
import type { Position } from '#kernel/position'
import { ok, type Result, refuse } from '#kernel/refusal'
import { lineHint } from '#kernel/school-distance'

/** 测量办法. */
export const walkMethods = {
  wheel: { zh: '测距轮', en: 'measuring wheel' },
  tape: { zh: '皮尺', en: 'tape' },
  laser: { zh: '激光测距仪', en: 'laser' },
  track: { zh: '卫星定位轨迹', en: 'satellite track' },
} as const
export type WalkMethod = keyof typeof walkMethods

/** What two officers bring back from one gate. */
export interface WalkAsked {
  readonly schoolId: string
  readonly gate: string
  /** With one decimal, as the layout rules say. */
  readonly metres: number
  readonly method: WalkMethod
  readonly measuredOn: string
  /** Two ids of staff. */
  readonly officers: readonly string[]
  /** SM3 of the photographs. */
  readonly photos: readonly string[]
  readonly note: string
}

interface Ends {
  readonly door: Position | null
  readonly gate: Position
  readonly positionErrorMetres: number
}

interface Measurer {
  readonly id: string
  readonly name: string
  readonly roles: readonly string[]
}

/**
 * 测量记录核对: two named officers, a day that has been, one decimal; a walk shorter than the straight line can be needs its reason
 * in words, because then either the map or the wheel is wrong.
 */
export function readWalk(
  asked: WalkAsked,
  ends: Ends,
  { by, today, staff }: { readonly by: string; readonly today: string; readonly staff: readonly Measurer[] },
): Result<WalkAsked> {
  const day = parseDate(asked.measuredOn)
  if (!day.ok) return day
  if (asked.measuredOn > today) return refuse('walkDayLater')
  if (new Set(asked.officers).size !== 2) return refuse('walkOfficersTwo')
  if (!asked.officers.includes(by)) return refuse('walkNotYours')
  const able = (id: string) =>
    staff.some(one => one.id === id && one.roles.some(role => role === 'inspector' || role === 'verifier'))
  if (!asked.officers.every(able)) return refuse('walkOfficerUnable')
  const note = asked.note.trim() === '' ? ok('') : cleanText(asked.note, { max: 300, lines: true })
  if (!note.ok) return note
  const line = ends.door && lineHint(ends.door, ends.gate, ends.positionErrorMetres)
  if (line !== null && asked.metres < line.least && note.value === '')
    return refuse('walkShorterThanLine', { metres: asked.metres, least: Math.floor(line.least) })
  return ok({ ...asked, metres: Math.round(asked.metres * 10) / 10, note: note.value })
}
