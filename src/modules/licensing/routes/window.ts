import { ok, type Result, refuse } from '#kernel/refusal'
import { findCounterPerson } from '#modules/access'
import type { Scope } from '#platform/database'
import { type Ask, bind, type RouteBinding } from '#platform/module'
import { draftRow } from '../actions/draft/draft-view.ts'
import { openDraft } from '../actions/draft/open-draft.ts'
import { saveDraft } from '../actions/draft/save-draft.ts'
import { type Applicant, applicantAtWindow } from '../actions/filing.ts'
import { lookAtBusiness, lookAtCode, readBusinessQuestion } from '../actions/look-at-business.ts'
import { findCardHolder, lookAtOwn, notLooked } from '../actions/proven-applicant.ts'
import { settingOf } from '../actions/settings.ts'
import { submitApplication } from '../actions/submit-application.ts'
import { submitNew } from '../actions/submit-new.ts'
import { windowRoutes as routes } from '../contract/window.ts'
import { formFacts, forms } from '../papers/forms.ts'
import { renderForm } from '../papers/render-form.ts'
import type { LicensingPorts } from '../ports.ts'
import { listFilesOfPerson } from '../queries/files.ts'
import { findLicence } from '../queries/licences.ts'
import { readMyLicences } from '../queries/my-licences.ts'
import { readNewSheet } from '../queries/new-sheet.ts'
import { readServiceSheet } from '../queries/service-sheet.ts'
import { isOpen } from '../rules/application/moves.ts'
import { fileRow } from '../rules/application/row.ts'
import { readCreditCode } from '../rules/services/new-shop.ts'
import { listOpenDrafts } from '../store/drafts.ts'
import { waitForCode } from './drafts.ts'

type AtWindow = Pick<Ask, 'actor' | 'at' | 'read' | 'services'> & { readonly params: { readonly counterId: string } }

/** Whoever stands before this officer, and what may be seen for the purpose: the office's area and that one person. */
interface Standing {
  readonly by: Applicant
  readonly scope: Scope
}

export async function standingAt({ actor, at, read, params }: AtWindow): Promise<Result<Standing>> {
  if (actor.kind !== 'staff') return refuse('notPermitted')
  const { counterId } = params
  const found = await read(tx => findCounterPerson(tx, { counterId, staffId: actor.staffId, at }))
  if (!found.ok) return found
  const { personIndex, cardRead } = found.value
  return ok({
    by: applicantAtWindow(actor, { personIndex, counterId, cardRead }),
    scope: { areas: actor.areas, person: personIndex },
  })
}

