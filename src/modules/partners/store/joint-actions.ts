import { sql } from 'kysely'
import { randomId } from '#platform/crypto'
import type { Tx } from '#platform/database'
import type { Point } from '../rules/action/decide.ts'
import type { ActionKind, ActionState, ResultKind, Step } from '../rules/action/moves.ts'
import type { ActionPlan } from '../rules/action/plan.ts'

export interface ActionRecord {
  readonly id: string
  readonly kind: ActionKind
  readonly areaCode: string
  readonly state: ActionState
  readonly version: number
  readonly planners: readonly string[]
  readonly writtenBy: string
}

export interface NewAction {
  readonly id: string
  readonly kind: ActionKind
  readonly hidden: boolean
  readonly areaCode: string
  readonly plan: ActionPlan
  readonly by: string
  readonly at: string
}

const agenciesOf = ({ members, leadAgency }: ActionPlan): readonly string[] =>
  [...new Set([...members.map(({ agencyId }) => agencyId), leadAgency])].filter(id => id !== null)

export async function insertAction(tx: Tx, { id, kind, hidden, areaCode, plan, by, at }: NewAction): Promise<void> {
  await sql`insert into partners.action (id, kind, hidden, title, purpose, lead_agency, starts_at, ends_at, area, area_code, planners,
      agencies, created_by, written_by, created_at)
    values (${id}, ${kind}, ${hidden}, ${plan.title}, ${plan.purpose}, ${plan.leadAgency}, ${plan.startsAt}, ${plan.endsAt},
      ${JSON.stringify(plan.area)}::jsonb, ${areaCode}, ${[...plan.planners]}, ${[...agenciesOf(plan)]}::uuid[], ${by}, ${by}, ${at})`.execute(
    tx,
  )
  await insertParts(tx, id, plan)
  await keepVersion(tx, id, plan, { by, at, reason: '' })
  await noteAction(tx, id, { event: 'plan', by, at })
}

interface Version {
  readonly by: string
  readonly at: string
  readonly reason: string
}

/** 修改方案: the draft says the new plan, and the version before stays as it was. */
export async function replacePlan(tx: Tx, id: string, plan: ActionPlan, version: Version): Promise<void> {
  await sql`delete from partners.action_member where action_id = ${id}`.execute(tx)
  await sql`delete from partners.action_phase where action_id = ${id}`.execute(tx)
  await sql`update partners.action set version = version + 1, written_by = ${version.by}, title = ${plan.title}, purpose = ${plan.purpose},
      lead_agency = ${plan.leadAgency}, starts_at = ${plan.startsAt}, ends_at = ${plan.endsAt},
      area = ${JSON.stringify(plan.area)}::jsonb, planners = ${[...plan.planners]}, agencies = ${[...agenciesOf(plan)]}::uuid[]
    where id = ${id}`.execute(tx)
  await insertParts(tx, id, plan)
  await keepVersion(tx, id, plan, version)
  await noteAction(tx, id, { event: 'change', by: version.by, at: version.at, note: version.reason })
}

async function insertParts(tx: Tx, id: string, { members, phases }: ActionPlan): Promise<void> {
  for (const m of members)
    await sql`insert into partners.action_member (id, action_id, agency_id, name, duty, staff, contacts)
      values (${randomId()}, ${id}, ${m.agencyId}, ${m.name}, ${m.duty}, ${[...m.staff]}::uuid[], ${[...m.contacts]}::uuid[])`.execute(
      tx,
    )
  for (const [n, phase] of phases.entries())
    await sql`insert into partners.action_phase (action_id, n, title, planned_at)
      values (${id}, ${n + 1}, ${phase.title}, ${phase.plannedAt})`.execute(tx)
}

const keepVersion = (tx: Tx, id: string, plan: ActionPlan, { by, at, reason }: Version) =>
  sql`insert into partners.action_plan (action_id, n, plan, reason, by, at)
    select ${id}, coalesce(max(n), 0) + 1, ${JSON.stringify(plan)}::jsonb, ${reason}, ${by}, ${at}
    from partners.action_plan where action_id = ${id}`.execute(tx)

export async function lockAction(tx: Tx, id: string): Promise<ActionRecord | undefined> {
  const { rows } = await sql<ActionRecord>`
    select id, kind, area_code, state, version, planners, written_by from partners.action where id = ${id} for update`.execute(
    tx,
  )
  return rows[0]
}

