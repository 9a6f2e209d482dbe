import { sql } from 'kysely'
import type { Tx } from '#platform/database'

export interface Proposal {
  readonly result: 'grant' | 'deny'
  readonly proposedBy: string
  readonly proposedAt: string
  readonly opinion: string
  readonly grounds: readonly number[]
  readonly reasons: readonly string[]
}

export interface Decision {
  readonly result: 'grant' | 'deny'
  readonly decidedAs: 'staff' | 'machine' | 'law'
  readonly decidedBy: string
  readonly decidedOn: string
  readonly decidedAt: string
  readonly proposedBy: string | null
  readonly opinion: string
  readonly reasons: readonly string[]
  readonly remedy: string
}

interface FileNumbers {
  readonly applicationNo: string
  readonly licenceNo: string | null
}

export async function saveProposal(tx: Tx, file: FileNumbers, p: Proposal): Promise<void> {
  await sql`insert into licensing.proposal (application_no, licence_no, result, proposed_by, proposed_at, opinion, grounds, reasons)
    values (${file.applicationNo}, ${file.licenceNo}, ${p.result}, ${p.proposedBy}, ${p.proposedAt}, ${p.opinion},
      ${[...p.grounds]}::int[], ${JSON.stringify(p.reasons)}::jsonb)`.execute(tx)
}

/** The opinion that lies before the decider. */
export async function findProposal(tx: Tx, applicationNo: string): Promise<Proposal | undefined> {
  const { rows } = await sql<Proposal>`
    select result, proposed_by, proposed_at, opinion, grounds, reasons from licensing.proposal
    where application_no = ${applicationNo} order by id desc limit 1`.execute(tx)
  return rows[0]
}

/** The database refuses a second one, a refusal without a person, and a person who decides on the own proposal. */
export async function saveDecision(tx: Tx, file: FileNumbers, d: Decision): Promise<void> {
  await sql`insert into licensing.decision (application_no, licence_no, result, decided_as, decided_by, decided_on, decided_at,
      proposed_by, opinion, reasons, remedy)
    values (${file.applicationNo}, ${file.licenceNo}, ${d.result}, ${d.decidedAs}, ${d.decidedBy}, ${d.decidedOn}, ${d.decidedAt},
      ${d.proposedBy}, ${d.opinion}, ${JSON.stringify(d.reasons)}::jsonb, ${d.remedy})`.execute(tx)
}
