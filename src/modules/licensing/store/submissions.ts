import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { Finding } from '../contract.ts'
import type { RunningClock } from '../rules/application/clocks.ts'
import type { ApplicationState } from '../rules/application/moves.ts'
import type { CheckPolicy } from '../rules/checks/facts.ts'
import type { Channel, ServiceCode } from '../rules/services/service.ts'
import { bindDocuments } from './documents.ts'
import { draftEnd } from './drafts.ts'
import { type GrantedLicence, grantParts } from './licences.ts'

/** One line of the file's history (办理过程). */
export interface FileEvent {
  readonly event: string
  readonly from: ApplicationState | null
  readonly to: ApplicationState | null
  readonly by: string
  readonly note?: string
  readonly details?: Readonly<Record<string, unknown>>
}

export interface RuleRun {
  readonly ruleVersion: string
  readonly policyVersion: string
  readonly facts: unknown
  readonly factsDigest: string
  readonly findings: readonly Finding[]
  readonly policy: CheckPolicy
}

export interface Submission {
  readonly service: ServiceCode
  readonly licenceNo: string | null
  readonly shopName: string
  readonly areaCode: string
  readonly personIndex: string
  readonly state: 'submitted' | 'granted'
  readonly outcome: 'grant' | 'person'
  readonly timely: boolean
  readonly deemedAfter: string | null
  readonly receivedAt: string
  readonly receivedOn: string
  readonly capturedAt: string
  readonly startedAt: string
  readonly clock: RunningClock | undefined
  readonly channel: Channel
  readonly terminalId: string | null
  readonly sessionId: string
  readonly method: string
  readonly phoneSealed: string | null
  readonly phoneIndex: string | null
  readonly answersSealed: string
  readonly deliverMode: 'electronic' | 'pickup' | 'post' | 'door'
  readonly deliverAddressSealed: string | null
  readonly helperId: string | null
  readonly consentVersion: string
  readonly signatureSealed: string
  readonly events: readonly FileEvent[]
  readonly run: RuleRun
  /** Present when the machine grants. */
  readonly granted?: { readonly opinion: string; readonly after: GrantedLicence }
}

/**
 * Application, history, run and, if granted, decision and renewed licence in one statement: either all of it stands
 * or nothing, and the terminal waits for one round trip. Returns the number given.
 */
export async function saveSubmission(tx: Tx, s: Submission): Promise<string> {
  const { rows } = await sql<{ applicationNo: string }>`
    with file as materialized (select licensing.next_application_no(${s.receivedOn}::date) as no),
    application as (${applicationPart(s)}),
    history as (${eventsPart(s)}),
    policy as (${policyPart(s)}),
    run as (${runPart(s)}),
    draft as (${draftEnd(s, s.receivedAt)}),
    documents as (${bindDocuments(s)})
    ${machineGrantParts(s)}
    select no as application_no from file`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('the application was not stored')
  return row.applicationNo
}

function applicationPart(s: Submission): RawBuilder<unknown> {
  const decidedOn = s.granted ? s.receivedOn : null
  return sql`insert into licensing.application (application_no, service, licence_no, shop_name, area_code, person_index, state, outcome, timely,
      deemed_after, received_at, received_on, captured_at, started_at, accepted_on, decided_on, clock_kind, clock_due_on,
      clock_unpublished_year, channel, terminal_id, session_id, method, phone_sealed, phone_index, answers_sealed, deliver_mode,
      deliver_address_sealed, helper_id, consent_version, signature_sealed)
    select no, ${s.service}, ${s.licenceNo}, ${s.shopName}, ${s.areaCode}, ${s.personIndex}, ${s.state}, ${s.outcome}, ${s.timely}::boolean,
      ${s.deemedAfter}::date, ${s.receivedAt}::timestamptz, ${s.receivedOn}::date, ${s.capturedAt}::timestamptz,
      ${s.startedAt}::timestamptz, ${decidedOn}::date, ${decidedOn}::date, ${s.clock?.kind ?? null},
      ${s.clock?.dueOn?.toString() ?? null}::date, ${s.clock?.unpublishedYear ?? null}::int, ${s.channel}, ${s.terminalId},
      ${s.sessionId}, ${s.method}, ${s.phoneSealed}, ${s.phoneIndex}, ${s.answersSealed}, ${s.deliverMode}, ${s.deliverAddressSealed}, ${s.helperId},
      ${s.consentVersion}, ${s.signatureSealed} from file`
}

function eventsPart(s: Submission): RawBuilder<unknown> {
  return sql`insert into licensing.application_event (application_no, licence_no, at, event, from_state, to_state, by, note, details)
    select no, ${s.licenceNo}, ${s.receivedAt}::timestamptz, e->>'event', e->>'from', e->>'to', e->>'by', e->>'note', coalesce(e->'details', '{}')
    from file, jsonb_array_elements(${JSON.stringify(s.events)}::jsonb) with ordinality as given (e, place) order by place`
}

/** The values a run was made under, kept once a version. */
const policyPart = ({
  run,
}: Submission): RawBuilder<unknown> => sql`insert into licensing.check_policy (version, policy)
    values (${run.policyVersion}, ${JSON.stringify(run.policy)}::jsonb) on conflict do nothing`

function runPart({ run, ...s }: Submission): RawBuilder<unknown> {
  return sql`insert into licensing.rule_run (application_no, licence_no, run_at, rule_version, policy_version, facts, facts_digest, findings, outcome)
    select no, ${s.licenceNo}, ${s.receivedAt}::timestamptz, ${run.ruleVersion}, ${run.policyVersion}, ${JSON.stringify(run.facts)}::jsonb,
      ${run.factsDigest}, ${JSON.stringify(run.findings)}::jsonb, ${s.outcome} from file`
}

/** 准予 by the machine: the decision names it as such; there is no such part for anything else. */
function machineGrantParts({ granted, ...s }: Submission): RawBuilder<unknown> {
  if (!granted) return sql``
  const parts = grantParts(granted.after, sql`no`, s.receivedAt)
  return sql`,
    decision as (insert into licensing.decision (application_no, licence_no, result, decided_as, decided_by, decided_on, decided_at, opinion)
      select no, ${s.licenceNo}, 'grant', 'machine', 'auto', ${s.receivedOn}::date, ${s.receivedAt}::timestamptz, ${granted.opinion} from file),
    licence as (${parts.licence})${parts.version ? sql`, version as (${parts.version} from file)` : sql``}`
}
