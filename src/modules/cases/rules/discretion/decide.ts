import type { Fen } from '#kernel/money'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { Words } from '../procedure/case-file.ts'
import type { SanctionRange } from '../violations/sanction.ts'
import { type FineRange, unweighedFault } from './fine-range.ts'
import type { FineProposal } from './steps.ts'

/** What an officer wants to propose as the fine; `zero` money is 不予罚款. */
export interface ChosenFine {
  readonly fine: Fen
  /** 偏离理由; '' when the fine lies within the step. */
  readonly reason: string
}

/** How far a fine goes from the proposal. */
export type Deviation = 'within' | 'otherStep' | 'belowRange' | 'noPenalty'

type Refused = 'fineAboveLaw' | 'fineBelowLaw' | 'fineNotOrdered' | 'fineExempt' | 'deviationReasonMissing'

/**
 * Where the chosen fine stands. Never above the law; below its range only with a factor of 减轻 (行政处罚法第三十二条);
 * none at all where the law exempts; everything outside the step with a written reason, which a second person approves.
 */
export function weighFine(
  range: SanctionRange,
  proposal: FineProposal,
  chosen: ChosenFine,
): Result<Deviation, Refused> {
  const { fine } = range
  if (fine === undefined) return chosen.fine === 0 ? ok('within') : refuse('fineNotOrdered')
  if (proposal.outcome === 'none') return chosen.fine === 0 ? ok('within') : refuse('fineExempt')
  if (chosen.fine > fine.to) return refuse('fineAboveLaw')
  const deviation = deviationOf(range, proposal, chosen.fine)
  if (deviation === 'belowRange' && !proposal.mayReduce) return refuse('fineBelowLaw')
  if (deviation !== 'within' && chosen.reason.trim().length < 10) return refuse('deviationReasonMissing')
  return ok(deviation)
}

function deviationOf(range: SanctionRange, proposal: FineProposal, chosen: Fen): Deviation {
  const { fine } = range
  // 可以处: no fine at all lies within what the law leaves open, yet it is a deviation from the step and says why.
  const open = fine?.may === true || proposal.outcome === 'mayNone'
  if (chosen === 0 && open && proposal.from > 0) return 'noPenalty'
  if (fine !== undefined && chosen < fine.from) return 'belowRange'
  return chosen >= proposal.from && chosen <= proposal.to ? 'within' : 'otherStep'
}

/** 第二人审批: whoever proposed a deviation never approves it. */
export function mayApproveDeviation(
  weighing: { readonly deviation: Deviation; readonly proposedBy: string; readonly approvedBy: string | null },
  approver: string,
): Result<true, 'deviationNone' | 'deviationOwn' | 'deviationApproved'> {
  if (weighing.deviation === 'within') return refuse('deviationNone')
  if (weighing.proposedBy === approver) return refuse('deviationOwn')
  return weighing.approvedBy === null ? ok(true) : refuse('deviationApproved')
}

/** For the machine of the procedure: a fine may go into a decision only when it is within its step or approved by a second person. */
export function fineMayStand(
  weighing: { readonly deviation: Deviation; readonly approvedBy: string | null } | undefined,
): Result<true, 'fineNotWeighed' | 'deviationUnapproved'> {
  if (weighing === undefined) return refuse('fineNotWeighed')
  if (weighing.deviation !== 'within' && weighing.approvedBy === null) return refuse('deviationUnapproved')
  return ok(true)
}

/** The last weighing of a case, as the procedure looks at it. */
export interface Weighed {
  readonly violation: string
  /** 参照的案由, where the violation has no range of its own. */
  readonly like?: string | null
  readonly fine: number
  readonly deviation: Deviation
  readonly approvedBy: string | null
}

/** 新型烟草制品 (条例第六十五条): no penalty before it is said which violation it stands beside; its article goes into every document. */
export const likeFault = (violation: string | null, weighed: Weighed | undefined): Words | undefined =>
  violation === 'P20' && (weighed?.violation !== 'P20' || !weighed.like)
    ? {
        zh: '还没有写明参照的案由，请先在“金额和裁量”里选参照案由并提出罚款。',
        en: 'It is not said yet which violation this refers to: choose it and weigh the fine first.',
      }
    : undefined

/** Why a proposed fine cannot stand: not the one that was weighed for this violation, not approved, or, unweighed, outside its article. */
export function fineFault(
  fine: number,
  { violation, weighed, range }: { violation: string | null; weighed: Weighed | undefined; range: FineRange },
): Words | undefined {
  const unlike = likeFault(violation, weighed)
  if (unlike) return unlike
  // 案由 may have changed since: a weighing of another violation says nothing of this one.
  if (weighed === undefined || weighed.violation !== violation) return unweighedFault(fine, range)
  if (!fineMayStand(weighed).ok)
    return {
      zh: '罚款偏离裁量阶次，还没有第二人审批。',
      en: 'The fine lies outside its step; a second person has not approved it.',
    }
  return fine === weighed.fine
    ? undefined
    : {
        zh: '罚款和裁量提出的不一致，请先在“金额和裁量”里重新提出。',
        en: 'The fine is not the one that was weighed: weigh it anew first.',
      }
}
