import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { InterestedParty, PartyRelation, PartyWay } from '../rules/application/interest.ts'

export interface PartyRow extends Pick<InterestedParty, 'toldOn' | 'answer'> {
  readonly id: string
  readonly relation: PartyRelation
  readonly nameSealed: string
  readonly way: PartyWay
  readonly answerSealed: string | null
  readonly answeredOn: string | null
}

export interface InterestRow {
  readonly touched: boolean
  readonly cleared: boolean
  readonly hearingHeld: boolean
  readonly parties: readonly PartyRow[]
}

/** 利害关系 of one file in one statement; a citizen sees no party. */
export async function readInterest(tx: Tx, applicationNo: string): Promise<InterestRow> {
  const { rows } = await sql<InterestRow>`
    select licensing.touches_others(${applicationNo}) as touched,
      exists (select from licensing.application_event e
        where e.application_no = ${applicationNo} and e.event = 'noMajorInterest') as cleared,
      exists (select from licensing.application_event e where e.application_no = ${applicationNo} and e.event = 'recordHearing'
        and e.at >= all (select p.answered_on from licensing.interested_party p
          where p.application_no = ${applicationNo} and p.answer = 'hearing')) as hearing_held,
      coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'relation', p.relation, 'nameSealed', p.name_sealed, 'way', p.way,
        'toldOn', p.told_on, 'answer', p.answer, 'answerSealed', p.answer_sealed, 'answeredOn', p.answered_on)
        order by p.recorded_at) from licensing.interested_party p where p.application_no = ${applicationNo}), '[]') as parties`.execute(
    tx,
  )
  const [row] = rows
  if (!row) throw new Error('the interest of a file is always one row')
  return row
}

export interface NewParty {
  readonly id: string
  readonly applicationNo: string
  readonly areaCode: string
  readonly relation: PartyRelation
  readonly nameSealed: string
  readonly contactSealed: string
  readonly way: PartyWay
  readonly toldOn: string | null
  readonly recordedBy: string
  readonly recordedAt: string
}

export async function insertParty(tx: Tx, p: NewParty): Promise<void> {
  await sql`insert into licensing.interested_party (id, application_no, area_code, relation, name_sealed, contact_sealed, way,
      told_on, recorded_by, recorded_at)
    values (${p.id}, ${p.applicationNo}, ${p.areaCode}, ${p.relation}, ${p.nameSealed}, ${p.contactSealed}, ${p.way},
      ${p.toldOn}, ${p.recordedBy}, ${p.recordedAt})`.execute(tx)
}

export async function saveParty(
  tx: Tx,
  id: string,
  change: Pick<PartyRow, 'toldOn' | 'answer' | 'answerSealed' | 'answeredOn'>,
): Promise<void> {
  await sql`update licensing.interested_party set told_on = ${change.toldOn}, answer = ${change.answer},
    answer_sealed = ${change.answerSealed}, answered_on = ${change.answeredOn} where id = ${id}`.execute(tx)
}
