import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { RunningClock } from '../rules/application/clocks.ts'
import type { ApplicationState } from '../rules/application/moves.ts'
import type { Channel, ServiceCode } from '../rules/services/service.ts'
import type { FileEvent } from './submissions.ts'

/** An application (办件) as stored, without its sealed parts; days are ISO texts. */
export interface ApplicationRecord {
  readonly applicationNo: string
  readonly service: ServiceCode
  readonly licenceNo: string | null
  readonly shopName: string
  readonly areaCode: string
  readonly personIndex: string
  readonly state: ApplicationState
  readonly version: number
  readonly outcome: 'grant' | 'person'
  readonly timely: boolean
  readonly deemedAfter: string | null
  readonly receivedAt: string
  readonly receivedOn: string
  readonly acceptedOn: string | null
  readonly correctionAskedOn: string | null
  readonly statement: 'none' | 'invited' | 'heard' | 'waived'
  readonly statementInvitedOn: string | null
  readonly extended: boolean
  readonly decidedOn: string | null
  readonly clockKind: string | null
  readonly clockDueOn: string | null
  readonly clockUnpublishedYear: number | null
  readonly channel: Channel
  readonly terminalId: string | null
  readonly method: string
  readonly consentVersion: string
  readonly answersSealed: string
  readonly phoneSealed: string | null
  readonly helperId: string | null
  readonly deliverMode: 'electronic' | 'pickup' | 'post' | 'door'
  /** 承办人, as `staff:<id>` */
  readonly handler: string | null
  /** Two verifiers have seen the place and their record lies in the file. */
  readonly siteChecked: boolean
}

export const applicationColumns = sql`a.application_no, a.service, a.licence_no, a.shop_name, a.area_code, a.person_index, a.state, a.version, a.outcome,
  a.timely, a.deemed_after, a.received_at, a.received_on, a.accepted_on, a.correction_asked_on, a.statement, a.statement_invited_on,
  a.extended, a.decided_on, a.clock_kind, a.clock_due_on, a.clock_unpublished_year, a.channel, a.terminal_id, a.method, a.consent_version, a.answers_sealed, a.phone_sealed,
  a.deliver_mode, a.helper_id, a.handler, exists (select from licensing.application_event seen
    where seen.application_no = a.application_no and seen.event = 'recordSiteCheck') as site_checked`

export async function lockApplication(tx: Tx, applicationNo: string): Promise<ApplicationRecord | undefined> {
  const { rows } = await sql<ApplicationRecord>`
    select ${applicationColumns} from licensing.application a where a.application_no = ${applicationNo} for update`.execute(
    tx,
  )
  return rows[0]
}

/** The parts of an application that a step may change. */
export type ApplicationChange = Partial<
  Pick<
    ApplicationRecord,
    'acceptedOn' | 'correctionAskedOn' | 'statement' | 'statementInvitedOn' | 'extended' | 'decidedOn' | 'handler'
  >
> & { readonly state: ApplicationState; readonly clock: RunningClock | undefined }

/**
 * The step and its line in the history. Expects the application locked. The version rises, so that a page that was
 * opened before shows its age.
 */
export async function saveStep(
  tx: Tx,
  before: ApplicationRecord,
  { change, event, at }: { change: ApplicationChange; event: FileEvent; at: string },
): Promise<ApplicationRecord> {
  const { clock, ...fields } = change
  const next = { ...before, ...fields }
  await sql`with history as (
      insert into licensing.application_event (application_no, licence_no, at, event, from_state, to_state, by, note, details)
      values (${before.applicationNo}, ${before.licenceNo}, ${at}, ${event.event}, ${event.from}, ${event.to}, ${event.by},
        ${event.note ?? null}, ${JSON.stringify(event.details ?? {})}::jsonb))
    update licensing.application set state = ${next.state}, version = version + 1, accepted_on = ${next.acceptedOn},
      correction_asked_on = ${next.correctionAskedOn}, statement = ${next.statement}, statement_invited_on = ${next.statementInvitedOn},
      extended = ${next.extended}, decided_on = ${next.decidedOn}, handler = ${next.handler}, clock_kind = ${clock?.kind ?? null},
      clock_due_on = ${clock?.dueOn?.toString() ?? null}, clock_unpublished_year = ${clock?.unpublishedYear ?? null}
    where application_no = ${before.applicationNo}`.execute(tx)
  return {
    ...next,
    version: before.version + 1,
    clockKind: clock?.kind ?? null,
    clockDueOn: clock?.dueOn?.toString() ?? null,
    clockUnpublishedYear: clock?.unpublishedYear ?? null,
  }
}

/** A clock that could be counted only now, because its year has been published since. */
export async function saveClock(tx: Tx, applicationNo: string, clock: RunningClock | undefined): Promise<void> {
  await sql`update licensing.application set clock_kind = ${clock?.kind ?? null}, clock_due_on = ${clock?.dueOn?.toString() ?? null},
    clock_unpublished_year = ${clock?.unpublishedYear ?? null} where application_no = ${applicationNo}`.execute(tx)
}

/** A line of the history that moves nothing; false when it stands there already. */
export async function noteEvent(
  tx: Tx,
  file: { applicationNo: string; licenceNo: string | null },
  line: { at: string; event: string; by: string },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into licensing.application_event (application_no, licence_no, at, event, by)
    values (${file.applicationNo}, ${file.licenceNo}, ${line.at}, ${line.event}, ${line.by}) on conflict do nothing`.execute(
    tx,
  )
  return Number(numAffectedRows ?? 0) === 1
}
