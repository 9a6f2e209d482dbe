import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { ApplicationState } from '../rules/application/moves.ts'
import type { ServiceCode } from '../rules/services/service.ts'

export interface MandateRecord {
  readonly id: string
  readonly licenceNo: string
  readonly areaCode: string
  readonly principalIndex: string
  readonly principalNameSealed: string
  readonly principalIdMasked: string
  readonly agentIndex: string
  readonly agentNameSealed: string
  readonly agentIdMasked: string
  readonly services: readonly ServiceCode[]
  readonly validFrom: string
  readonly validTo: string
  readonly form: 'paper' | 'electronic'
  readonly signatureSealed: string | null
  readonly givenBy: string
  readonly givenAt: string
  readonly endedAt: string | null
}

const columns = sql`m.id, m.licence_no, m.area_code, m.principal_index, m.principal_name_sealed, m.principal_id_masked, m.agent_index,
  m.agent_name_sealed, m.agent_id_masked, m.services, m.valid_from, m.valid_to, m.form, m.signature_sealed, m.given_by, m.given_at, m.ended_at`

export async function insertMandate(tx: Tx, m: Omit<MandateRecord, 'endedAt'>): Promise<void> {
  await sql`insert into licensing.mandate (id, licence_no, area_code, principal_index, principal_name_sealed, principal_id_masked,
      agent_index, agent_name_sealed, agent_id_masked, services, valid_from, valid_to, form, signature_sealed, given_by, given_at)
    values (${m.id}, ${m.licenceNo}, ${m.areaCode}, ${m.principalIndex}, ${m.principalNameSealed}, ${m.principalIdMasked},
      ${m.agentIndex}, ${m.agentNameSealed}, ${m.agentIdMasked}, ${[...m.services]}, ${m.validFrom}, ${m.validTo}, ${m.form},
      ${m.signatureSealed}, ${m.givenBy}, ${m.givenAt})`.execute(tx)
}

async function list(tx: Tx, where: RawBuilder<unknown>): Promise<MandateRecord[]> {
  const { rows } = await sql<MandateRecord>`
    select ${columns} from licensing.mandate m where ${where} order by m.given_at desc limit 100`.execute(tx)
  return rows
}

export const findMandate = async (tx: Tx, id: string) => (await list(tx, sql`m.id = ${id}`))[0]
export const listMandatesGiven = (tx: Tx, principal: string) => list(tx, sql`m.principal_index = ${principal}`)

/** In force on the day, whose agent this person is. */
export const listMandatesHeld = (tx: Tx, agent: string, day: string) =>
  list(tx, sql`m.agent_index = ${agent} and m.ended_at is null and ${day}::date between m.valid_from and m.valid_to`)

export async function endMandate(
  tx: Tx,
  of: { readonly id: string; readonly principalIndex: string },
  at: string,
): Promise<boolean> {
  const { numAffectedRows } = await sql`update licensing.mandate set ended_at = ${at}
    where id = ${of.id} and principal_index = ${of.principalIndex} and ended_at is null`.execute(tx)
  return Number(numAffectedRows ?? 0) === 1
}

/** 代理办理: by which mandate the application came. */
export async function noteAgent(tx: Tx, applicationNo: string, mandateId: string): Promise<void> {
  await sql`insert into licensing.application_agent (application_no, mandate_id) values (${applicationNo}, ${mandateId})`.execute(
    tx,
  )
}

export interface MandateAct {
  readonly applicationNo: string
  readonly service: ServiceCode
  readonly state: ApplicationState
  readonly receivedAt: string
}

/** 凭委托办过的事, newest first. */
export async function listActs(tx: Tx, mandateId: string): Promise<MandateAct[]> {
  const { rows } = await sql<MandateAct>`select f.application_no, f.service, f.state, f.received_at
    from licensing.application_agent a join licensing.application f using (application_no)
    where a.mandate_id = ${mandateId} order by f.received_at desc limit 20`.execute(tx)
  return rows
}

export async function findAgentOf(tx: Tx, applicationNo: string): Promise<MandateRecord | undefined> {
  const rows = await list(
    tx,
    sql`m.id = (select a.mandate_id from licensing.application_agent a where a.application_no = ${applicationNo})`,
  )
  return rows[0]
}
