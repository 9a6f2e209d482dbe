import type { Moment } from '#kernel/dates'
import { addWorkingDays } from '#kernel/working-days'
import type { Tx } from '#platform/database'
import { issuePaper, type PaperTo } from '../papers/issue-paper.ts'
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
  /** 告知利害关系人: his number, which tells one paper from the other. */
  readonly partyId?: string | undefined
}

/** 制发文书: the document that a step owes the applicant, in the transaction of the step. */
export async function issuePaperOfStep(tx: Tx, step: Stepped, setting: Setting): Promise<void> {
  const { file, at, input } = step
  const issue = async <K extends PaperKind>(kind: K, facts: PaperFacts[K], to?: PaperTo): Promise<void> => {
    await issuePaper(tx, setting.keyring, { kind, facts, applicationNo: file.applicationNo, at, ...to })
  }
  // A second site check or hearing has papers of its own; the version of the file tells the occasions apart.
  const again: PaperTo = { occasion: String(file.version) }
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
      return issue('siteCheckOrder', { reason: opinion }, again)
    case 'recordSiteCheck':
      if (!input?.siteCheck) return
      await issue('siteCheckRecord', { findings: opinion, ...input.siteCheck }, again)
      return input.siteCheck.visit ? issue('siteSurvey', { visit: input.siteCheck.visit }, again) : undefined
    case 'tellParty': {
      const answerBy = dayAfter('收到本告知', today, [clocks.hearingRequestDays, setting])
      // A letter is told when it comes: the paper names the days, not a date that nobody knows yet.
      const theirs =
        input?.party?.way === 'posted' ? { from: '收到本告知', workingDays: clocks.hearingRequestDays } : answerBy
      const to = { occasion: step.partyId ?? '', addressee: `${input?.party?.name ?? ''}：` }
      await issue('partyNotice', { reason: opinion, answerBy: theirs }, to)
      // The applicant has the same right and is told with the first of them (XK 47).
      return issue('hearingNotice', { reason: '可能直接关系他人的重大利益', answerBy })
    }
    case 'callHearing':
      return issue('hearingNotice', {
        reason: opinion,
        answerBy: dayAfter('收到本告知', today, [clocks.hearingRequestDays, setting]),
      })
    case 'scheduleHearing':
      return issue('hearingCall', { heldAt: input?.heldAt ?? '', words: opinion }, again)
    case 'recordHearing':
      return issue('hearingRecord', { record: opinion }, again)
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
