import type { Actor, StaffRole } from '#kernel/actor'
import { nextState } from '#kernel/state-table'
import type { OfficerStep } from '../../contract.ts'
import type { ServiceCode, Words } from '../services/service.ts'
import { applicationEvents, type EventFacts, wordsFor } from './events.ts'
import { groundsOf } from './grounds.ts'
import { type Interest, interestFault } from './interest.ts'
import { type ApplicationEvent, type ApplicationState, applicationMoves } from './moves.ts'

/** What the guards of the steps look at. */
export interface StepFacts {
  readonly service: ServiceCode
  readonly state: ApplicationState
  readonly today: Temporal.PlainDate
  readonly correctionAsked: boolean
  /** Last day on which corrections may still be asked (XK 32); null = it cannot be counted. */
  readonly correctionUntil: Temporal.PlainDate | null
  /** Last day of the applicant's answer; null = nothing was asked or it cannot be counted. */
  readonly answerUntil: Temporal.PlainDate | null
  readonly statement: 'none' | 'invited' | 'heard' | 'waived'
  /** Last day for the applicant's statement. */
  readonly statementUntil: Temporal.PlainDate | null
  readonly extended: boolean
  readonly decisionDueOn: Temporal.PlainDate | null
  /** 届满而未决: the law has granted (XK 50), whether or not the hourly job has written so. */
  readonly deemed: boolean
  readonly proposal: { readonly result: 'grant' | 'deny'; readonly by: string } | null
  /** 承办人, as `staff:<id>`; null before the review starts, or while the file waits to be claimed. */
  readonly handler: string | null
  /** Who was asked for an opinion in the round that runs, and whether it is in. */
  readonly cosigners: readonly { readonly by: string; readonly answered: boolean }[]
  /** Two verifiers have seen the place. */
  readonly siteChecked: boolean
  /** Others who may lose by the decision. */
  readonly interest: Interest
}

const roleLabels: Readonly<Partial<Record<StaffRole, Words>>> = {
  window: { zh: '窗口受理', en: 'window officer' },
  reviewer: { zh: '审核', en: 'reviewer' },
  decider: { zh: '审批', en: 'decider' },
  head: { zh: '局负责人', en: 'head' },
  verifier: { zh: '实地核查', en: 'verifier' },
  courier: { zh: '送证', en: 'courier' },
  legal: { zh: '法制审核', en: 'legal reviewer' },
}

type Staff = Extract<Actor, { kind: 'staff' }>

/** Why this actor cannot take this step now; undefined = he can. The server and the button ask the same function. */
export function whyNot(event: ApplicationEvent, facts: StepFacts, actor: Staff): Words | undefined {
  const entry = applicationEvents[event]
  if (!nextState(applicationMoves, facts.state, event).ok)
    return { zh: '办件现在的状态不能做这一步。', en: 'Not possible in the current state.' }
  return roleFault(entry, actor) ?? handlerFault(entry, facts, actor) ?? guards[event]?.(facts, actor)
}

const labelOf = (actor: Staff) => `staff:${actor.staffId}`

function handlerFault({ handled }: EventFacts, { handler }: StepFacts, actor: Staff): Words | undefined {
  if (!handled || handler === labelOf(actor)) return undefined
  return handler === null
    ? { zh: '这件没有承办人，请先认领。', en: 'Nobody handles this file; take it over first.' }
    : {
        zh: '这一步由承办人办理；要接手的，请承办人或者局负责人转办。',
        en: 'This is for the handler of the file; ask the handler or the head to hand it on.',
      }
}

function roleFault({ by }: EventFacts, actor: Staff): Words | undefined {
  if (typeof by === 'string') return { zh: '这一步不由工作人员做。', en: 'This is no step of the staff.' }
  if (actor.roles.some(role => by.includes(role))) return undefined
  const names = by.map(role => roleLabels[role] ?? { zh: role, en: role })
  return {
    zh: `需要“${names.map(name => name.zh).join('、')}”岗位。`,
    en: `Needs the role ${names.map(name => name.en).join(' or ')}.`,
  }
}

