import type { StaffRole } from '#kernel/actor'
import { type Citation, cite } from '#kernel/citation'
import type { OfficerStep } from '../../contract.ts'
import type { ServiceCode, Words } from '../services/service.ts'
import { services } from '../services/table.ts'
import type { ApplicationEvent } from './moves.ts'

/** Who may make it happen: the citizen, the machine, or staff of these roles. */
type EventBy = 'citizen' | 'system' | readonly StaffRole[]

/** One happening of an application; guard, button, timeline, diagram and tests read this table. */
export interface EventFacts {
  readonly zh: string
  readonly en: string
  readonly by: EventBy
  /** The paper it makes (文书), by its official name; null = none. */
  readonly document: string | null
  readonly basis: readonly Citation[]
  /** What the officer fills in. */
  readonly form: OfficerStep['form']
  /** Offered as a button of the console now; the others come with their own services. */
  readonly offered: boolean
  /** Order in which the first allowed one becomes the main button; 0 = never. */
  readonly main: number
  /** 承办人的步骤: only whoever handles the file takes it. */
  readonly handled: boolean
}

const xk = (article: number, paragraph?: number, item?: number): Citation =>
  cite('XK', article, { ...(paragraph === undefined ? {} : { paragraph }), ...(item === undefined ? {} : { item }) })

type Row = Partial<Omit<EventFacts, 'zh' | 'en' | 'by'>>
const event = (zh: string, en: string, by: EventBy, row: Row = {}): EventFacts => ({
  zh,
  en,
  by,
  document: null,
  basis: [],
  form: 'none',
  offered: false,
  main: 0,
  handled: false,
  ...row,
})

/** A button of the console for staff of these roles. */
const step = (zh: string, en: string, by: readonly StaffRole[], row: Row): EventFacts =>
  event(zh, en, by, { offered: true, ...row })

const reviewers: readonly StaffRole[] = ['reviewer']
/** Whoever can be asked for an opinion; administrators, couriers and helpers are not. */
export const cosigners: readonly StaffRole[] = [
  'window',
  'reviewer',
  'decider',
  'head',
  'verifier',
  'inspector',
  'legal',
]

/** A step of the handler (承办人). */
const handlerStep = (zh: string, en: string, row: Row): EventFacts => step(zh, en, reviewers, { handled: true, ...row })

