import { ok, type Result, refuse } from '#kernel/refusal'
import { nextState } from '#kernel/state-table'
import type { Tx } from '#platform/database'
import { findPlan } from '../queries/action-plans.ts'
import { listChoices, listColleagues } from '../queries/people.ts'
import { checkPlan } from '../rules/action/decide.ts'
import { type ActionKind, actionKinds, actionMoves } from '../rules/action/moves.ts'
import { type ActionPlan, changedParts } from '../rules/action/plan.ts'
import { insertAction, moveAction, replacePlan } from '../store/joint-actions.ts'
import { takeId } from '../store/serials.ts'
import { lockedAction, type Planner } from './move-action.ts'

export interface ActionAsked extends ActionPlan {
  readonly kind: ActionKind
}

/** 拟定方案: a 错时 or 突击 plan is from its first moment a row that its planners alone see. */
export async function planAction(
  tx: Tx,
  { kind, ...asked }: ActionAsked,
  me: Planner,
): Promise<Result<{ id: string }>> {
  const plan = await wholePlan(tx, asked, me)
  if (!plan.ok) return plan
  const id = await takeId(tx, 'action', me.at.today.year)
  const { hidden } = actionKinds[kind]
  const { by, areaCode, at } = me
  await insertAction(tx, { id, kind, hidden, areaCode, plan: plan.value, by, at: at.instant.toString() })
  return ok({ id })
}

interface ChangeAsked extends ActionPlan {
  readonly id: string
  readonly version: number
  readonly reason: string
}

/**
 * 修改方案: by a planner, with a reason, as a new version; an approved plan is a draft again and needs another's word anew. Once it is released
 * the plan stands: what the others were told is what is run. Whoever changes it stays among its planners.
 */
export async function changePlan(
  tx: Tx,
  { id, version, reason, ...asked }: ChangeAsked,
  me: Planner,
): Promise<Result<null>> {
  const found = await lockedAction(tx, id, version)
  if (!found.ok) return found
  const { state, planners } = found.value
  if (!planners.includes(me.staffId)) return refuse('actionNotPlanner')
  const revised = nextState(actionMoves, state, 'revise')
  if (state !== 'draft' && !revised.ok) return refuse('actionNotNow')
  const plan = await wholePlan(tx, asked, me)
  if (!plan.ok) return plan
  if (changedParts(await findPlan(tx, id), plan.value).length === 0) return refuse('planUnchanged')
  const said = { by: me.by, at: me.at.instant.toString(), reason: reason.trim() }
  if (revised.ok) await moveAction(tx, id, { ...said, event: 'revise', to: revised.value })
  await replacePlan(tx, id, plan.value, said)
  return ok(null)
}

/** The plan as it will stand, checked, or why not. */
async function wholePlan(tx: Tx, asked: ActionPlan, me: Pick<Planner, 'staffId'>): Promise<Result<ActionPlan>> {
  const checked = checkPlan(asked)
  if (!checked.ok) return checked
  if (!(await allKnown(tx, asked))) return refuse('actionPeopleUnknown')
  const planners = [...new Set([me.staffId, ...asked.planners])]
  return ok({ ...asked, title: asked.title.trim(), purpose: asked.purpose.trim(), planners })
}

async function allKnown(tx: Tx, { leadAgency, planners, members }: ActionPlan): Promise<boolean> {
  const agencies = new Map((await listChoices(tx)).map(agency => [agency.id, agency]))
  const staff = new Set((await listColleagues(tx)).map(({ id }) => id))
  const colleagues = [...planners, ...members.flatMap(member => member.staff)]
  return (
    (leadAgency === null || agencies.has(leadAgency)) &&
    colleagues.every(id => staff.has(id)) &&
    members.every(({ agencyId, contacts }) =>
      agencyId === null
        ? contacts.length === 0
        : contacts.every(id => agencies.get(agencyId)?.contacts.some(contact => contact.id === id)) &&
          agencies.has(agencyId),
    )
  )
}
