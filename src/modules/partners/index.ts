import { defineModule, type Module } from '#platform/module'
import { decideAgreement, proposeAgreement } from './actions/agreements.ts'
import { giveItem } from './actions/give-item.ts'
import { stepItem } from './actions/step-item.ts'
import { jobsOf, schedules } from './jobs.ts'
import type { PartnerPorts } from './ports.ts'
import { cooperationRefusals } from './refusals/cooperation.ts'
import { partnerRefusals } from './refusals.ts'
import { agencyBindings } from './routes/agencies.ts'
import { itemBindings } from './routes/items.ts'
import { actionBindings } from './routes/joint-actions.ts'
import { meetingBindings } from './routes/meetings.ts'
import { ownBindings } from './routes/own-work.ts'
import { packageBindings } from './routes/packages.ts'
import { taskBindings } from './routes/tasks.ts'
import { partnerBindings } from './routes/theirs.ts'
import { tipBindings } from './routes/tips.ts'
import { watchBindings } from './routes/watch.ts'

const given = [
  ...agencyBindings,
  ...itemBindings,
  ...watchBindings,
  ...packageBindings,
  ...partnerBindings,
  ...tipBindings,
]
const together = [...meetingBindings, ...taskBindings, ...actionBindings, ...ownBindings]

/** 协作: agencies and what was agreed with them, items given one by one, signed hand-over; meetings, joint actions and their tasks. */
export const createPartners = (ports: PartnerPorts): Module =>
  defineModule({
    name: 'partners',
    routes: [...given, ...together],
    refusals: { ...partnerRefusals, ...cooperationRefusals },
    jobs: jobsOf(ports),
    schedules,
  })

/** For the demonstration: agreements and items by the very actions of the routes. */
export const releasing = { proposeAgreement, decideAgreement, giveItem, stepItem }

export { cooperation } from './actions/cooperation.ts'
export { reconcileDay as reconcileLogs } from './actions/day-log.ts'
export { noticeText, notifySystems } from './actions/notify.ts'
export { answerTip, noteTipClue, readTip, tellTip } from './actions/tell-tip.ts'
export { contactAwaited, itemGiven, itemMoved, tipTold } from './events.ts'
export { type PackageKind, packageKinds } from './package/format.ts'
export { makePackage } from './package/make.ts'
export { openPackage, verifyPackage } from './package/open.ts'
export { makeReceipt } from './package/receipt.ts'
export type { Notice, Notified, PartnerPorts } from './ports.ts'
export {
  type Contact,
  findAwaitedPhone,
  listAgencies,
  listContacts,
} from './queries/agencies.ts'
export { findReply } from './queries/replies.ts'
export { partnerRefusals } from './refusals.ts'
export type { Field, ItemKind } from './rules/agencies.ts'

export { cooperationPolicyOf } from './rules/cooperation-policy.ts'
export { partnersPolicyOf } from './rules/policy.ts'
export { contentText } from './rules/reconcile.ts'

export { insertAgency, insertContact } from './store/agencies.ts'
