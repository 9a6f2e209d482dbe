import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#platform/database'

/** Marks every file that only a demonstration has; the page of the file shows it beside the first line of its history. */
const mark = '模拟数据'

export interface PastRow {
  readonly licenceNo: string
  readonly service: string
  readonly channel: string
  readonly terminalId: string | null
  readonly helped: boolean
  readonly corrected: boolean
  /** Granted by the rules at once. */
  readonly machine: boolean
  readonly ruleVersion: string
  readonly policyVersion: string
  readonly facts: unknown
  readonly factsDigest: string
  readonly findings: unknown
  readonly deemedAfter: string | null
  readonly sessionId: string
  readonly startedAt: string
  readonly submittedAt: string
  readonly receivedOn: string
  readonly askedAt: string | null
  readonly acceptedAt: string
  readonly reviewedAt: string
  readonly proposedAt: string
  readonly decidedAt: string
  readonly decidedOn: string
  readonly decideBy: string
  readonly servedAt: string
  readonly method: string
  readonly consentVersion: string
  readonly answersSealed: string
  readonly signatureSealed: string
  readonly grade: number | null
  readonly reasons: readonly string[]
  readonly wordsSealed: string | null
  readonly ratedAt: string
  readonly followUpBy: string | null
  readonly outcome: string | null
  readonly noteSealed: string | null
  readonly calledAt: string
}

interface Officers {
  readonly window: string
  readonly reviewer: string
  readonly decider: string
  readonly helper: string
  readonly caller: string
}

/** Whether the past was written; whoever asks waits for one that is writing it. */
export async function hasPastFiles(tx: Tx): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(20261126, 750)`.execute(tx)
  const { rows } = await sql`
    select from licensing.application_event where event = 'submit' and note = ${mark} limit 1`.execute(tx)
  return rows.length > 0
}

/** Days of the site checks of each licence, oldest first. */
export async function siteChecksOf(tx: Tx): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ licenceNo: string; days: string[] }>`
    select licence_no, array_agg(checked_on::text order by checked_on) as days from licensing.site_check group by 1`.execute(
    tx,
  )
  return new Map(rows.map(({ licenceNo, days }) => [licenceNo, days]))
}

/**
 * All files at once, one statement a step, through every state in between: the guards of the database hold for them as for
 * any other. A licence that has a file already gets none. Numbers come from the one sequence, the earliest file first.
 */
export async function savePastFiles(
  tx: Tx,
  rows: readonly PastRow[],
  { officers, policies }: { readonly officers: Officers; readonly policies: ReadonlyMap<string, unknown> },
): Promise<number> {
  const given = givenRows(rows)
  for (const [version, policy] of policies)
    await sql`insert into licensing.check_policy (version, policy) values (${version}, ${JSON.stringify(policy)}::jsonb)
      on conflict do nothing`.execute(tx)
  const { numAffectedRows } = await insertFiles(given, officers).execute(tx)
  const files = sql`(select g.*, a.application_no from ${given} join licensing.application a on a.session_id = g."sessionId") g`
  await sql`insert into licensing.rule_run (application_no, licence_no, run_at, rule_version, policy_version, facts, facts_digest,
      findings, outcome)
    select g.application_no, g."licenceNo", g."submittedAt", g."ruleVersion", g."policyVersion", g.facts, g."factsDigest",
      g.findings, case when g.machine then 'grant' else 'person' end from ${files} order by g.application_no`.execute(
    tx,
  )
  for (const step of stepsOf(officers)) {
    const where = step.where ?? sql`true`
    await sql`insert into licensing.application_event (application_no, licence_no, at, event, from_state, to_state, by, note)
      select g.application_no, g."licenceNo", ${step.at}, ${step.event}, ${step.from}::text, ${step.to}, ${step.by}, ${step.note ?? null}
      from ${files} where ${where} order by g.application_no`.execute(tx)
    if (step.first) await step.first(files).execute(tx)
    if (step.set)
      await sql`update licensing.application a set state = ${step.to}, version = version + 1, ${step.set}
        from ${given} where a.session_id = g."sessionId" and ${where}`.execute(tx)
  }
  await insertRatings(files).execute(tx)
  await sql`insert into licensing.rating_follow_up (application_no, outcome, note_sealed, by_staff, at)
    select g.application_no, g.outcome, g."noteSealed", ${officers.caller}::uuid, g."calledAt" from ${files}
    where g.outcome is not null order by g."calledAt"`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

const givenRows = (
  rows: readonly PastRow[],
) => sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g("licenceNo" text,
  service text, channel text, "terminalId" text, helped boolean, corrected boolean, machine boolean,
  "ruleVersion" text, "policyVersion" text, facts jsonb, "factsDigest" text, findings jsonb, "deemedAfter" date, "sessionId" text,
  "startedAt" timestamptz, "submittedAt" timestamptz, "receivedOn" date, "askedAt" timestamptz, "acceptedAt" timestamptz,
  "reviewedAt" timestamptz, "proposedAt" timestamptz, "decidedAt" timestamptz, "decidedOn" date, "decideBy" date,
  "servedAt" timestamptz, method text, "consentVersion" text, "answersSealed" text, "signatureSealed" text, grade smallint,
  reasons text[], "wordsSealed" text, "ratedAt" timestamptz, "followUpBy" date, outcome text, "noteSealed" text,
  "calledAt" timestamptz)`

