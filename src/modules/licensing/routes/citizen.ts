import type { Actor } from '#kernel/actor'
import { ok, refuse } from '#kernel/refusal'
import { findHelper, listLooks, recordConsent } from '#modules/access'
import { type Ask, bind, type RouteBinding } from '#platform/module'
import { applicantOf } from '../actions/filing.ts'
import { type BusinessAnswer, lookAtBusiness, lookAtCode, readBusinessQuestion } from '../actions/look-at-business.ts'
import { findProvenApplicant, lookAtOwn, notLooked } from '../actions/proven-applicant.ts'
import { settingOf } from '../actions/settings.ts'
import { submitApplication } from '../actions/submit-application.ts'
import { submitNew } from '../actions/submit-new.ts'
import { withdrawApplication } from '../actions/withdraw-application.ts'
import { routes } from '../contract.ts'
import type { LicensingPorts } from '../ports.ts'
import { findFile, listFilesOfPerson } from '../queries/files.ts'
import { lookSubjectsOf } from '../queries/look-subjects.ts'
import { readMyLicences } from '../queries/my-licences.ts'
import { readNewSheet } from '../queries/new-sheet.ts'
import { readServiceSheet } from '../queries/service-sheet.ts'
import { fileRow } from '../rules/application/row.ts'
import { cardBeforeHelper, resultBeforeHelper, sheetBeforeHelper } from '../rules/before-helper.ts'
import { readCreditCode } from '../rules/services/new-shop.ts'
import type { Answers } from '../rules/services/question.ts'

/** 会话和查看记录至少留六个月（网络安全法第二十一条）; so far back it is shown. */
const lookDays = 183

type Citizen = Extract<Actor, { kind: 'citizen' }>
const citizenOf = ({ actor }: Pick<Ask, 'actor'>): Citizen | undefined => (actor.kind === 'citizen' ? actor : undefined)

/** 帮办员 beside this session, if any; on the own telephone nobody is. */
export const helperOf = (ask: Pick<Ask, 'read'>, { terminalId, sessionId }: Citizen): Promise<string | null> =>
  terminalId === undefined ? Promise.resolve(null) : ask.read(tx => findHelper(tx, sessionId))

