import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import { cosigners } from '../rules/application/events.ts'
import type { StepFacts } from '../rules/application/step-guards.ts'

export interface Colleague {
  readonly staffId: string
  readonly name: string
  readonly roles: readonly string[]
}

/** 同事: who is in office, works for this area and may be given a file or asked for an opinion. */
export async function listColleagues(tx: Tx, areaCode: string): Promise<Colleague[]> {
  const { rows } = await sql<Colleague>`
    select id::text as staff_id, name, roles from access.published_staff
    where state = 'active' and roles && ${[...cosigners]}::text[]
      and exists (select from unnest(areas) area where ${areaCode} like area || '%')
    order by name collate "zh-Hans-CN-x-icu", id`.execute(tx)
  return rows
}

/** 会签 that was asked for last: whom, and whose opinion is in. */
export async function listCosigners(tx: Tx, applicationNo: string): Promise<StepFacts['cosigners']> {
  const { rows } = await sql<{ by: string; answered: boolean }>`
    with round as (select id, details from licensing.application_event
      where application_no = ${applicationNo} and event = 'askCosign' order by id desc limit 1)
    select asked.by, exists (select from licensing.application_event e where e.application_no = ${applicationNo}
        and e.id > round.id and e.event = 'answerCosign' and e.by = asked.by) as answered
    from round, jsonb_array_elements_text(round.details->'ask') with ordinality asked (by, place) order by place`.execute(
    tx,
  )
  return rows
}
