import type { Moment } from '#kernel/dates'
import { addWorkingDays } from '#kernel/working-days'
import type { Tx } from '#platform/database'
import { issuePaper } from '../papers/issue-paper.ts'
import type { PaperFacts, PaperKind } from '../papers/paper.ts'
import type { RawStepInput } from '../rules/application/step-input.ts'
import { findProposal, lockApplication } from '../store.ts'
import type { Setting } from './setting.ts'

interface Stepped {
  readonly event: string
  readonly applicationNo: string
  readonly input: RawStepInput
  readonly at: Moment
}

/** 制发文书: the document that a step of an officer owes the applicant, in the transaction of the step. */
export async function issuePaperOfStep(tx: Tx, step: Stepped, setting: Setting): Promise<void> {
  const issue = <K extends PaperKind>(kind: K, facts: PaperFacts[K]) =>
    issuePaper(tx, setting.keyring, { kind, facts, applicationNo: step.applicationNo, at: step.at })
  const { clocks } = setting.policy
  const opinion = step.input.opinion ?? ''
  switch (step.event) {
    case 'accept':
    case 'resubmit':
      return void (await issue('acceptance', { dueOn: after(step, clocks.promisedDays, setting) }))
    case 'askCorrection':
      return void (await issue('correction', {
        items: step.input.items ?? [],
        answerBy: after(step, clocks.correctionAnswerDays, setting),
      }))
    case 'inviteStatement':
      return void (await issue('statementNotice', {
        grounds: step.input.grounds ?? [],
        findings: opinion,
        answerBy: after(step, clocks.statementDays, setting),
      }))
    case 'extend':
      return void (await issue('extension', { reason: opinion, dueOn: after(step, clocks.extensionDays, setting) }))
    case 'rejectAcceptance':
      return void (await issue('notAccepted', { reason: opinion }))
    case 'lapse':
      return void (await issue('lapse', { reason: opinion }))
    case 'grant':
      return void (await issue('renewalGrant', {}))
    case 'confirmDeemed':
      return void (await issue('deemedRenewal', {}))
    case 'deny':
      return void (await issue('renewalDenial', await denialFacts(tx, step.applicationNo)))
    default:
      return undefined
  }
}

/** The latest day that can be counted; where the holidays are not published, calendar days stand in and the paper still has a day. */
function after({ at }: Stepped, days: number, { calendar }: Setting): string {
  const due = addWorkingDays(calendar, at.today, days)
  return (due.ok ? due.value : at.today.add({ days: Math.ceil((days * 7) / 5) })).toString()
}

async function denialFacts(tx: Tx, applicationNo: string): Promise<PaperFacts['renewalDenial']> {
  const [file, proposal] = [await lockApplication(tx, applicationNo), await findProposal(tx, applicationNo)]
  const heard = file?.statement === 'heard' ? '已听取申请人的陈述申辩。' : '申请人在期限内没有提出陈述申辩。'
  return { grounds: proposal?.grounds ?? [], findings: proposal?.opinion ?? '', heard }
}