/** 群众办理: what the holder asks at a terminal. */
export function citizenRoutes({ businessRegister, businessesOfPerson }: LicensingPorts): readonly RouteBinding[] {
  const look = async (ask: Pick<Ask, 'read' | 'services' | 'at'>, licenceNo: string): Promise<BusinessAnswer> => {
    const question = await ask.read(tx => readBusinessQuestion(tx, licenceNo))
    return lookAtBusiness(businessRegister, question, settingOf(ask.services, ask.at.today).policy.lookUpMilliseconds)
  }
  const lookNew = (ask: Pick<Ask, 'services' | 'at'>, { creditCode }: Answers): Promise<BusinessAnswer> =>
    lookAtCode(
      businessRegister,
      readCreditCode(creditCode ?? '') ?? '',
      settingOf(ask.services, ask.at.today).policy.lookUpMilliseconds,
    )
  return [
    bind(routes.myLicences, async ask => {
      const citizen = citizenOf(ask)
      if (!citizen) return refuse('notPermitted')
      const setting = settingOf(ask.services, ask.at.today)
      const items = await ask.read(tx => readMyLicences(tx, citizen.personIndex, ask.at.today, setting))
      const helper = await helperOf(ask, citizen)
      return ok({ items: helper === null ? items : items.map(cardBeforeHelper) })
    }),

    bind(routes.serviceSheet, async ask => {
      const citizen = citizenOf(ask)
      if (!citizen) return refuse('notPermitted')
      const { licenceNo, service } = ask.params
      const { fact: business, now: businessNow } = await look(ask, licenceNo)
      const { personIndex, method } = citizen
      const [terminalSession, webSession] =
        citizen.terminalId === undefined ? [undefined, citizen.sessionId] : [citizen.sessionId, undefined]
      const request = {
        licenceNo,
        service,
        personIndex,
        method,
        terminalSession,
        webSession,
        business,
        businessNow,
        today: ask.at.today,
      }
      const sheet = await ask.read(tx => readServiceSheet(tx, request, settingOf(ask.services, ask.at.today)))
      return sheet.ok && (await helperOf(ask, citizen)) !== null ? ok(sheetBeforeHelper(sheet.value)) : sheet
    }),

    bind(routes.newSheet, async ask => {
      const citizen = citizenOf(ask)
      if (!citizen) return refuse('notPermitted')
      const { answers } = ask.body
      const on = ask.at.today
      const setting = settingOf(ask.services, on)
      const by = applicantOf(citizen)
      const { fact: business, now: businessNow } = await lookNew(ask, answers)
      const own = answers['creditCode']
        ? notLooked
        : await lookAtOwn(
            businessesOfPerson,
            await ask.read(tx => findProvenApplicant(tx, by, setting.keyring)),
            setting.policy.lookUpMilliseconds,
          )
      return ok(await ask.read(tx => readNewSheet(tx, { by, answers, business, businessNow, on, own }, setting)))
    }),

    bind(routes.submit, async ask => {
      const { body, at, capturedAt, services } = ask
      const citizen = citizenOf(ask)
      if (!citizen) return refuse('notPermitted')
      const { fact: business, now: businessNow } =
        body.service === 'issue' ? await lookNew(ask, body.answers) : await look(ask, body.licenceNo ?? '')
      const options = {
        action: 'licensing.submit',
        details: { service: body.service },
        ...(body.licenceNo === null ? {} : { subject: body.licenceNo }),
      }
      const helper = await helperOf(ask, citizen)
      const request = { body, by: applicantOf(citizen, helper), at, capturedAt, business, businessNow }
      const submit = body.service === 'issue' ? submitNew : submitApplication
      const sent = await ask.act(options, async tx => {
        const submitted = await submit(tx, request, settingOf(services, at.today))
        if (!submitted.ok) return submitted
        const { personIndex, sessionId } = citizen
        await recordConsent(tx, { personIndex, kind: 'notice', version: body.consent.version, sessionId }, at)
        return submitted
      })
      return sent.ok && helper !== null ? ok(resultBeforeHelper(sent.value)) : sent
    }),

    bind(routes.myApplications, async ask => {
      const citizen = citizenOf(ask)
      if (!citizen) return refuse('notPermitted')
      const { policy, calendar } = settingOf(ask.services, ask.at.today)
      const files = await ask.read(tx => listFilesOfPerson(tx, citizen.personIndex))
      return ok({ items: files.map(file => fileRow(file, { today: ask.at.today, policy: policy.clocks, calendar })) })
    }),

    bind(routes.myLooks, async ask => {
      const citizen = citizenOf(ask)
      if (!citizen) return refuse('notPermitted')
      const { personIndex } = citizen
      const setting = settingOf(ask.services, ask.at.today)
      const own = await ask.read(async tx => ({
        licences: (await readMyLicences(tx, personIndex, ask.at.today, setting)).map(licence => licence.licenceNo),
        files: (await listFilesOfPerson(tx, personIndex)).map(file => file.applicationNo),
      }))
      const since = ask.at.instant.subtract({ hours: 24 * lookDays })
      // The ledger belongs to no person, a case to no retailer; the numbers above are this one's own.
      const items = await ask.read(
        async tx => {
          const subjects = [...own.licences, ...own.files, ...(await lookSubjectsOf(tx, own.licences))]
          return listLooks(tx, { subjects, since }, ask.at)
        },
        { areas: 'all' },
      )
      return ok({ items: [...items] })
    }),

    bind(routes.withdraw, async ask => {
      const by = citizenOf(ask)
      if (!by) return refuse('notPermitted')
      const { at, services } = ask
      const { applicationNo } = ask.params
      const setting = settingOf(services, at.today)
      return ask.act({ action: 'licensing.withdraw', subject: applicationNo }, async tx => {
        const withdrawn = await withdrawApplication(tx, { applicationNo, by, at }, setting)
        if (!withdrawn.ok) return withdrawn
        const file = await findFile(tx, applicationNo)
        if (!file) return refuse('applicationNotFound')
        return ok(fileRow(file, { today: at.today, policy: setting.policy.clocks, calendar: setting.calendar }))
      })
    }),
  ]
}
