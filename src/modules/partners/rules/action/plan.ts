import type { Point } from './decide.ts'

/** 行动方案 as people write and change it. The kind stays with the action: it decides who may know of it. */
export interface ActionPlan {
  readonly title: string
  readonly purpose: string
  /** `null` is the bureau. */
  readonly leadAgency: string | null
  readonly startsAt: string
  readonly endsAt: string
  readonly area: readonly Point[]
  /** Ids of staff. */
  readonly planners: readonly string[]
  readonly members: readonly {
    readonly agencyId: string | null
    readonly name: string
    readonly duty: string
    readonly staff: readonly string[]
    readonly contacts: readonly string[]
  }[]
  readonly phases: readonly { readonly title: string; readonly plannedAt: string }[]
}

export const planParts = {
  title: { zh: '名称', en: 'title' },
  purpose: { zh: '目的', en: 'purpose' },
  lead: { zh: '牵头单位', en: 'lead' },
  hours: { zh: '时间', en: 'time' },
  area: { zh: '区域', en: 'area' },
  planners: { zh: '策划人', en: 'planners' },
  groups: { zh: '分组和职责', en: 'groups and duties' },
  phases: { zh: '阶段', en: 'phases' },
} as const
export type PlanPart = keyof typeof planParts

/** Plans are made to the minute, whatever offset or seconds a clock added. */
const minuteOf = (instant: string): number => Math.floor(Date.parse(instant) / 60_000)

/** What each part says, so that two plans that say the same are equal; people have no order. */
const saying: Readonly<Record<PlanPart, (plan: ActionPlan) => unknown>> = {
  title: ({ title }) => title,
  purpose: ({ purpose }) => purpose,
  lead: ({ leadAgency }) => leadAgency,
  hours: ({ startsAt, endsAt }) => [minuteOf(startsAt), minuteOf(endsAt)],
  area: ({ area }) => area,
  planners: ({ planners }) => planners.toSorted(),
  groups: ({ members }) =>
    members
      .map(({ agencyId, name, duty, staff, contacts }) => [name, agencyId, duty, staff.toSorted(), contacts.toSorted()])
      .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  phases: ({ phases }) => phases.map(({ title, plannedAt }) => [title, minuteOf(plannedAt)]),
}

/** 改了什么: the parts of the plan that say something else now. */
export const changedParts = (before: ActionPlan, after: ActionPlan): PlanPart[] =>
  (Object.keys(planParts) as PlanPart[]).filter(
    part => JSON.stringify(saying[part](before)) !== JSON.stringify(saying[part](after)),
  )
