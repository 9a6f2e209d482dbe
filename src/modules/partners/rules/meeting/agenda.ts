import { daysBetween } from '#kernel/dates'
import type { MeetingKind } from './moves.ts'

/** 未了事项 of any domain that a meeting may talk about; words name no person. */
export const matterKinds = {
  clue: { zh: '线索', en: 'Clue' },
  hit: { zh: '碰撞', en: 'Collision' },
  chain: { zh: '信息链', en: 'Chain' },
  case: { zh: '案件', en: 'Case' },
  item: { zh: '协作事项', en: 'Item with a partner' },
  task: { zh: '协作任务', en: 'Task' },
  other: { zh: '其他', en: 'Other' },
} as const
export type MatterKind = keyof typeof matterKinds

export interface OpenMatter {
  readonly kind: MatterKind
  readonly ref: string
  readonly words: string
  readonly dueOn: string | null
  /** The agency that owes an answer. */
  readonly agencyId: string | null
}

export interface AgendaLine extends OpenMatter {
  /** Why it is on the agenda. */
  readonly why: string
}

/** What each kind of meeting is for. */
const subjects: Readonly<Record<MeetingKind, readonly MatterKind[]>> = {
  joint: ['case', 'item', 'task', 'clue'],
  analysis: ['clue', 'hit', 'chain'],
  urgent: ['clue', 'hit', 'case', 'item', 'task'],
}
/** An urgent meeting is called for what runs out by tomorrow. */
const urgentDays = 1
/** A joint meeting looks ahead as far as the next one may be away. */
const jointDays = 14

/** 议程: the open matters of this kind of meeting, the latest first; the same matters always give the same list. */
export function agendaOf(
  matters: readonly OpenMatter[],
  {
    kind,
    today,
    longest,
  }: { readonly kind: MeetingKind; readonly today: Temporal.PlainDate; readonly longest: number },
): readonly AgendaLine[] {
  const left = (matter: OpenMatter) =>
    matter.dueOn === null ? Number.POSITIVE_INFINITY : daysBetween(today, Temporal.PlainDate.from(matter.dueOn))
  const near = (matter: OpenMatter) =>
    kind === 'analysis' || left(matter) <= (kind === 'urgent' ? urgentDays : jointDays)
  return matters
    .filter(matter => subjects[kind].includes(matter.kind) && near(matter))
    .toSorted((a, b) => compare(left(a), left(b)) || (a.ref < b.ref ? -1 : a.ref > b.ref ? 1 : 0))
    .slice(0, longest)
    .map(matter => ({ ...matter, why: whyOf(left(matter)) }))
}

const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1)

function whyOf(left: number): string {
  if (left === Number.POSITIVE_INFINITY) return '未了，没有期限'
  if (left < 0) return `已超期${-left}日`
  return left === 0 ? '今天到期' : `还剩${left}日`
}
