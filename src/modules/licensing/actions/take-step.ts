import { type Actor, actorLabel } from '#kernel/actor'
import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { addWorkingDays } from '#kernel/working-days'
import { announce } from '#platform/announce'
import type { Tx } from '#platform/database'
import * as events from '../events.ts'
import { listColleagues, listCosigners } from '../queries/colleagues.ts'
import { applicationEvents } from '../rules/application/events.ts'
import { partyAnswers, partyRelations } from '../rules/application/interest.ts'
import type { ApplicationEvent } from '../rules/application/moves.ts'
import { type StepFacts, whyNot } from '../rules/application/step-guards.ts'
import { type RawStepInput, readStepInput, type StepInput } from '../rules/application/step-input.ts'
import { type InterestRow, readInterest } from '../store/interested-parties.ts'
import {
  type ApplicationRecord,
  findProposal,
  lockApplication,
  type Proposal,
  saveProposal,
  saveSiteChecks,
} from '../store.ts'
import { denyByPerson, grantByPerson, groundTexts } from './decide-application.ts'
import { type Move, moveApplication } from './move-application.ts'
import { issuePaperOfStep } from './paper-of-step.ts'
import { answerParty, tellParty } from './party-step.ts'
import type { Setting } from './setting.ts'
import { stepFactsOf } from './step-facts.ts'

export type Officer = Extract<Actor, { kind: 'staff' }>

export interface StepRequest {
  readonly applicationNo: string
  readonly event: string
  /** Of the file as the officer saw it. */
  readonly version: number
  readonly input: RawStepInput
  readonly by: Officer
  readonly at: Moment
}

/**
 * 办理一步: one step of an officer on one file. Refusals: `applicationNotFound`, `changedMeanwhile` (somebody acted since
 * the page was opened), `stepNotAllowed` with the reason the button shows, and what is missing in the form. The paper that
 * the step owes the applicant is written in the same transaction.
 */
export async function takeStep(tx: Tx, request: StepRequest, setting: Setting): Promise<Result<ApplicationRecord>> {
  const file = await lockApplication(tx, request.applicationNo)
  if (!file) return refuse('applicationNotFound')
  if (file.version !== request.version) return refuse('changedMeanwhile', { version: file.version })
  const event = offeredEvent(request.event)
  if (!event) return refuse('stepUnknown')
  const proposal = await findProposal(tx, file.applicationNo)
  const cosigners = file.state === 'cosigning' ? await listCosigners(tx, file.applicationNo) : []
  const interest = await readInterest(tx, file.applicationNo)
  const facts = stepFactsOf(file, { proposal, today: request.at.today, cosigners, interest }, setting)
  const fault = whyNot(event, facts, request.by)
  if (fault) return refuse('stepNotAllowed', { why: fault.zh, whyEn: fault.en })
  const input = readStepInput(applicationEvents[event].form, request.input, file.service)
  if (!input.ok) return input
  const by = actorLabel(request.by)
  const asked = { file, event, facts, proposal, interest, input: input.value, by, at: request.at }
  const names = await checkPeople(tx, asked)
  if (!names.ok) return names
  const told = event === 'tellParty' ? await tellParty(tx, asked, setting) : undefined
  const step = { ...asked, names: names.value }
  const stepped = await perform(tx, step, setting)
  if (stepped.ok) await issuePaperOfStep(tx, { ...step, file: stepped.value, partyId: told }, setting)
  return stepped
}

function offeredEvent(name: string): ApplicationEvent | undefined {
  if (!Object.hasOwn(applicationEvents, name)) return undefined
  const event = name as ApplicationEvent
  return applicationEvents[event].offered ? event : undefined
}

interface Step {
  readonly file: ApplicationRecord
  readonly event: ApplicationEvent
  readonly facts: StepFacts
  readonly proposal: Proposal | undefined
  readonly interest: InterestRow
  readonly input: StepInput
  readonly by: string
  readonly at: Moment
  /** Of the colleagues the step speaks of. */
  readonly names: readonly string[]
}

async function perform(tx: Tx, step: Step, setting: Setting): Promise<Result<ApplicationRecord>> {
  const { file, event, proposal, input, by, at } = step
  if (event === 'grant' || event === 'deny') {
    if (!proposal) throw new Error('the guard let a decision pass without a proposal')
    const deciding = { file, proposal, by, opinion: input.opinion, at }
    return event === 'grant' ? grantByPerson(tx, deciding, setting) : denyByPerson(tx, deciding, setting)
  }
  if (event === 'recordStatement' && waivedTooEarly(step))
    return refuse('statementStillOpen', { until: String(step.facts.statementUntil) })
  if (event === 'proposeGrant' || event === 'proposeDeny') await saveProposal(tx, file, proposalOf(step))
  if (event === 'recordSiteCheck') await keepSiteCheck(tx, step)
  if (event === 'answerParty') {
    const answered = await answerParty(tx, step, [step.interest.parties, setting])
    if (!answered.ok) return answered
  }
  if (event === 'scheduleHearing') {
    const inTime = hearingInTime(step, setting)
    if (!inTime.ok) return inTime
  }
  const moved = await moveApplication(tx, file, moveOf(step, setting), setting)
  if (event === 'withdrawOnPaper') {
    const { applicationNo, licenceNo, service } = file
    await announce(tx, events.applicationWithdrawn, { applicationNo, licenceNo, service })
  }
  return ok(event === 'answerCosign' ? await endFullRound(tx, { ...step, file: moved }, setting) : moved)
}