const insertFiles = (given: RawBuilder<unknown>, { helper }: Officers) => sql`
  insert into licensing.application (application_no, service, licence_no, shop_name, area_code, person_index, state, outcome,
    timely, deemed_after, received_at, received_on, captured_at, started_at, channel, terminal_id, session_id, method,
    answers_sealed, deliver_mode, helper_id, consent_version, signature_sealed)
  select licensing.next_application_no("receivedOn"), service, "licenceNo", shop_name, area_code, operator_index, 'submitted',
    case when machine then 'grant' else 'person' end, true, "deemedAfter", "submittedAt", "receivedOn", "submittedAt", "startedAt", channel, "terminalId", "sessionId",
    method, "answersSealed", 'electronic', case when helped then ${helper} end, "consentVersion", "signatureSealed"
  from (select g.*, l.shop_name, l.area_code, l.operator_index from ${given}
    join licensing.licence l on l.licence_no = g."licenceNo"
    where not exists (select from licensing.application a where a.licence_no = l.licence_no)
    order by g."submittedAt") g`

interface Step {
  readonly event: string
  readonly from: string | null
  readonly to: string
  readonly at: RawBuilder<unknown>
  readonly by: RawBuilder<unknown>
  readonly note?: string
  readonly where?: RawBuilder<unknown>
  /** What must lie in the file before the state moves. */
  readonly first?: (files: RawBuilder<unknown>) => RawBuilder<unknown>
  readonly set?: RawBuilder<unknown>
}

