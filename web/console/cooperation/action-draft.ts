import type { ActionPlan, Point } from '#contract/partners'
import { instantOf, localOf } from '../app/china-time.ts'
import type { Group } from './group-fields.tsx'
import type { Phase } from './phase-fields.tsx'

/** 方案 as the form holds it: local hours, '' for the bureau, people by group. */
export interface ActionDraft {
  readonly title: string
  readonly purpose: string
  readonly startsAt: string
  readonly endsAt: string
  readonly lead: string
  readonly planners: readonly string[]
  readonly area: readonly Point[]
  readonly groups: readonly Group[]
  readonly phases: readonly Phase[]
}

export const emptyDraft: ActionDraft = {
  ...{ title: '', purpose: '', startsAt: '', endsAt: '', lead: '' },
  ...{ planners: [], area: [], groups: [], phases: [] },
}

export const draftOf = (plan: ActionPlan): ActionDraft => ({
  ...{ title: plan.title, purpose: plan.purpose, lead: plan.leadAgency ?? '' },
  ...{ startsAt: localOf(plan.startsAt), endsAt: localOf(plan.endsAt), planners: plan.planners, area: plan.area },
  groups: plan.members.map(({ agencyId, name, duty, staff, contacts }) => ({
    ...{ agencyId: agencyId ?? '', name, duty },
    people: agencyId === null ? staff : contacts,
  })),
  phases: plan.phases.map(({ title, plannedAt }) => ({ title, plannedAt: localOf(plannedAt) })),
})

export const planOf = ({ title, purpose, startsAt, endsAt, lead, planners, area, groups, phases }: ActionDraft) => ({
  ...{ title, purpose, leadAgency: lead || null, planners: [...planners] },
  ...{ startsAt: instantOf(startsAt), endsAt: instantOf(endsAt) },
  area: area.map(([lng, lat]): [number, number] => [lng, lat]),
  members: groups.map(({ agencyId, name, duty, people }) => ({
    ...{ agencyId: agencyId || null, name, duty },
    staff: agencyId === '' ? [...people] : [],
    contacts: agencyId === '' ? [] : [...people],
  })),
  phases: phases.map(phase => ({ title: phase.title, plannedAt: instantOf(phase.plannedAt) })),
})

export const isWhole = ({ title, purpose, startsAt, endsAt }: ActionDraft): boolean =>
  title.trim().length > 1 && purpose.trim().length > 5 && startsAt !== '' && endsAt !== ''
