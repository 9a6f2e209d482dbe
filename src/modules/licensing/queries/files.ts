import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { ApplicationState } from '../rules/application/moves.ts'
import { openStates } from '../rules/application/moves.ts'
import { handlerStates } from '../rules/application/step-guards.ts'
import { type ApplicationRecord, applicationColumns } from '../store/applications.ts'

/** A file of the work list with the words of its licence. */
export interface FileRow extends ApplicationRecord {
  readonly townName: string
  readonly clockTone: 'calm' | 'soon' | 'overdue' | null
  /** The last alarm before expiry that has sounded: 10, 5 or 2 working days. */
  readonly expiryAlarm: number | null
}

export interface FileFilter {
  readonly states: readonly ApplicationState[]
  readonly town?: string | undefined
  readonly search?: string | undefined
  readonly tone?: 'calm' | 'soon' | 'overdue' | undefined
  /**
   * 我的: of the files in these states, without those another person handles, those whose opinion is asked of others, and
   * those this person proposed, because whoever proposed may not decide.
   */
  readonly mine?: string
  readonly today: string
  /** Last day that counts as soon due. */
  readonly soonUntil: string
  readonly page: number
  readonly size: number
}

export interface FileCounts {
  readonly total: number
  readonly overdue: number
  readonly soon: number
  readonly open: number
}

const tables = sql`licensing.application a
  left join registry.published_area town on town.code = left(a.area_code, 9)`
const fileColumns = sql`${applicationColumns}, coalesce(town.name, '') as town_name,
  (select min(split_part(e.event, ':', 2)::int) from licensing.application_event e
    where e.application_no = a.application_no and e.event like 'expiryAlarm:%') as expiry_alarm`

const toneOf = ({ today, soonUntil }: FileFilter) => sql`case when a.clock_due_on is null then null
  when a.clock_due_on < ${today}::date then 'overdue' when a.clock_due_on <= ${soonUntil}::date then 'soon' else 'calm' end`

function conditions(filter: FileFilter): RawBuilder<unknown> {
  const search = filter.search?.trim()
  const pattern = `%${(search ?? '').replaceAll(/[%_\\]/g, '\\$&')}%`
  const own = filter.mine ?? null
  return sql`a.state = any(${[...filter.states]})
    and (${own}::text is null or a.state <> 'proposed' or ${own} is distinct from (select p.proposed_by from licensing.proposal p
      where p.application_no = a.application_no order by p.id desc limit 1))
    and (${own}::text is null or a.handler is null or a.handler = ${own} or not a.state = any(${[...handlerStates]}))
    and (${own}::text is null or a.state <> 'cosigning' or exists (select from licensing.application_event e
      where e.application_no = a.application_no and e.event = 'askCosign' and e.details->'ask' @> to_jsonb(${own}::text)
        and not exists (select from licensing.application_event n where n.application_no = e.application_no and n.id > e.id
          and (n.event = 'askCosign' or (n.event = 'answerCosign' and n.by = ${own})))))
    and (${filter.town ?? null}::text is null or left(a.area_code, 9) = ${filter.town ?? null})
    and (${search ? pattern : null}::text is null or a.shop_name like ${pattern} or a.licence_no like ${pattern} or a.application_no like ${pattern})`
}

/** A page beyond any list is an empty page; beyond the integers of the database it would be an error. */
const offsetOf = ({ page, size }: FileFilter): number => Math.min((page - 1) * size, 1_000_000_000)

/** One page of the work list, the most pressing first. */
export async function listFiles(tx: Tx, filter: FileFilter): Promise<FileRow[]> {
  const tone = toneOf(filter)
  const { rows } = await sql<FileRow>`
    select ${fileColumns}, ${tone} as clock_tone from ${tables}
    where ${conditions(filter)} and (${filter.tone ?? null}::text is null or ${tone} = ${filter.tone ?? null})
    order by a.clock_due_on nulls last, a.received_at limit ${filter.size} offset ${offsetOf(filter)}`.execute(tx)
  return rows
}

/** Totals of the same filter, before the filter by tone. */
export async function countFiles(tx: Tx, filter: FileFilter): Promise<FileCounts> {
  const tone = toneOf(filter)
  const { rows } = await sql<FileCounts>`
    select count(*) filter (where ${filter.tone ?? null}::text is null or tone = ${filter.tone ?? null})::int as total,
      count(*) filter (where tone = 'overdue')::int as overdue, count(*) filter (where tone = 'soon')::int as soon, count(*)::int as open
    from (select ${tone} as tone from ${tables} where ${conditions(filter)}) counted`.execute(tx)
  return rows[0] ?? { total: 0, overdue: 0, soon: 0, open: 0 }
}

const listWhere = async (tx: Tx, condition: RawBuilder<unknown>): Promise<FileRow[]> => {
  const { rows } = await sql<FileRow>`
    select ${fileColumns}, null as clock_tone from ${tables} where ${condition} order by a.received_at desc limit 100`.execute(
    tx,
  )
  return rows
}

export const listFilesOfPerson = (tx: Tx, personIndex: string) => listWhere(tx, sql`a.person_index = ${personIndex}`)
export const listFilesOfLicence = (tx: Tx, licenceNo: string) => listWhere(tx, sql`a.licence_no = ${licenceNo}`)
export const findFile = async (tx: Tx, applicationNo: string) =>
  (await listWhere(tx, sql`a.application_no = ${applicationNo}`))[0]

/** Numbers of open files, for the jobs that watch the clocks. */
export async function listOpenNumbers(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ no: string }>`
    select application_no as no from licensing.application where state = any(${[...openStates]}) order by received_at`.execute(
    tx,
  )
  return rows.map(row => row.no)
}

/** Licences whose state the calendar has overtaken: past their last day, or with a suspension that begins. */
export async function listLapsedLicences(tx: Tx, today: string): Promise<string[]> {
  const { rows } = await sql<{ no: string }>`
    select licence_no as no from licensing.licence where (valid_to < ${today}::date
      and state in ('valid', 'suspended', 'rectifying', 'expiredPending'))
      or (state = 'valid' and ${today}::date between suspended_from and suspended_to) order by licence_no`.execute(tx)
  return rows.map(row => row.no)
}
