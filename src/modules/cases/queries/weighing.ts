import { sql } from 'kysely'
import { formatCitation } from '#kernel/citation'
import { fen } from '#kernel/money'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import type { Weighing } from '../contract/sanctions.ts'
import type { FactorCode } from '../rules/discretion/factors.ts'
import { type FineRange, fineRangeOf } from '../rules/discretion/fine-range.ts'
import { type ClosedCase, similarCases, spreadOf } from '../rules/discretion/similar.ts'
import { type FineProposal, proposeFine } from '../rules/discretion/steps.ts'
import type { SanctionPolicy } from '../rules/sanction-policy.ts'
import { type SanctionRange, sanctionRange } from '../rules/violations/sanction.ts'
import { isViolation, type ViolationCode, violationOf } from '../rules/violations/table.ts'
import { type Base, bodies, measures } from '../rules/violations/words.ts'
import { knownSums } from './sums.ts'

export interface AskedWeighing {
  readonly caseNo: string
  readonly violation: ViolationCode
  readonly like?: ViolationCode
  readonly serious: boolean
  readonly base?: Base
  readonly factors: readonly FactorCode[]
}

/** 幅度和阶次 for what was asked, from the sums of the case. */
export async function weigh(
  tx: Tx,
  asked: AskedWeighing,
  policy: SanctionPolicy,
): Promise<Result<{ readonly range: SanctionRange; readonly proposal: FineProposal }>> {
  const range = await rangeOf(tx, asked)
  if (!range.ok) return range
  return ok({ range: range.value, proposal: proposeFine(range.value, asked.factors, policy.steps) })
}

/** 法定幅度 of a violation, from the sums of the case. */
async function rangeOf(tx: Tx, asked: Omit<AskedWeighing, 'factors'>): Promise<Result<SanctionRange>> {
  const known = await knownSums(tx, asked.caseNo)
  if (known === undefined) return refuse('caseUnknown')
  const { totals, amounts } = known
  const established = {
    business: amounts?.business,
    purchases: amounts?.purchases,
    sales: amounts?.sales,
    wholesale: amounts?.wholesale,
  }
  const sums = Object.entries(established).flatMap(([base, sum]) =>
    sum === null || sum === undefined ? [] : [[base, fen(sum)]],
  )
  return sanctionRange({
    code: asked.violation,
    serious: asked.serious,
    ...(asked.like === undefined ? {} : { like: asked.like }),
    ...(asked.base === undefined ? {} : { base: asked.base }),
    // Goods without a price leave the value unknown: a fine from half of it would be too low.
    amounts: {
      ...Object.fromEntries(sums),
      ...(totals.value > 0 && totals.unpriced === 0 ? { goodsValue: totals.value } : {}),
    },
  })
}

/** For the machine of the procedure: what a fine that nobody weighed is held to. */
export async function fineRange(tx: Tx, caseNo: string, violation: string | null): Promise<FineRange> {
  if (violation === null || !isViolation(violation)) return { kind: 'unknown' }
  const range = await rangeOf(tx, { caseNo, violation, serious: false })
  return range.ok ? fineRangeOf(range.value) : { kind: 'unknown' }
}

/** The page of 裁量. */
export async function readWeighing(tx: Tx, asked: AskedWeighing, policy: SanctionPolicy): Promise<Result<Weighing>> {
  const weighed = await weigh(tx, asked, policy)
  if (!weighed.ok) return weighed
  const { range, proposal } = weighed.value
  const row = violationOf(asked.violation === 'P20' && asked.like !== undefined ? asked.like : asked.violation)
  const closed = (await listClosed(tx, asked.violation)).filter(({ caseNo }) => caseNo !== asked.caseNo)
  const amount = range.fine?.amount ?? fen(0)
  const similar = similarCases(
    { violation: asked.violation, amount, factors: asked.factors },
    closed,
    policy.amountBands,
    policy.similarCases,
  )
  return ok({
    caseNo: asked.caseNo,
    violation: asked.violation,
    norm: violationOf(asked.violation).norm.map(formatCitation),
    sanction: row.sanction.map(formatCitation),
    body: bodies[row.body].zh,
    measures: range.measures.map(code => measures[code].zh),
    base: range.fine?.base ?? null,
    baseAmount: range.fine?.amount ?? null,
    percent: range.fine?.percent ? [...range.fine.percent] : null,
    rangeFrom: range.fine?.from ?? null,
    rangeTo: range.fine?.to ?? null,
    mayFine: range.fine?.may ?? false,
    outcome: proposal.outcome,
    step: proposal.step,
    stepFrom: proposal.from,
    stepTo: proposal.to,
    proposed: proposal.proposed,
    mayReduce: proposal.mayReduce,
    similar: similar.map(({ caseNo, amount: of, fine, percent, likeness, factors, decidedOn }) => ({
      ...{ caseNo, amount: of, fine, percent, likeness, factors: [...factors], decidedOn },
    })),
    spread: spreadOf(similar) ?? null,
    weighings: await listWeighings(tx, asked.caseNo),
  })
}

/** The page as the last proposal left it. */
export async function readStanding(tx: Tx, caseNo: string, policy: SanctionPolicy): Promise<Result<Weighing>> {
  const { rows } = await sql<
    Omit<AskedWeighing, 'caseNo' | 'like' | 'base'> & { like: ViolationCode | null; base: Base | null }
  >`
    select violation, like_violation as "like", serious, base, factors from cases.weighing where case_no = ${caseNo} order by n desc limit 1`.execute(
    tx,
  )
  const [last] = rows
  if (last === undefined) return refuse('weighingUnknown')
  const { like, base, ...asked } = last
  return readWeighing(
    tx,
    { caseNo, ...asked, ...(like === null ? {} : { like }), ...(base === null ? {} : { base }) },
    policy,
  )
}

/** Closed cases with the fine that stood. */
async function listClosed(tx: Tx, violation: ViolationCode): Promise<readonly ClosedCase[]> {
  const { rows } = await sql<ClosedCase>`
    select distinct on (w.case_no) w.case_no, w.violation, coalesce(w.amount, 0)::float8 as amount, w.fine::float8 as fine, w.factors,
      c.decided_on::text as decided_on
    from cases.weighing w join cases.case c on c.no = w.case_no
    where w.violation = ${violation} and c.state in ('closed', 'archived') and c.decided_on is not null
      and (w.deviation = 'within' or w.approved_by is not null)
    order by w.case_no, w.n desc`.execute(tx)
  return rows
}

async function listWeighings(tx: Tx, caseNo: string): Promise<Weighing['weighings']> {
  const { rows } = await sql<Weighing['weighings'][number]>`
    select w.n, w.violation, w.factors, w.fine::float8 as fine, w.step_from::float8 as step_from, w.step_to::float8 as step_to,
      w.range_to::float8 as range_to, w.deviation, w.reason, coalesce(p.name, w.proposed_by) as proposed_by, w.proposed_at,
      coalesce(a.name, w.approved_by) as approved_by, w.approved_at
    from cases.weighing w left join access.published_staff p on 'staff:' || p.id = w.proposed_by
    left join access.published_staff a on 'staff:' || a.id = w.approved_by
    where w.case_no = ${caseNo} order by w.n desc`.execute(tx)
  return rows
}
