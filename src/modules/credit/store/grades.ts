import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { CountedRecord, Grade, GradeLine } from '../rules/grade.ts'

/** The confirmed records of a shop that count, whatever their age. */
export async function listCounted(tx: Tx, licenceNo: string): Promise<readonly CountedRecord[]> {
  const { rows } = await sql<CountedRecord>`
    select id, data ->> 'what' as what, data ->> 'happenedOn' as happened_on from credit.file
    where licence_no = ${licenceNo} and kind = 'record' and state = 'counted' order by id`.execute(tx)
  return rows
}

/** One grading of a shop at a time: the lock ends with the transaction. */
export const lockShop = (tx: Tx, licenceNo: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${licenceNo}, 7420))`.execute(tx)

export interface LastGrade {
  readonly grade: Grade
  readonly points: number
  readonly lines: readonly GradeLine[]
  readonly nextChange: string | null
}

export async function findLastGrade(tx: Tx, licenceNo: string): Promise<LastGrade | undefined> {
  const { rows } = await sql<LastGrade>`
    select grade, points, lines, next_change from credit.grade where licence_no = ${licenceNo} and last`.execute(tx)
  return rows[0]
}

interface NewGrade extends LastGrade {
  readonly licenceNo: string
  readonly areaCode: string
  readonly personIndex: string
  readonly records: readonly CountedRecord[]
  readonly policyVersion: string
  readonly on: string
  readonly at: string
}

export async function insertGrade(tx: Tx, g: NewGrade): Promise<void> {
  await sql`update credit.grade set last = false where licence_no = ${g.licenceNo} and last`.execute(tx)
  await sql`insert into credit.grade (licence_no, area_code, person_index, grade, points, lines, records, next_change, policy_version,
      graded_on, at)
    values (${g.licenceNo}, ${g.areaCode}, ${g.personIndex}, ${g.grade}, ${g.points}, ${JSON.stringify(g.lines)}::jsonb,
      ${JSON.stringify(g.records)}::jsonb, ${g.nextChange}, ${g.policyVersion}, ${g.on}, ${g.at})`.execute(tx)
}

/** Shops whose points time alone changes by today. */
export async function listDueGrades(tx: Tx, today: string): Promise<readonly string[]> {
  const { rows } = await sql<{ licenceNo: string }>`
    select licence_no from credit.grade where last and next_change <= ${today} order by licence_no`.execute(tx)
  return rows.map(({ licenceNo }) => licenceNo)
}