const alreadyGranted: Words = {
  zh: '许可证届满前没有作出决定，依法已视为准予延续，不能再不予延续。',
  en: 'Nothing was decided before expiry: the renewal is granted by law.',
}

const isAfter = (day: Temporal.PlainDate, edge: Temporal.PlainDate | null) =>
  edge !== null && Temporal.PlainDate.compare(day, edge) > 0

const guards: Partial<Record<ApplicationEvent, (facts: StepFacts, actor: Staff) => Words | undefined>> = {
  askCorrection: ({ correctionAsked, correctionUntil, today }) => {
    if (correctionAsked) return { zh: '补正只能告知一次，已经告知过。', en: 'Corrections may be asked only once.' }
    return isAfter(today, correctionUntil)
      ? {
          zh: `告知补正的期限（${correctionUntil}）已过，依法视为受理。`,
          en: `The last day for this was ${correctionUntil}.`,
        }
      : undefined
  },
  lapse: ({ today, answerUntil }) =>
    isAfter(today, answerUntil)
      ? undefined
      : {
          zh: `申请人的补正期限到${answerUntil ?? '（尚不能计算）'}，还没有过。`,
          en: 'The applicant still has time to answer.',
        },
  inviteStatement: ({ statement }) =>
    statement === 'none' ? undefined : { zh: '已经告知过陈述申辩的权利。', en: 'The applicant has been told already.' },
  extend: ({ extended, decisionDueOn, today }) => {
    if (extended) return { zh: '期限只能延长一次。', en: 'The time may be extended only once.' }
    return isAfter(today, decisionDueOn)
      ? { zh: `决定期限（${decisionDueOn}）已过，不能再延长。`, en: `The time ended on ${decisionDueOn}.` }
      : undefined
  },
  // 新办: what the law asks of a shop is seen by two people before anybody says yes (XK 34, paragraph 3; rule N02).
  proposeGrant: ({ service, siteChecked, interest, today }) =>
    service !== 'issue' || siteChecked
      ? interestFault(interest, today)
      : {
          zh: '新办要先由两名工作人员实地核查，再提出准予的意见。',
          en: 'Two officers must have seen the place before a new licence is proposed.',
        },
  proposeDeny: ({ statement, deemed, interest, today }) => {
    if (deemed) return alreadyGranted
    return statement === 'heard' || statement === 'waived'
      ? interestFault(interest, today)
      : {
          zh: '拟作出不予的决定之前，应当先告知并听取申请人的陈述申辩。',
          en: 'The applicant must first be invited to make a statement.',
        }
  },
  answerParty: ({ interest: { parties } }) =>
    parties.some(({ answer }) => answer === null)
      ? undefined
      : { zh: '没有等待答复的利害关系人。', en: 'No interested party has still to answer.' },
  noMajorInterest: ({ interest: { touched, cleared, parties } }) =>
    touched && !cleared && parties.length === 0
      ? undefined
      : {
          zh: '核对没有发现他人重大利益，或者已经写明、已经告知。',
          en: 'Nothing was found, or it was settled or told already.',
        },
  claim: ({ handler }) =>
    handler === null ? undefined : { zh: '这件已经有承办人。', en: 'Somebody handles this file already.' },
  transfer: ({ handler }, actor) =>
    handler === labelOf(actor) || actor.roles.includes('head')
      ? undefined
      : { zh: '只有承办人和局负责人可以转办。', en: 'Only the handler and the head hand a file on.' },
  answerCosign: ({ cosigners }, actor) => {
    const mine = cosigners.find(({ by }) => by === labelOf(actor))
    if (mine === undefined) return { zh: '这次会签没有请您。', en: 'You were not asked to countersign.' }
    return mine.answered ? { zh: '您已经填写过会签意见。', en: 'You have given your opinion already.' } : undefined
  },
  withdrawOnPaper: ({ deemed }) =>
    deemed
      ? {
          zh: '许可证届满前没有作出决定，依法已视为准予延续，不能再撤回。',
          en: 'Nothing was decided before expiry: the renewal is granted by law and no longer there to be withdrawn.',
        }
      : undefined,
  grant: (facts, actor) => decisionFault('grant', facts, actor),
  deny: (facts, actor) => decisionFault('deny', facts, actor),
}

