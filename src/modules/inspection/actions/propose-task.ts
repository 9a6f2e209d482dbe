import { cleanText } from '#kernel/chinese-text'
import { type Moment, parseDate } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { HolidayCalendar } from '#kernel/working-days'
import type { Tx } from '#platform/database'
import { findShopArea } from '../queries/draw-lists.ts'
import type { InspectionPolicy } from '../rules/policy.ts'
import type { TaskKind, TaskSource } from '../rules/task/moves.ts'
import { planTask } from '../rules/task/plan.ts'
import { isReason } from '../rules/task/reasons.ts'
import { hasTaskOf, insertTask, takeTaskId } from '../store/tasks.ts'

export interface Setting {
  readonly policy: InspectionPolicy
  readonly calendar: HolidayCalendar
}

export interface TaskAsked {
  readonly licenceNo: string
  readonly kind: TaskKind
  readonly reasons: readonly string[]
  readonly why: string
  readonly dueBy: string | null
  readonly partner: string | null
  readonly noNoticeReason: string | null
}

interface From {
  readonly source: TaskSource
  readonly ref: string | null
  readonly by: string
  readonly at: Moment
  /** Drawn with the shop; otherwise the approver chooses. */
  readonly officers?: readonly string[]
}

/** 提出检查建议: a proposal only; nobody is sent before a person has approved. The same alert or draw proposes a shop once. */
export async function makeProposal(tx: Tx, asked: TaskAsked, from: From, setting: Setting): Promise<Result<string>> {
  const { at, by, source, ref } = from
  const areaCode = await findShopArea(tx, asked.licenceNo)
  if (areaCode === undefined) return refuse('taskShopUnknown')
  const reasons = asked.reasons.filter(isReason)
  if (reasons.length < asked.reasons.length) return refuse('taskReasonMissing')
  if (asked.dueBy !== null && !parseDate(asked.dueBy).ok) return refuse('dateInvalid')
  const why = asked.why.trim() === '' ? '' : cleanText(asked.why, { max: 500, lines: true })
  if (typeof why !== 'string' && !why.ok) return why
  // 不事先通知 needs its reason on record (国办发〔2024〕54号 as read in excerpts).
  if (asked.kind === 'surprise' && (asked.noNoticeReason ?? '').trim() === '') return refuse('taskSurpriseReason')
  if (asked.kind === 'joint' && (asked.partner ?? '').trim() === '') return refuse('taskPartnerMissing')
  if (source === 'person' && asked.kind === 'random') return refuse('taskRandomByDraw')
  if (ref !== null && (await hasTaskOf(tx, source, ref, asked.licenceNo))) return refuse('taskProposedAlready')
  const planned = planTask({ kind: asked.kind, reasons, dueBy: asked.dueBy }, at.today, setting)
  if (!planned.ok) return planned
  const id = await takeTaskId(tx, at.today.year)
  await insertTask(tx, {
    ...planned.value,
    id,
    licenceNo: asked.licenceNo,
    areaCode,
    source,
    sourceRef: ref,
    why: typeof why === 'string' ? why : why.value,
    partner: asked.partner,
    noNoticeReason: asked.noNoticeReason,
    officers: from.officers ?? [],
    by,
    at: at.instant.toString(),
  })
  return ok(id)
}

/** What an alert of monitoring says; whoever joins the domains turns its announcement into this. */
export interface AlertFact {
  readonly alertId: string
  readonly licenceNo: string
  /** Indicators of reference §6.6; those we have no checklist for are left out. */
  readonly indicators: readonly string[]
  readonly words: string
}

/** 告警 → 建议 (reaction): an alert about a shop that does not exist any more, or without a known reason, proposes nothing. */
export async function proposeTask(tx: Tx, fact: AlertFact, at: Moment, setting: Setting): Promise<void> {
  const asked: TaskAsked = {
    licenceNo: fact.licenceNo,
    kind: 'report',
    reasons: fact.indicators.filter(isReason),
    why: fact.words,
    dueBy: null,
    partner: null,
    noNoticeReason: null,
  }
  await makeProposal(tx, asked, { source: 'alert', ref: fact.alertId, by: 'system:monitoring', at }, setting)
}

/** What another domain wants looked at again: `ref` names its file and round, so that the same asking proposes once. */
export interface FollowUpFact {
  readonly ref: string
  readonly licenceNo: string
  readonly dueBy: string
  readonly words: string
}

/** 整改复查、约谈回访 → 建议 (reaction): outside the yearly limit, but a person sends it like every other. */
export async function proposeFollowUp(tx: Tx, fact: FollowUpFact, at: Moment, setting: Setting): Promise<void> {
  const { ref, licenceNo, dueBy, words } = fact
  const kind = 'followUp' as const
  const asked: TaskAsked = {
    licenceNo,
    kind,
    reasons: ['followUp'],
    why: words,
    dueBy,
    partner: null,
    noNoticeReason: null,
  }
  await makeProposal(tx, asked, { source: 'followUp', ref, by: 'system:credit', at }, setting)
}
