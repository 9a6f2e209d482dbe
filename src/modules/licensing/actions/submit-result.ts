import { addWorkingDays } from '#kernel/working-days'
import type { CheckResult } from '../contract.ts'
import { checkCodeOf } from '../rules/application/check-code.ts'
import { licenceCard } from '../rules/licence/card.ts'
import { type DueDays, grantedWords, personWords } from '../rules/services/result-texts.ts'
import { services } from '../rules/services/table.ts'
import type { Filing } from './filing.ts'
import type { GrantedByMachine } from './grant-by-machine.ts'
import type { Setting } from './setting.ts'

/** What the result screen says: outcome, reasons, what happens next and by when. */
export function resultOf(
  { request, licence, ran }: Filing,
  saved: { applicationNo: string; granted: GrantedByMachine | undefined },
  setting: Setting,
): CheckResult {
  const { granted, applicationNo } = saved
  const validTo = Temporal.PlainDate.from(licence.validTo)
  const due = dueDays(request.at.today, setting)
  const { service, deliver } = request.body
  const after = granted?.after
  const words = after
    ? grantedWords(
        { service: services[service], licence: after.licence, newFace: after.newVersion !== null, deliver },
        due,
      )
    : personWords({ service: services[service], window: ran.window, validTo }, due)
  const card = licenceCard(
    {
      ...licence,
      ...after?.licence,
      version: after?.newVersion?.face.version ?? licence.version,
      openApplications: after ? {} : { [service]: applicationNo },
    },
    granted ? granted.window : ran.window,
    request.at.today.toString(),
  )
  return {
    applicationNo,
    checkCode: checkCodeOf(setting.keyring.blindIndex('progress', applicationNo)),
    outcome: granted ? 'grant' : 'person',
    state: granted ? 'granted' : 'submitted',
    ...words,
    findings: [...ran.verdict.findings],
    licence: card,
    receivedAt: request.at.instant.toString(),
  }
}

export function dueDays(today: Temporal.PlainDate, { policy, calendar }: Setting): DueDays {
  const after = (days: number) => {
    const due = addWorkingDays(calendar, today, days)
    return due.ok ? due.value : null
  }
  const { correctionDays, serveDays, promisedDays } = policy.clocks
  return { accept: after(correctionDays), serve: after(serveDays), promisedDays }
}