/** 窗口办理: an officer types for the person who stands there; who applies is that person. */
export function windowRoutes({ businessRegister, businessesOfPerson }: LicensingPorts): readonly RouteBinding[] {
  const businessOf = async (ask: AtWindow, of: { licenceNo?: string | undefined; creditCode?: string | undefined }) => {
    const { lookUpMilliseconds } = settingOf(ask.services, ask.at.today).policy
    if (of.licenceNo === undefined)
      return lookAtCode(businessRegister, readCreditCode(of.creditCode ?? '') ?? '', lookUpMilliseconds)
    const { licenceNo } = of
    const question = await ask.read(tx => readBusinessQuestion(tx, licenceNo))
    return lookAtBusiness(businessRegister, question, lookUpMilliseconds)
  }
  const houseOf = ({ services }: AtWindow) => ({ keyring: services.keyring, publicUrl: services.config.publicUrl })

  return [
    bind(routes.windowVisit, async ask => {
      const who = await standingAt(ask)
      if (!who.ok) return who
      const { by, scope } = who.value
      const { today, instant } = ask.at
      return ask.act({ action: 'licensing.windowVisit', subject: ask.params.counterId, scope }, async tx => {
        const drafts = await listOpenDrafts(tx, by.personIndex, instant.toString())
        const licences = await readMyLicences(tx, by.personIndex, today, settingOf(ask.services, today))
        const { policy, calendar } = settingOf(ask.services, today)
        const open = (await listFilesOfPerson(tx, by.personIndex)).filter(({ state }) => isOpen(state))
        const applications = open.map(file => fileRow(file, { today, policy: policy.clocks, calendar }))
        return ok({ licences, drafts: drafts.map(row => draftRow(row, houseOf(ask))), applications })
      })
    }),

    bind(routes.windowSheet, async ask => {
      const who = await standingAt(ask)
      if (!who.ok) return who
      const { by, scope } = who.value
      const setting = settingOf(ask.services, ask.at.today)
      const { service } = ask.params
      const { licenceNo } = ask.query
      const { fact: business, now: businessNow } = await businessOf(ask, { licenceNo })
      const { personIndex, method, cardTyped: typed } = by
      const request = { licenceNo, service, personIndex, method, typed, business, businessNow, today: ask.at.today }
      return ask.read(tx => readServiceSheet(tx, request, setting), scope)
    }),

    bind(routes.windowNewSheet, async ask => {
      const who = await standingAt(ask)
      if (!who.ok) return who
      const { by, scope } = who.value
      const { answers } = ask.body
      const { creditCode, operatorIdNo: typed = '' } = answers
      const { fact: business, now: businessNow } = await businessOf(ask, { creditCode })
      const on = ask.at.today
      const setting = settingOf(ask.services, on)
      const { keyring, policy } = setting
      const own = creditCode
        ? notLooked
        : await lookAtOwn(
            businessesOfPerson,
            await ask.read(tx => findCardHolder(tx, by, { typed, keyring }), scope),
            policy.lookUpMilliseconds,
          )
      const asked = { by, answers, business, businessNow, on, own }
      return ok(await ask.read(tx => readNewSheet(tx, asked, setting), scope))
    }),

    bind(routes.windowSubmit, async ask => {
      const who = await standingAt(ask)
      if (!who.ok) return who
      const { body, at, capturedAt, services } = ask
      const { by, scope } = who.value
      const of =
        body.service === 'issue' ? { creditCode: body.answers['creditCode'] } : { licenceNo: body.licenceNo ?? '' }
      const { fact: business, now: businessNow } = await businessOf(ask, of)
      const request = { body, by, at, capturedAt, business, businessNow }
      const options = { action: 'licensing.windowSubmit', subject: ask.params.counterId, scope }
      const submit = body.service === 'issue' ? submitNew : submitApplication
      return ask.act({ ...options, details: { service: body.service } }, tx =>
        submit(tx, request, settingOf(services, at.today)),
      )
    }),

    bind(routes.windowForm, async ask => {
      const who = await standingAt(ask)
      if (!who.ok) return who
      const { body, at, services } = ask
      const options = { action: 'licensing.printForm', subject: ask.params.counterId, scope: who.value.scope }
      return ask.act({ ...options, details: { form: body.form, service: body.service } }, async tx => {
        const licence = body.licenceNo === null ? undefined : await findLicence(tx, body.licenceNo)
        if (body.licenceNo !== null && !licence) return refuse('notFound')
        return ok(renderForm(forms[body.form](formFacts(body, licence)), at, services.config.mode))
      })
    }),

    bind(routes.windowSaveDraft, async ask => {
      const who = await standingAt(ask)
      if (!who.ok) return who
      const { body, at, services } = ask
      const { by, scope } = who.value
      const request = { body, by, at, publicUrl: services.config.publicUrl }
      return ask.act({ action: 'licensing.saveDraft', subject: ask.params.counterId, scope }, tx =>
        saveDraft(tx, request, settingOf(services, at.today)),
      )
    }),

    bind(routes.windowOpenDraft, async ask => {
      const who = await standingAt(ask)
      if (!who.ok) return who
      const { by, scope } = who.value
      const wait = waitForCode(ask, by.personIndex)
      if (wait) return wait
      const request = { typed: ask.body.code, by, at: ask.at }
      return ask.act({ action: 'licensing.openDraft', subject: ask.params.counterId, scope }, tx =>
        openDraft(tx, request, houseOf(ask)),
      )
    }),
  ]
}
