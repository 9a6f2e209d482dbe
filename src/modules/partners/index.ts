import { defineModule, type Module } from '#platform/module'

export { type PackageKind, packageKinds } from './package/format.ts'
export { makePackage, type PackedFile } from './package/make.ts'
export { openPackage, verifyPackage } from './package/open.ts'
export { type Agency, type Contact, findAgency, findContact, listAgencies, listContacts } from './queries/agencies.ts'

import { cooperationRefusals } from './refusals/cooperation.ts'
import { partnerRefusals } from './refusals.ts'
import { actionBindings } from './routes/joint-actions.ts'
import { meetingBindings } from './routes/meetings.ts'
import { ownBindings } from './routes/own-work.ts'
import { taskBindings } from './routes/tasks.ts'

/** 协作: agencies and what was agreed with them, meetings, joint actions and the tasks that come of them. */
export const createPartners = (): Module =>
  defineModule({
    name: 'partners',
    routes: [...meetingBindings, ...taskBindings, ...actionBindings, ...ownBindings],
    refusals: { ...partnerRefusals, ...cooperationRefusals },
  })

export { partnerRefusals } from './refusals.ts'
export { type AgencyKind, agencyKinds, type Field, fields, type ItemKind, itemKinds } from './rules/agencies.ts'
export { type Agreement, checkAgreement, inForce } from './rules/agreement.ts'
export { cooperationPolicyOf } from './rules/cooperation-policy.ts'
export { type Item, mayRelease, partnerView, type Release } from './rules/release.ts'
export { insertAgency, insertContact } from './store/agencies.ts'