function stepsOf({ window, reviewer, decider }: Officers): readonly Step[] {
  const staff = (id: string) => sql`${`staff:${id}`}`
  const corrected = sql`g.corrected`
  const machine = sql`g.machine`
  const people = sql`not g.machine`
  const rules = sql`'system:rules'`
  const day = (instant: RawBuilder<unknown>) => sql`(${instant} at time zone 'Asia/Shanghai')::date`
  const [submittedAt, askedAt, acceptedAt] = [sql`g."submittedAt"`, sql`g."askedAt"`, sql`g."acceptedAt"`]
  const accepted = sql`accepted_on = ${day(acceptedAt)}, clock_kind = 'decide', clock_due_on = g."decideBy"`
  const citizen = sql`'citizen:' || g."sessionId"`
  return [
    { event: 'submit', from: null, to: 'submitted', at: submittedAt, by: citizen, note: mark },
    {
      ...{ event: 'askCorrection', from: 'submitted', to: 'correctionRequested', at: askedAt, by: staff(window) },
      ...{
        note: '营业执照照片不清楚，请重新拍一张。',
        where: corrected,
        set: sql`correction_asked_on = ${day(askedAt)}`,
      },
    },
    {
      ...{ event: 'resubmit', from: 'correctionRequested', to: 'accepted', at: acceptedAt, by: citizen },
      ...{ where: corrected, set: accepted },
    },
    {
      ...{ event: 'accept', from: 'submitted', to: 'accepted', at: acceptedAt, by: staff(window) },
      ...{ where: sql`not g.corrected and not g.machine`, set: accepted },
    },
    {
      ...{ event: 'autoAccept', from: 'submitted', to: 'accepted', at: submittedAt, by: rules, where: machine },
      set: sql`accepted_on = ${day(submittedAt)}`,
    },
    {
      ...{ event: 'autoPropose', from: 'accepted', to: 'proposed', at: submittedAt, by: rules, where: machine },
      set: sql`handler = handler`,
    },
    {
      ...{ event: 'autoGrant', from: 'proposed', to: 'granted', at: submittedAt, by: rules, where: machine },
      first:
        files => sql`insert into licensing.decision (application_no, licence_no, result, decided_as, decided_by, decided_on,
          decided_at, opinion)
        select g.application_no, g."licenceNo", 'grant', 'machine', 'auto', g."decidedOn", g."decidedAt",
          '各项核对全部通过，当场作出准予的决定。' from ${files} where g.machine`,
      set: sql`decided_on = g."decidedOn"`,
    },
    {
      ...{
        event: 'startReview',
        from: 'accepted',
        to: 'reviewing',
        at: sql`g."reviewedAt"`,
        by: staff(reviewer),
        where: people,
      },
      set: sql`handler = ${staff(reviewer)}`,
    },
    {
      ...{
        event: 'proposeGrant',
        from: 'reviewing',
        to: 'proposed',
        at: sql`g."proposedAt"`,
        by: staff(reviewer),
        where: people,
      },
      first:
        files => sql`insert into licensing.proposal (application_no, licence_no, result, proposed_by, proposed_at, opinion)
        select g.application_no, g."licenceNo", 'grant', ${staff(reviewer)}, g."proposedAt", '符合条件，拟准予。' from ${files} where not g.machine`,
      set: sql`handler = handler`,
    },
    {
      ...{ event: 'grant', from: 'proposed', to: 'granted', at: sql`g."decidedAt"`, by: staff(decider), where: people },
      first:
        files => sql`insert into licensing.decision (application_no, licence_no, result, decided_as, decided_by, decided_on,
          decided_at, proposed_by, opinion)
        select g.application_no, g."licenceNo", 'grant', 'staff', ${staff(decider)}, g."decidedOn", g."decidedAt",
          ${staff(reviewer)}, '同意。' from ${files} where not g.machine`,
      set: sql`decided_on = g."decidedOn"`,
    },
    {
      ...{ event: 'serve', from: 'granted', to: 'served', at: sql`g."servedAt"`, by: sql`'system:delivery'` },
      set: sql`clock_kind = null, clock_due_on = null`,
    },
    {
      ...{ event: 'archive', from: 'served', to: 'archived', at: sql`g."calledAt"`, by: staff(window) },
      set: sql`handler = handler`,
    },
  ]
}

const insertRatings = (files: RawBuilder<unknown>) => sql`
  insert into licensing.rating (application_no, service, town_code, channel, grade, reasons, words_sealed, rated_at, rated_on,
    follow_up_by)
  select g.application_no, g.service, left(a.area_code, 9), case g.channel when 'terminal' then 'terminal' else 'online' end,
    g.grade, g.reasons, g."wordsSealed", g."ratedAt", (g."ratedAt" at time zone 'Asia/Shanghai')::date, g."followUpBy"
  from ${files} join licensing.application a using (application_no) where g.grade is not null order by g."ratedAt"`
