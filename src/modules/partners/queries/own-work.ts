import { sql } from 'kysely'
import type { Moment } from '#kernel/dates'
import type { Tx } from '#platform/database'
import type { OwnAction, OwnDay, OwnMeeting } from '../contract.ts'
import { type ActionState, actionStateLabels } from '../rules/action/moves.ts'
import { type MeetingKind, type MeetingState, meetingKinds, meetingStateLabels } from '../rules/meeting/moves.ts'
import { agendaShownTo } from '../rules/meeting/shown.ts'
import { phasesOf } from './joint-actions.ts'
import { linesOf } from './meetings.ts'
import { findOpenToAgency } from './open-to-agency.ts'
import { listTasks } from './tasks.ts'

/** Whose day: an agency's, or a colleague's own part. */
export type Whose = { readonly agencyId: string } | { readonly staffId: string }

/** 我的协作任务、行动和会议: open tasks and the last ones done, actions that are released and not long over, meetings to come. */
export async function findOwnDay(tx: Tx, whose: Whose, { today, instant }: Moment): Promise<OwnDay> {
  const agency = 'agencyId' in whose ? await agencyName(tx, whose.agencyId) : '烟草专卖局'
  const filter = 'agencyId' in whose ? { agencies: [whose.agencyId] } : { staffId: whose.staffId }
  const tasks = await listTasks(tx, today.toString(), filter)
  return {
    agency,
    tasks: tasks.filter(({ state }) => state !== 'withdrawn').slice(0, 60),
    actions: await ownActions(tx, whose, instant.toString()),
    meetings: 'agencyId' in whose ? await ownMeetings(tx, whose.agencyId, instant) : [],
  }
}

async function agencyName(tx: Tx, id: string): Promise<string> {
  const { rows } = await sql<{ name: string }>`select name from partners.agency where id = ${id}`.execute(tx)
  return rows[0]?.name ?? ''
}

async function ownActions(tx: Tx, whose: Whose, now: string): Promise<OwnAction[]> {
  const mine =
    'agencyId' in whose ? sql`m.agency_id = ${whose.agencyId}::uuid` : sql`${whose.staffId}::uuid = any (m.staff)`
  const { rows } = await sql<Omit<OwnAction, 'stateLabel' | 'stateLabelEn' | 'phases'>>`
    select a.id, a.title, a.purpose, coalesce(l.name, '烟草专卖局') as lead, a.starts_at, a.ends_at, a.state, a.area,
      jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name, 'duty', m.duty, 'step', (select s.step from partners.action_step s
        where s.action_id = a.id and s.member_id = m.id order by s.id desc limit 1)) order by m.name) as members
    from partners.action a join partners.action_member m on m.action_id = a.id and ${mine}
    left join partners.agency l on l.id = a.lead_agency
    where a.state in ('released', 'live', 'ended', 'evaluated') and a.ends_at > ${now}::timestamptz - interval '7 days'
    group by a.id, l.name order by a.starts_at`.execute(tx)
  const actions: OwnAction[] = []
  for (const row of rows) {
    const label = actionStateLabels[row.state as ActionState]
    actions.push({ ...row, stateLabel: label.zh, stateLabelEn: label.en, phases: await phasesOf(tx, row.id) })
  }
  return actions
}

type Called = Omit<OwnMeeting, 'kindLabel' | 'kindLabelEn' | 'stateLabel' | 'stateLabelEn' | 'lines'> & {
  readonly kind: MeetingKind
  readonly state: MeetingState
}

/** Meetings this agency was called to, each with the lines of its agenda that are open to it now. */
async function ownMeetings(tx: Tx, agencyId: string, now: Temporal.Instant): Promise<OwnMeeting[]> {
  const { rows } = await sql<Called>`
    select m.id, m.kind, m.title, m.place, m.starts_at, m.state, g.reply
    from partners.meeting m join partners.meeting_guest g on g.meeting_id = m.id and g.agency_id = ${agencyId}::uuid
    where m.starts_at > ${now.toString()}::timestamptz - interval '30 days' order by m.starts_at desc limit 20`.execute(
    tx,
  )
  const open = await findOpenToAgency(tx, agencyId, now)
  const meetings: OwnMeeting[] = []
  for (const row of rows)
    meetings.push({
      ...row,
      lines: agendaShownTo(await linesOf(tx, row.id), open),
      kindLabel: meetingKinds[row.kind].zh,
      kindLabelEn: meetingKinds[row.kind].en,
      stateLabel: meetingStateLabels[row.state].zh,
      stateLabelEn: meetingStateLabels[row.state].en,
    })
  return meetings
}

export interface HeldRow {
  readonly id: string
  readonly agency: string
  readonly act: unknown
  readonly why: string
  readonly at: string
}

export async function listHeldActs(tx: Tx): Promise<readonly HeldRow[]> {
  const { rows } = await sql<HeldRow>`
    select h.id::text as id, coalesce(a.name, '本局') as agency, h.act, h.why, h.at from partners.held_act h
    left join partners.agency a on a.id = h.agency_id where h.settled_at is null order by h.at limit 200`.execute(tx)
  return rows
}
