import { ok, type Result, refuse } from '#kernel/refusal'
import { minuteGate } from '#modules/access'
import { type Ask, bind, type RouteBinding } from '#platform/module'
import { draftRow } from '../actions/draft/draft-view.ts'
import { discardDraft, openDraft } from '../actions/draft/open-draft.ts'
import { saveDraft } from '../actions/draft/save-draft.ts'
import { applicantOf, type Citizen } from '../actions/filing.ts'
import { settingOf } from '../actions/settings.ts'
import { draftRoutes as routes } from '../contract/drafts.ts'
import { draftBeforeHelper } from '../rules/before-helper.ts'
import { listOpenDrafts } from '../store/drafts.ts'
import { helperOf } from './citizen.ts'

const gate = minuteGate()

/** 限次: codes are tried by one person and minute, whatever machine the person stands at. */
export function waitForCode(ask: Pick<Ask, 'at' | 'services'>, who: string): Result<never> | undefined {
  const most = settingOf(ask.services, ask.at.today).policy.drafts.triesPerMinute
  const seconds = gate.secondsToWait(who, ask.at.instant, most)
  return seconds > 0 ? refuse('tooManyRequests', { seconds }) : undefined
}

const citizenOf = ({ actor }: Pick<Ask, 'actor'>): Citizen | undefined => (actor.kind === 'citizen' ? actor : undefined)
const houseOf = ({ services }: Pick<Ask, 'services'>) => ({
  keyring: services.keyring,
  publicUrl: services.config.publicUrl,
})

/** 草稿: saved and continued by the person whose it is, at the terminal and on the phone. */
export const draftRoutes: readonly RouteBinding[] = [
  bind(routes.saveDraft, async ask => {
    const citizen = citizenOf(ask)
    if (!citizen) return refuse('notPermitted')
    const { body, at, services } = ask
    const request = {
      body,
      by: applicantOf(citizen, await helperOf(ask, citizen)),
      at,
      publicUrl: services.config.publicUrl,
    }
    return ask.act({ action: 'licensing.saveDraft', details: { service: body.service } }, tx =>
      saveDraft(tx, request, settingOf(services, at.today)),
    )
  }),

  bind(routes.myDrafts, async ask => {
    const citizen = citizenOf(ask)
    if (!citizen) return refuse('notPermitted')
    const rows = await ask.read(tx => listOpenDrafts(tx, citizen.personIndex, ask.at.instant.toString()))
    return ok({ items: rows.map(row => draftRow(row, houseOf(ask))) })
  }),

  bind(routes.openDraft, async ask => {
    const citizen = citizenOf(ask)
    if (!citizen) return refuse('notPermitted')
    const wait = waitForCode(ask, citizen.personIndex)
    if (wait) return wait
    const helper = await helperOf(ask, citizen)
    const request = { typed: ask.body.code, by: applicantOf(citizen, helper), at: ask.at }
    const opened = await ask.act({ action: 'licensing.openDraft' }, tx => openDraft(tx, request, houseOf(ask)))
    return opened.ok && helper !== null ? ok(draftBeforeHelper(opened.value)) : opened
  }),

  bind(routes.discardDraft, async ask => {
    const citizen = citizenOf(ask)
    if (!citizen) return refuse('notPermitted')
    const wait = waitForCode(ask, citizen.personIndex)
    if (wait) return wait
    const request = { typed: ask.body.code, by: applicantOf(citizen), at: ask.at }
    return ask.act({ action: 'licensing.discardDraft' }, tx => discardDraft(tx, request, ask.services.keyring))
  }),
]
