import type { Moment } from '#kernel/dates'
import { addWorkingDays } from '#kernel/working-days'
import type { Tx } from '#platform/database'
import { issuePaper } from '../papers/issue-paper.ts'
import type { PaperDay, PaperFacts, PaperKind } from '../papers/paper.ts'
import { catalogueOf } from '../queries/catalogue.ts'
import type { ApplicationEvent } from '../rules/application/moves.ts'
import type { StepInput } from '../rules/application/step-input.ts'
import type { ApplicationRecord, Proposal } from '../store.ts'
import type { Setting } from './setting.ts'

interface Stepped {
  readonly event: ApplicationEvent
  /** The file after the step. */
  readonly file: ApplicationRecord
  readonly at: Moment
  readonly input?: StepInput
  readonly proposal?: Proposal | undefined
}

/** 制发文书: the document that a step owes the applicant, in the transaction of the step. */
export async function issuePaperOfStep(tx: Tx, step: Stepped, setting: Setting): Promise<void> {
  const { file, at, input } = step
  const issue = async <K extends PaperKind>(kind: K, facts: PaperFacts[K]): Promise<void> => {
    await issuePaper(tx, setting.keyring, { kind, facts, applicationNo: file.applicationNo, at })
  }
  const today = at.today.toString()
  const { clocks } = setting.policy
  const opinion = input?.opinion ?? ''
  switch (step.event) {
    case 'accept':
    case 'resubmit':
    case 'silenceAccept':
      return issue('acceptance', { dueOn: decisionDay(file, setting) })
    case 'askCorrection':
      return issue('correction', {
        items: input?.items ?? [],
        answerBy: dayAfter('收到本通知', today, [clocks.correctionAnswerDays, setting]),
      })
    case 'inviteStatement':
      return issue('statementNotice', {
        grounds: input?.grounds ?? [],
        findings: opinion,
        answerBy: dayAfter('收到本告知', today, [clocks.statementDays, setting]),
      })
    case 'extend':
      return issue('extension', { reason: opinion, dueOn: decisionDay(file, setting) })
    case 'rejectAcceptance':
      return issue('notAccepted', { reason: opinion })
    case 'notRequired':
      return issue('notRequired', { reason: opinion })
    case 'orderSiteCheck':
      return issue('siteCheckOrder', { reason: opinion })
    case 'recordSiteCheck':
      if (!input?.siteCheck) return
      await issue('siteCheckRecord', { findings: opinion, ...input.siteCheck })
      return input.siteCheck.visit ? issue('siteSurvey', { visit: input.siteCheck.visit }) : undefined
    case 'callHearing':
      return issue('hearingNotice', {
        reason: opinion,
        answerBy: dayAfter('收到本告知', today, [clocks.hearingRequestDays, setting]),
      })
    case 'scheduleHearing':
      return issue('hearingCall', { heldAt: input?.heldAt ?? '', words: opinion })
    case 'recordHearing':
      return issue('hearingRecord', { record: opinion })
    case 'archive':
      return issue('catalogue', await catalogueOf(tx, file))
    case 'withdraw':
    case 'withdrawOnPaper':
      return issue('withdrawal', {})
    case 'lapse':
      return issue('lapse', { reason: opinion })
    case 'grant':
      return issue(`${file.service}Grant`, {})
    case 'confirmDeemed':
      return issue('deemedRenewal', {})
    case 'deny':
      return issue(`${file.service}Denial`, denialFacts(step))
    default:
      return undefined
  }
}

/** Counted from acceptance, also after an extension: day 8, then four more (golden case of the working-day rules). */
function decisionDay(file: ApplicationRecord, setting: Setting): PaperDay {
  const { promisedDays, extensionDays } = setting.policy.clocks
  const days = promisedDays + (file.extended ? extensionDays : 0)
  return dayAfter('受理', file.acceptedOn ?? file.receivedOn, [days, setting])
}

function dayAfter(from: string, start: string, [workingDays, { calendar }]: [number, Setting]): PaperDay {
  const due = addWorkingDays(calendar, Temporal.PlainDate.from(start), workingDays)
  return due.ok ? due.value.toString() : { from, workingDays }
}

function denialFacts({ file, proposal }: Stepped): PaperFacts['renewalDenial'] {
  if (!proposal) throw new Error(`a refusal of ${file.applicationNo} without a proposal was about to be written`)
  const heard = file.statement === 'heard' ? '已听取申请人的陈述申辩。' : '申请人放弃了陈述申辩，或者在期限内没有提出。'
  return { grounds: proposal.grounds, findings: proposal.opinion, heard }
}
