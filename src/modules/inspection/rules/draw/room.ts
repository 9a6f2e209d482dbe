import type { Moves, StateOf } from '#kernel/state-table'
import { leastParties } from './manifest.ts'

/**
 * 抽签状态表. The approval freezes and publishes the lists; nobody can change them afterwards, only void the draw in public.
 * `allPromised`, `allOpened`, `drawn` and `close` happen by themselves when the last one has done his part.
 */
export const drawMoves = {
  preparing: { approve: 'promising', void: 'voided' },
  promising: { allPromised: 'opening', void: 'voided' },
  opening: { allOpened: 'drawing', void: 'voided' },
  drawing: { drawn: 'published', void: 'voided' },
  published: { close: 'closed', void: 'voided' },
  closed: {},
  voided: {},
} as const satisfies Moves

export type DrawState = StateOf<typeof drawMoves>

export const drawStateLabels: Readonly<Record<DrawState, { readonly zh: string; readonly en: string }>> = {
  preparing: { zh: '准备名录', en: 'Lists in preparation' },
  promising: { zh: '已冻结公示，等待各方承诺', en: 'Frozen and public, waiting for promises' },
  opening: { zh: '等待各方公开随机数', en: 'Waiting for the secrets' },
  drawing: { zh: '正在抽取', en: 'Drawing' },
  published: { zh: '已公示结果名单', en: 'Drawn and public' },
  closed: { zh: '检查结果已全部公示', en: 'All outcomes public' },
  voided: { zh: '已作废', en: 'Void' },
}

/** 抽查结果 (国发〔2019〕5号 as recalled; reference §6.2). */
export const outcomeLabels = {
  clear: { zh: '未发现问题', en: 'Nothing found' },
  rectify: { zh: '责令改正', en: 'Ordered to correct' },
  filed: { zh: '立案', en: 'Case filed' },
  unreachable: { zh: '无法联系', en: 'Not to be reached' },
  closedDown: { zh: '已歇业', en: 'Closed down' },
} as const satisfies Readonly<Record<string, { readonly zh: string; readonly en: string }>>
export type Outcome = keyof typeof outcomeLabels

export interface PartyAsked {
  readonly name: string
  readonly staffId: string | null
  readonly post: string | null
}

/** Chance made by people of one post would be one person's chance. */
export function partiesFault(
  parties: readonly PartyAsked[],
): 'drawPartiesFew' | 'drawPostsSame' | 'drawPartyTwice' | undefined {
  if (parties.length < leastParties) return 'drawPartiesFew'
  const staff = parties.filter(({ staffId }) => staffId !== null)
  if (new Set(staff.map(({ post }) => post)).size < staff.length) return 'drawPostsSame'
  if (new Set(staff.map(({ staffId }) => staffId)).size < staff.length) return 'drawPartyTwice'
  return new Set(parties.map(({ name }) => name)).size < parties.length ? 'drawPartyTwice' : undefined
}

/** 严格在后: two acts within one millisecond still stand one after the other in the published file. */
export function strictlyAfter(now: string, before: readonly (string | null)[]): string {
  const last = Math.max(...before.map(at => (at === null ? Number.NEGATIVE_INFINITY : Date.parse(at))))
  const at = Math.max(Date.parse(now), last + 1)
  return Temporal.Instant.fromEpochMilliseconds(at).toString({ smallestUnit: 'millisecond' })
}