/** Contacts named in the groups of an action. */
export async function contactsOfAction(tx: Tx, id: string): Promise<readonly string[]> {
  const { rows } = await sql<{ contactId: string }>`
    select distinct unnest(contacts)::text as contact_id from partners.action_member where action_id = ${id}`.execute(
    tx,
  )
  return rows.map(({ contactId }) => contactId)
}

interface Noted {
  readonly event: string
  readonly by: string
  readonly at: string
  readonly note?: string
}

export const noteAction = (tx: Tx, id: string, { event, by, at, note = '' }: Noted) =>
  sql`insert into partners.action_event (action_id, at, event, by, note) values (${id}, ${at}, ${event}, ${by}, ${note})`.execute(
    tx,
  )

/** Each step dates itself; an approval names who gave it. */
export async function moveAction(tx: Tx, id: string, move: Noted & { readonly to: ActionState }): Promise<void> {
  const at = (state: ActionState) => (move.to === state ? move.at : null)
  await sql`update partners.action set state = ${move.to}, version = version + 1,
      approved_by = case when ${move.to} = 'approved' then ${move.by} when ${move.to} = 'draft' then null else approved_by end,
      released_at = coalesce(released_at, ${at('released')}::timestamptz),
      started_at = coalesce(started_at, ${at('live')}::timestamptz),
      ended_at = coalesce(ended_at, ${at('ended')}::timestamptz)
    where id = ${id}`.execute(tx)
  await noteAction(tx, id, move)
}

export async function evaluateAction(tx: Tx, id: string, e: { words: string; by: string; at: string }): Promise<void> {
  await sql`update partners.action set state = 'evaluated', version = version + 1, evaluation = ${e.words}, evaluated_by = ${e.by},
    evaluated_at = ${e.at} where id = ${id}`.execute(tx)
  await noteAction(tx, id, { event: 'evaluate', by: e.by, at: e.at })
}

/** Whether the phase was there and could still take it. */
export async function movePhase(
  tx: Tx,
  id: string,
  p: { n: number; move: 'start' | 'end'; at: string },
): Promise<boolean> {
  const { numAffectedRows } =
    p.move === 'start'
      ? await sql`update partners.action_phase set started_at = ${p.at} where action_id = ${id} and n = ${p.n} and started_at is null`.execute(
          tx,
        )
      : await sql`update partners.action_phase set ended_at = ${p.at}
          where action_id = ${id} and n = ${p.n} and started_at is not null and ended_at is null`.execute(tx)
  return Number(numAffectedRows ?? 0) > 0
}

export interface NewStep {
  readonly memberId: string
  readonly step: Step
  readonly position: Point | null
  readonly words: string
  readonly by: string
  readonly at: string
  readonly toldAt: string
}

export const insertStep = (tx: Tx, id: string, s: NewStep) =>
  sql`insert into partners.action_step (action_id, member_id, step, lng, lat, words, by, at, told_at)
    values (${id}, ${s.memberId}, ${s.step}, ${s.position?.[0] ?? null}, ${s.position?.[1] ?? null}, ${s.words}, ${s.by}, ${s.at}, ${s.toldAt})`.execute(
    tx,
  )

export interface NewResult {
  readonly kind: ResultKind
  readonly ref: string
  readonly words: string
  readonly agencyId: string | null
  readonly by: string
  readonly at: string
}

/** `false` where the same number is linked already. */
export async function insertResult(tx: Tx, id: string, r: NewResult): Promise<boolean> {
  const { numAffectedRows } =
    await sql`insert into partners.action_result (action_id, kind, ref, words, agency_id, by, at)
    values (${id}, ${r.kind}, ${r.ref}, ${r.words}, ${r.agencyId}, ${r.by}, ${r.at})
    on conflict (action_id, kind, ref) where ref <> '' do nothing`.execute(tx)
  return Number(numAffectedRows ?? 0) > 0
}

export interface GroupOfAction {
  readonly id: string
  readonly agencyId: string | null
  readonly staff: readonly string[]
}

export async function findGroup(tx: Tx, actionId: string, memberId: string): Promise<GroupOfAction | undefined> {
  const { rows } = await sql<GroupOfAction>`
    select id::text as id, agency_id::text as agency_id, staff::text[] as staff from partners.action_member
    where action_id = ${actionId} and id = ${memberId}`.execute(tx)
  return rows[0]
}