/** The last opinion brings the file back to its handler in the same breath. */
async function endFullRound(tx: Tx, { file, facts, by, at }: Step, setting: Setting): Promise<ApplicationRecord> {
  if (facts.cosigners.some(one => !one.answered && one.by !== by)) return file
  return moveApplication(tx, file, { event: 'cosigned', by: 'system:licensing', at: at.instant.toString() }, setting)
}

/** 举行听证的七日前 the applicant is told (XK 48); days of this law are working days (XK 82). */
function hearingInTime({ input, at }: Step, { calendar }: Setting): Result<null> {
  const counted = addWorkingDays(calendar, at.today, 7)
  // Where the holidays are not published yet, rather a few days more than too few: the longest holiday has eight.
  const first = counted.ok ? counted.value : at.today.add({ days: 9 + 8 })
  const held = Temporal.PlainDateTime.from(input.heldAt ?? '').toPlainDate()
  return Temporal.PlainDate.compare(held, first) < 0 ? refuse('hearingTooSoon', { from: first.toString() }) : ok(null)
}

/** 转办 goes to another reviewer, 会签 to colleagues of this county who are still in office; nobody asks himself. */
async function checkPeople(tx: Tx, { event, input, file, by }: Omit<Step, 'names'>): Promise<Result<string[]>> {
  const named = event === 'transfer' ? (input.to === null ? [] : [input.to]) : input.ask
  if (named.length === 0) return ok([])
  const colleagues = await listColleagues(tx, file.areaCode)
  const known = (id: string) =>
    colleagues.some(({ staffId, roles }) => staffId === id && (event !== 'transfer' || roles.includes('reviewer')))
  if (!named.every(known) || named.some(id => `staff:${id}` === by && event === 'askCosign'))
    return refuse('colleagueUnknown')
  if (event === 'transfer' && `staff:${named[0]}` === file.handler) return refuse('alreadyHandler')
  return ok(colleagues.filter(({ staffId }) => named.includes(staffId)).map(({ name }) => name))
}

/** 放弃陈述 is the applicant's word or the end of the period, not the officer's guess: before the end it needs words. */
function waivedTooEarly({ input, facts, at }: Step): boolean {
  const { statement } = input
  if (statement === null || statement.heard || statement.text !== '') return false
  return facts.statementUntil === null || Temporal.PlainDate.compare(at.today, facts.statementUntil) <= 0
}

/** What two people saw counts for the licence from now on (A01); a new shop has no licence to note it on yet. */
async function keepSiteCheck(tx: Tx, { file, input, by, at }: Step): Promise<void> {
  if (file.licenceNo === null || input.siteCheck === null) return
  const { second } = input.siteCheck
  const check = { licenceNo: file.licenceNo, checkedOn: at.today.toString(), verifiers: [by, second] }
  await saveSiteChecks(tx, [{ ...check, note: input.opinion }])
}

function proposalOf({ file, event, input, by, at }: Step): Proposal {
  return {
    result: event === 'proposeGrant' ? 'grant' : 'deny',
    proposedBy: by,
    proposedAt: at.instant.toString(),
    opinion: input.opinion,
    grounds: input.grounds,
    reasons: groundTexts(file.service, input.grounds),
  }
}

function moveOf({ file, event, input, by, at, names }: Step, { policy }: Setting): Move {
  const today = at.today.toString()
  const base = { event, by, at: at.instant.toString(), ...noteOf(input, names) }
  switch (event) {
    case 'accept':
    case 'resubmit':
      return { ...base, change: { acceptedOn: today } }
    case 'askCorrection':
      return { ...base, details: { items: input.items }, change: { correctionAskedOn: today } }
    case 'inviteStatement':
      return {
        ...base,
        details: { grounds: input.grounds },
        change: { statement: 'invited', statementInvitedOn: today },
      }
    case 'recordStatement':
      return { ...base, change: { statement: input.statement?.heard ? 'heard' : 'waived' } }
    case 'startReview':
    case 'claim':
      return { ...base, change: { handler: by } }
    case 'transfer': {
      const handler = input.to === null ? null : `staff:${input.to}`
      return { ...base, details: { from: file.handler, to: handler }, change: { handler } }
    }
    case 'askCosign':
      return { ...base, details: { ask: input.ask.map(id => `staff:${id}`) } }
    case 'answerCosign':
      return { ...base, details: { agrees: input.agrees } }
    case 'scheduleHearing':
      return { ...base, details: { heldAt: input.heldAt } }
    case 'recordSiteCheck':
      return { ...base, details: siteCheckDetails(input) }
    case 'extend':
      return { ...base, details: { days: policy.clocks.extensionDays }, change: { extended: true } }
    case 'proposeDeny':
      return { ...base, details: { grounds: input.grounds } }
    // Names and words of others stay sealed in their own table: the applicant reads this history.
    case 'tellParty':
      return { ...base, note: partyRelations[input.party?.relation ?? 'other'].zh, details: { way: input.party?.way } }
    case 'answerParty':
      return { ...base, note: partyAnswers[input.partyAnswer?.answer ?? 'waived'].zh }
    default:
      return base
  }
}

/** The history names the record; what was seen stays there. */
function siteCheckDetails({ siteCheck }: StepInput): Record<string, unknown> {
  if (siteCheck === null) return {}
  const { visit, ...told } = siteCheck
  return visit === undefined ? told : { ...told, recordId: visit.id, recordDigest: visit.digest }
}

function noteOf(input: StepInput, names: readonly string[]): { note?: string } {
  const head = [...names, ...(input.agrees === null ? [] : [input.agrees ? '同意' : '不同意'])].join('、')
  const words =
    input.opinion || input.statement?.text || input.items.map(item => `${item.what}：${item.how}`).join('；')
  const note = head === '' ? words : `${head}：${words}`
  return note === '' ? {} : { note }
}