/** 审批人不能是提出意见的人, and decides on the opinion that lies before him; another opinion goes back to review. */
function decisionFault(result: 'grant' | 'deny', facts: StepFacts, actor: Staff): Words | undefined {
  const { proposal, statement, deemed } = facts
  if (result === 'deny' && deemed) return alreadyGranted
  if (proposal === null || proposal.result !== result)
    return result === 'grant'
      ? {
          zh: '审核意见不是“拟准予”；不同意的请退回审核。',
          en: 'The proposal is not to grant; return it to review instead.',
        }
      : {
          zh: '审核意见不是“拟不予”；不同意的请退回审核。',
          en: 'The proposal is not to refuse; return it to review instead.',
        }
  if (proposal.by === labelOf(actor))
    return { zh: '提出审核意见的人不能自己审批。', en: 'Whoever proposed may not decide.' }
  if (result === 'deny' && statement !== 'heard' && statement !== 'waived')
    return { zh: '还没有听取申请人的陈述申辩。', en: 'The applicant has not been heard.' }
  return interestFault(facts.interest, facts.today)
}

/** The buttons of the console for this actor: everything possible from this state, with the reason where it is not. */
export function officerSteps(facts: StepFacts, actor: Staff): OfficerStep[] {
  const events = Object.keys(applicationMoves[facts.state]) as ApplicationEvent[]
  const offered = events.filter(event => applicationEvents[event].offered)
  const rows = offered.map(event => ({ event, fault: whyNot(event, facts, actor) }))
  const main = rows
    .filter(row => row.fault === undefined && applicationEvents[row.event].main > 0)
    .toSorted((a, b) => applicationEvents[a.event].main - applicationEvents[b.event].main)[0]?.event
  return rows.map(({ event, fault }) => stepOf(event, { fault, main: event === main, service: facts.service }))
}

function stepOf(
  event: ApplicationEvent,
  { fault, main, service }: { fault: Words | undefined; main: boolean; service: ServiceCode },
): OfficerStep {
  const { basis, form, document } = applicationEvents[event]
  const { zh, en } = wordsFor(applicationEvents[event], service)
  return {
    event,
    label: zh,
    labelEn: en,
    allowed: fault === undefined,
    whyNot: fault?.zh ?? null,
    ...(fault ? { whyNotEn: fault.en } : {}),
    basis: basis.map(citation => ({ ...citation })),
    // 审核意见 and records of the office are no papers of their own.
    paper: document === null || inOffice.includes(document) ? null : document.replace('{service}', ''),
    form,
    main,
    grounds: form === 'reasons' ? groundRows(service) : [],
  }
}

const inOffice: readonly string[] = ['审核意见', '陈述申辩记录', '送达回证']

const groundRows = (service: ServiceCode): OfficerStep['grounds'] =>
  Object.entries(groundsOf(service)).map(([item, { zh, en }]) => ({ item: Number(item), label: zh, labelEn: en }))

/** 我的待办: states in which somebody of these roles has a step to take. */
export function statesFor(roles: readonly StaffRole[]): ApplicationState[] {
  const states = Object.keys(applicationMoves) as ApplicationState[]
  return states.filter(state =>
    (Object.keys(applicationMoves[state]) as ApplicationEvent[]).some(event => {
      const { by, offered, main } = applicationEvents[event]
      return offered && main > 0 && typeof by !== 'string' && by.some(role => roles.includes(role))
    }),
  )
}

/** States whose main step is the handler's: such a file of somebody else is not on my list. */
export const handlerStates: readonly ApplicationState[] = (Object.keys(applicationMoves) as ApplicationState[]).filter(
  state =>
    (Object.keys(applicationMoves[state]) as ApplicationEvent[]).some(event => {
      const { handled, main } = applicationEvents[event]
      return handled && main > 0
    }),
)
