import type { Moment } from '#kernel/dates'
import { addWorkingDays, type HolidayCalendar } from '#kernel/working-days'
import { randomBytes, sm3 } from '#platform/crypto'
import type { Tx } from '#platform/database'
import { isDrawn, listAutomaticGrants, listClosedFiles, listUndrawnDays } from '../queries/closed-files.ts'
import { serviceCodes } from '../rules/services/service.ts'
import { drawSample, drawShare, type Ticket, ticketText } from '../rules/spot-check/draw.ts'
import type { SpotCheckPolicy } from '../rules/spot-check/policy.ts'
import { saveDraw } from '../store/spot-checks.ts'

/** SM3 of number and salt: whoever has the salt computes the same choice. */
export const ticketsOf = (numbers: readonly string[], salt: string): Ticket[] =>
  numbers.map(applicationNo => ({ applicationNo, score: sm3(ticketText(applicationNo, salt)).toString('hex') }))

const newSalt = (): string => randomBytes(16).toString('hex')

/** 随机复核 of every finished day that has not been drawn: the salt is thrown when the grants of the day are closed. */
export async function drawGrants(
  tx: Tx,
  at: Moment,
  policyOn: (day: Temporal.PlainDate) => SpotCheckPolicy,
): Promise<void> {
  for (const day of await listUndrawnDays(tx, at.today.toString())) {
    const { grantShare: share, version } = policyOn(Temporal.PlainDate.from(day))
    const [population, salt] = [await listAutomaticGrants(tx, day), newSalt()]
    const draw = { kind: 'grant', period: day, service: 'all', salt, share, minimum: 0, population } as const
    await saveDraw(
      tx,
      { ...draw, policyVersion: version, at: at.instant.toString() },
      drawShare(ticketsOf(population, salt), share),
    )
  }
}

/** The first working day of the month has come (or a later one, if nobody was there); null holidays count as weekdays. */
export function sampleDue(today: Temporal.PlainDate, calendar: HolidayCalendar): boolean {
  const first = addWorkingDays(calendar, today.with({ day: 1 }).subtract({ days: 1 }), 1)
  return !first.ok || Temporal.PlainDate.compare(today, first.value) >= 0
}

/** 月度卷宗抽查 of last month's closed files, each service by itself; once, whatever the job does. */
export async function drawDossiers(
  tx: Tx,
  at: Moment,
  { policy, calendar }: { readonly policy: SpotCheckPolicy; readonly calendar: HolidayCalendar },
): Promise<void> {
  const first = at.today.with({ day: 1 })
  const from = first.subtract({ months: 1 })
  const period = from.toString().slice(0, 7)
  if (!sampleDue(at.today, calendar) || (await isDrawn(tx, period))) return
  const { automaticOver, dossierMinimum: minimum, dossierShare: share, version } = policy
  const closed = await listClosedFiles(tx, { from: from.toString(), before: first.toString(), automaticOver })
  for (const service of serviceCodes) {
    const files = closed.filter(file => file.service === service)
    if (files.length === 0) continue
    const [population, salt] = [files.map(file => file.applicationNo), newSalt()]
    const always = new Set(files.filter(file => file.often).map(file => file.applicationNo))
    const chosen = drawSample(ticketsOf(population, salt), { minimum, share, always })
    const draw = { kind: 'dossier', period, service, salt, share, minimum, population } as const
    await saveDraw(tx, { ...draw, policyVersion: version, at: at.instant.toString() }, chosen)
  }
}