export const applicationEvents: Readonly<Record<ApplicationEvent, EventFacts>> = {
  submit: event('提交申请', 'Submit', 'citizen', { document: '收件通知书', basis: [xk(29)] }),
  accept: step('受理', 'Accept', ['window'], { document: '受理行政许可通知书', basis: [xk(32, 1, 5)], main: 1 }),
  autoAccept: event('当场受理', 'Accepted on the spot', 'system', {
    document: '受理行政许可通知书',
    basis: [xk(32, 1, 5)],
  }),
  silenceAccept: event('逾期未告知补正，视为受理', 'Accepted by silence', 'system', {
    document: '受理行政许可通知书',
    basis: [xk(32, 1, 4)],
  }),
  askCorrection: step('一次性告知补正', 'Ask for corrections', ['window'], {
    document: '一次性告知（补正）通知书',
    basis: [xk(32, 1, 4)],
    form: 'corrections',
  }),
  fixOnTheSpot: event('当场更正', 'Corrected on the spot', 'citizen', { basis: [xk(32, 1, 3)] }),
  resubmit: step('收到补正材料并受理', 'Corrections received, accept', ['window'], {
    document: '受理行政许可通知书',
    basis: [xk(32, 1, 5)],
    form: 'opinion',
    main: 1,
  }),
  lapse: step('逾期未补正，终止办理', 'End for want of corrections', ['window'], {
    document: '终止办理告知书',
    basis: [xk(32)],
    form: 'opinion',
  }),
  notRequired: step('告知无需许可', 'No licence needed', ['window'], {
    document: '不受理告知书',
    basis: [xk(32, 1, 1)],
    form: 'opinion',
  }),
  rejectAcceptance: step('不属于本局职权，不予受理', 'Not within this bureau’s powers', ['window'], {
    document: '不予受理通知书',
    basis: [xk(32, 1, 2)],
    form: 'opinion',
  }),
  autoPropose: event('各项核对通过', 'All checks passed', 'system', { document: '智能核对报告', basis: [xk(34, 2)] }),
  startReview: step('开始审核', 'Start review', reviewers, { basis: [xk(34, 1)], main: 1 }),
  orderSiteCheck: handlerStep('安排实地核查', 'Order a site check', {
    document: '实地核查通知书',
    basis: [xk(34, 3)],
    form: 'opinion',
  }),
  recordSiteCheck: step('记录实地核查结果', 'Record the site check', ['verifier'], {
    document: '实地核查记录表',
    basis: [xk(34, 3)],
    form: 'siteCheck',
    main: 1,
  }),
  callHearing: handlerStep('告知听证', 'Call a hearing', {
    document: '听证告知书',
    basis: [xk(47), xk(48)],
    form: 'opinion',
  }),
  scheduleHearing: handlerStep('通知举行听证', 'Fix the hearing', {
    document: '听证通知书',
    basis: [xk(48, 1, 1)],
    form: 'hearing',
  }),
  recordHearing: step('记录听证', 'Record the hearing', ['legal'], {
    document: '听证笔录',
    basis: [xk(48)],
    form: 'opinion',
    main: 1,
  }),
  tellParty: handlerStep('告知利害关系人', 'Tell somebody with a major interest', {
    document: '利害关系人权利告知书',
    basis: [xk(36), xk(47, 1)],
    form: 'party',
  }),
  answerParty: handlerStep('记录利害关系人的答复', 'Record the answer of an interested party', {
    basis: [xk(36), xk(47, 1)],
    form: 'partyAnswer',
  }),
  noMajorInterest: handlerStep('经核实不涉及他人重大利益', 'Nobody’s major interest is touched', {
    basis: [xk(36)],
    form: 'opinion',
  }),
  inviteStatement: handlerStep('告知陈述申辩的权利', 'Invite a statement', {
    document: '陈述申辩告知书',
    basis: [xk(7), cite('S37', 4), cite('S205', 5)],
    form: 'reasons',
  }),
  recordStatement: handlerStep('记录陈述申辩', 'Record the statement', {
    document: '陈述申辩记录',
    basis: [xk(7), cite('S37', 4)],
    form: 'statement',
    main: 1,
  }),
  extend: step('延长审批期限', 'Extend the time', ['head'], {
    document: '延长审批期限通知书',
    basis: [xk(42, 1)],
    form: 'extension',
  }),
  proposeGrant: handlerStep('拟准予{service}', 'Propose to grant', {
    document: '审核意见',
    basis: [xk(38, 1), cite('S37', 33)],
    form: 'opinion',
    main: 1,
  }),
  proposeDeny: handlerStep('拟不予{service}', 'Propose to refuse', {
    document: '审核意见',
    basis: [xk(38, 2), cite('S205', 43)],
    form: 'reasons',
  }),
  claim: step('认领承办', 'Take the file over', reviewers, { basis: [xk(34, 1)], main: 1 }),
  transfer: step('转办', 'Hand the file on', ['reviewer', 'head'], { basis: [xk(34, 1)], form: 'transfer' }),
  askCosign: handlerStep('请同事会签', 'Ask colleagues to countersign', { basis: [xk(34, 1)], form: 'cosign' }),
  answerCosign: step('填写会签意见', 'Give the opinion asked for', cosigners, {
    basis: [xk(34, 1)],
    form: 'cosignAnswer',
    main: 1,
  }),
  cosigned: event('会签完毕', 'All opinions are in', 'system'),
  endCosign: handlerStep('不再等待，结束会签', 'End the countersigning', { basis: [xk(42, 1)], form: 'opinion' }),
  autoGrant: event('自动准予{service}', 'Granted automatically', 'system', {
    document: '准予{service}决定书',
    basis: [xk(38, 1), xk(50, 2)],
  }),
  grant: step('准予{service}', 'Grant', ['decider'], {
    document: '准予{service}决定书',
    basis: [xk(38, 1), xk(50, 2)],
    form: 'opinion',
    main: 1,
  }),
  deny: step('不予{service}', 'Refuse', ['decider'], {
    document: '不予{service}决定书',
    basis: [xk(38, 2), cite('S205', 43)],
    form: 'opinion',
    main: 2,
  }),
  returnToReview: step('退回审核', 'Return to review', ['decider'], { basis: [xk(34, 1)], form: 'opinion' }),
  withdraw: event('撤回申请', 'Withdraw', 'citizen', { document: '撤回确认书' }),
  withdrawOnPaper: step('按申请人签名的撤回书撤回', 'Withdraw at the applicant’s signed wish', ['window'], {
    document: '撤回确认书',
    basis: [xk(29)],
    form: 'wish',
  }),
  deem: event('届满未决定，视为准予延续', 'Deemed renewed at expiry', 'system', {
    document: '视为准予延续确认书',
    basis: [xk(50, 2)],
  }),
  confirmDeemed: step('确认视为准予延续', 'Confirm the deemed renewal', ['head'], {
    document: '视为准予延续确认书',
    basis: [xk(50, 2)],
    form: 'opinion',
    main: 1,
  }),
  startServing: event('开始送达', 'Start service', ['window', 'courier'], { basis: [xk(44)] }),
  serve: step('登记送达', 'Record service', ['window'], {
    document: '送达回证',
    basis: [xk(44)],
    form: 'opinion',
    main: 1,
  }),
  appeal: step('登记复议或者诉讼', 'Record an appeal', ['legal'], {
    basis: [cite('FY', 20), cite('SS', 46)],
    form: 'opinion',
  }),
  uphold: step('登记结果：维持', 'Result: upheld', ['legal'], {
    basis: [cite('FY', 20), cite('SS', 46)],
    form: 'opinion',
    main: 1,
  }),
  reverse: step('登记结果：撤销', 'Result: reversed', ['legal'], {
    basis: [cite('FY', 20), cite('SS', 46)],
    form: 'opinion',
  }),
  archive: step('归档', 'Archive', ['window'], { document: '卷内目录', basis: [xk(61)], main: 1 }),
}

/** Things the timeline tells that change no state. */
const timelineNotes: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  addDocument: { zh: '提交材料', en: 'Document given' },
  ruleRun: { zh: '智能核对', en: 'Rules were run' },
  expiryAlarm: { zh: '届满前提醒', en: 'Alarm before expiry' },
}

/** The words of an event with the service in them: 准予停业, not 准予. */
export const wordsFor = ({ zh, en }: Words, service: ServiceCode): Words => ({
  zh: zh.replace('{service}', service === 'issue' ? '许可' : services[service].name.zh),
  en,
})

export const eventLabel = (name: string, service: ServiceCode): Words =>
  Object.hasOwn(applicationEvents, name)
    ? wordsFor(applicationEvents[name as ApplicationEvent], service)
    : (timelineNotes[name.split(':')[0] ?? ''] ?? { zh: name, en: name })
