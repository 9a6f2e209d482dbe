import { type TaskKind, type TaskSource, taskKinds } from './moves.ts'

/** 轮次: what a proposal was made for, the most pressing first. `pressing`: its day is not ours to move. */
export const turns = {
  followUp: { zh: '整改、约谈到期复查', en: 'Corrections and talks to be looked at again', pressing: true },
  reported: { zh: '举报、线索', en: 'Reports and clues', pressing: true },
  drawn: { zh: '双随机抽中', en: 'Drawn at random', pressing: true },
  alert: { zh: '市场预警', en: 'Alerts of the market', pressing: false },
  period: { zh: '节假日、高发期和专项', en: 'Holidays, high seasons and campaigns', pressing: false },
  regular: { zh: '定期核查', en: 'Regular checks', pressing: false },
} as const satisfies Readonly<Record<string, { readonly zh: string; readonly en: string; readonly pressing: boolean }>>
export type Turn = keyof typeof turns
export const turnOrder = Object.keys(turns) as readonly Turn[]

/** A proposal that nobody has answered. */
export interface Waiting {
  readonly id: string
  readonly licenceNo: string
  readonly kind: TaskKind
  readonly source: TaskSource
  readonly reasons: readonly string[]
  readonly dueBy: string
  /** Visits of the shop this year, made or sent. */
  readonly visits: number
  /** Of the alert that asked for it, where one did. */
  readonly score: number | null
}

/** 力量: what the certified officers can take on within the next seven days. */
export interface Force {
  readonly pairs: number
  readonly perPair: number
  /** Visits of these days that are sent already. */
  readonly planned: number
}

const periodKinds: readonly TaskKind[] = ['offHours', 'joint', 'campaign', 'surprise', 'afterGrant']

export function turnOf({ kind, source, reasons }: Pick<Waiting, 'kind' | 'source' | 'reasons'>): Turn {
  if (source === 'followUp' || kind === 'followUp' || kind === 'licenceCheck') return 'followUp'
  if (source === 'draw') return 'drawn'
  if (source === 'alert') return 'alert'
  if (kind === 'report' || reasons.includes('reported') || reasons.includes('clue')) return 'reported'
  return source === 'calendar' || periodKinds.includes(kind) ? 'period' : 'regular'
}

export const freeVisits = ({ pairs, perPair, planned }: Force): number => Math.max(0, pairs * perPair - planned)

/** 年度次数已满: a planned visit to this shop would be refused, so it takes nobody's place. */
export const isAtCap = ({ kind, visits }: Pick<Waiting, 'kind' | 'visits'>, yearlyCap: number): boolean =>
  taskKinds[kind].capped && visits >= yearlyCap

interface Shop {
  readonly turn: Turn
  readonly tasks: readonly Waiting[]
}

export interface FirstLook {
  readonly turn: Turn
  readonly ids: readonly string[]
}

/**
 * 先看哪些: as many shops as the officers can visit within seven days, the most pressing turn first. Proposals of one shop stand together, for one
 * visit answers them all. A day that a correction, a report or a draw has set within these days is shown even when nobody is free: then somebody
 * else has to wait, and a person decides who.
 */
export function lookFirst(
  waiting: readonly Waiting[],
  {
    force,
    yearlyCap,
    today,
  }: { readonly force: Force; readonly yearlyCap: number; readonly today: Temporal.PlainDate },
): readonly FirstLook[] {
  const until = today.add({ days: 6 }).toString()
  const open = waiting.filter(task => !isAtCap(task, yearlyCap))
  const shops = [...Map.groupBy(open, ({ licenceNo }) => licenceNo).values()]
    .map(shopOf)
    .toSorted((a, b) => turnOrder.indexOf(a.turn) - turnOrder.indexOf(b.turn) || byPressure(a.tasks[0], b.tasks[0]))
  const free = freeVisits(force)
  const first = shops.filter(
    ({ turn, tasks }, place) => place < free || (turns[turn].pressing && tasks.some(({ dueBy }) => dueBy <= until)),
  )
  return [...Map.groupBy(first, ({ turn }) => turn)].map(([turn, of]) => ({
    turn,
    ids: of.flatMap(({ tasks }) => tasks.map(({ id }) => id)),
  }))
}

/** All proposals of one shop, its most pressing first. */
function shopOf(tasks: readonly Waiting[]): Shop {
  const sorted = tasks.toSorted(
    (a, b) => turnOrder.indexOf(turnOf(a)) - turnOrder.indexOf(turnOf(b)) || byPressure(a, b),
  )
  return { turn: sorted[0] === undefined ? 'regular' : turnOf(sorted[0]), tasks: sorted }
}

/** Within a turn: the stronger alert, then the earlier day, then by number, so that the board says the same twice. */
function byPressure(a: Waiting | undefined, b: Waiting | undefined): number {
  if (a === undefined || b === undefined) return 0
  return (b.score ?? 0) - (a.score ?? 0) || a.dueBy.localeCompare(b.dueBy) || a.id.localeCompare(b.id)
}
