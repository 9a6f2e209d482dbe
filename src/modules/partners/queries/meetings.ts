import { sql } from 'kysely'
import type { Moment } from '#kernel/dates'
import type { Tx } from '#platform/database'
import type { MeetingDetail, MeetingRow } from '../contract.ts'
import { agendaShownTo, type OpenToAgency } from '../rules/meeting/shown.ts'
import { findOpenToAgency } from './open-to-agency.ts'
import { nameOf } from './people.ts'
import { listTasks } from './tasks.ts'

/** With `agency`: those that one of these agencies attended; since a day. */
export async function listMeetings(
  tx: Tx,
  today: string,
  f: { readonly agency?: string; readonly since?: string } = {},
): Promise<MeetingRow[]> {
  const agencies = f.agency?.split(',') ?? null
  const { rows } = await sql<MeetingRow>`
    select m.id, m.kind, m.title, m.place, m.starts_at, m.state, cardinality(m.agencies) as agencies,
      count(t.id)::int as tasks,
      (count(t.id) filter (where t.state in ('given', 'received', 'working', 'refused')))::int as open_tasks,
      (count(t.id) filter (where t.state in ('given', 'received', 'working', 'refused') and t.due_on < ${today}::date))::int as overdue_tasks
    from partners.meeting m left join partners.task t on t.source = 'meeting' and t.source_ref = m.id
    where (${agencies}::text[] is null or exists (select from partners.meeting_guest g where g.meeting_id = m.id and g.attended
        and g.agency_id::text = any (${agencies}::text[])))
      and (${f.since ?? null}::date is null or m.starts_at >= (${f.since ?? null}::date)::timestamp at time zone 'Asia/Shanghai')
    group by m.id order by m.starts_at desc limit 200`.execute(tx)
  return rows
}

type Head = Omit<MeetingDetail, 'today' | 'guests' | 'lines' | 'tasks' | 'events' | 'mine' | 'minutesBy'> & {
  readonly minutesLabel: string | null
  readonly minutesBy: string | null
}

export async function findMeeting(
  tx: Tx,
  id: string,
  { at, by }: { readonly at: Moment; readonly by: string },
): Promise<MeetingDetail | undefined> {
  const { rows } = await sql<Head>`
    select m.id, m.kind, m.title, m.place, m.starts_at, m.state, m.version, m.minutes, m.minutes_by as minutes_label,
      case when m.minutes_by is null then null else ${nameOf(sql`m.minutes_by`)} end as minutes_by, p.number as paper_no
    from partners.meeting m left join partners.meeting_paper p on p.meeting_id = m.id where m.id = ${id}`.execute(tx)
  const [head] = rows
  if (!head) return undefined
  const { minutesLabel, ...shown } = head
  const today = at.today.toString()
  const [guests, lines, events, tasks] = [
    await guestsOf(tx, id),
    await linesOf(tx, id),
    await eventsOf(tx, id),
    await listTasks(tx, today, { source: { kind: 'meeting', ref: id } }),
  ]
  const said = await shownToGuests(tx, lines, { guests, now: at.instant })
  return { ...shown, today, mine: minutesLabel === by, guests, lines: said, events, tasks: [...tasks] }
}

export type Line = Omit<MeetingDetail['lines'][number], 'shownTo'>

/** Each line with the agencies that read it: by the very rule that shows them their agenda. */
async function shownToGuests(
  tx: Tx,
  lines: readonly Line[],
  { guests, now }: { readonly guests: MeetingDetail['guests']; readonly now: Temporal.Instant },
): Promise<MeetingDetail['lines']> {
  const open = new Map<string, OpenToAgency>()
  for (const { agencyId, agency } of guests) open.set(agency, await findOpenToAgency(tx, agencyId, now))
  const readers = (line: Line) => [...open].filter(([, to]) => agendaShownTo([line], to).length > 0)
  return lines.map(line => ({ ...line, shownTo: readers(line).map(([agency]) => agency) }))
}

export async function guestsOf(tx: Tx, id: string): Promise<MeetingDetail['guests']> {
  const { rows } = await sql<MeetingDetail['guests'][number]>`
    select g.agency_id::text as agency_id, a.name as agency, coalesce(c.name, '') as contact, g.reply, g.reply_words, g.attended
    from partners.meeting_guest g join partners.agency a on a.id = g.agency_id left join partners.contact c on c.id = g.contact_id
    where g.meeting_id = ${id} order by a.kind, a.name`.execute(tx)
  return rows
}

export async function linesOf(tx: Tx, id: string): Promise<Line[]> {
  const { rows } = await sql<Line>`
    select id, kind, ref, words, why, said from partners.meeting_line where meeting_id = ${id} order by n`.execute(tx)
  return rows
}

async function eventsOf(tx: Tx, id: string): Promise<MeetingDetail['events']> {
  const { rows } = await sql<MeetingDetail['events'][number]>`
    select e.at, e.event, ${nameOf(sql`e.by`)} as by, e.note from partners.meeting_event e where e.meeting_id = ${id} order by e.id`.execute(
    tx,
  )
  return rows
}

export interface KeptPaper {
  readonly content: string
  readonly digest: string
  readonly signature: string
  readonly keyId: string
}

export async function findMinutesPaper(tx: Tx, id: string): Promise<KeptPaper | undefined> {
  const { rows } = await sql<KeptPaper>`
    select content, digest, signature, key_id from partners.meeting_paper where meeting_id = ${id}`.execute(tx)
  return rows[0]
}
