import { addWorkingDays } from '#kernel/working-days'
import type { CheckResult } from '../contract.ts'
import { licenceCard } from '../rules/licence/card.ts'
import { type DueDays, grantedWords, personWords } from '../rules/renewal/result-texts.ts'
import type { Filing } from './filing.ts'
import type { Granted } from './grant-by-machine.ts'
import type { Setting } from './setting.ts'

/** What the result screen says: outcome, reasons, what happens next and by when. */
export function resultOf(
  { request, licence, ran }: Filing,
  saved: { applicationNo: string; granted: Granted | undefined },
  setting: Setting,
): CheckResult {
  const { granted, applicationNo } = saved
  const validTo = Temporal.PlainDate.from(licence.validTo)
  const due = dueDays(request.at.today, setting)
  const words = granted ? grantedWords(granted.term.validTo, due) : personWords(ran.window, validTo, due)
  const face = granted?.renewed.face
  const card = licenceCard(
    {
      ...licence,
      ...(face ? { validFrom: face.validFrom, validTo: face.validTo, version: face.version } : {}),
      openApplicationNo: granted ? null : applicationNo,
    },
    granted ? granted.window : ran.window,
  )
  return {
    applicationNo,
    outcome: granted ? 'grant' : 'person',
    state: granted ? 'granted' : 'submitted',
    ...words,
    findings: [...ran.verdict.findings],
    licence: card,
    receivedAt: request.at.instant.toString(),
  }
}

function dueDays(today: Temporal.PlainDate, { policy, calendar }: Setting): DueDays {
  const after = (days: number) => {
    const due = addWorkingDays(calendar, today, days)
    return due.ok ? due.value : null
  }
  const { correctionDays, serveDays, promisedDays } = policy.clocks
  return { accept: after(correctionDays), serve: after(serveDays), promisedDays }
}
