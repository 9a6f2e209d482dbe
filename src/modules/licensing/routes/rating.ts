import { ok, type Result, refuse } from '#kernel/refusal'
import { workingDaysBetween } from '#kernel/working-days'
import type { Tx } from '#platform/database'
import { bind, type RouteBinding } from '#platform/module'
import { followUp } from '../actions/follow-up.ts'
import { rate } from '../actions/rate.ts'
import type { Setting } from '../actions/setting.ts'
import { settingOf } from '../actions/settings.ts'
import { type FollowUp, ratingRoutes as routes } from '../contract/rating.ts'
import { namesOfStaff } from '../queries/file-parts.ts'
import { type FollowUpRow, listFigures, listFollowUps } from '../queries/ratings.ts'
import { isCheckCode } from '../rules/application/check-code.ts'
import { figureOf } from '../rules/rating/figures.ts'
import { services } from '../rules/services/table.ts'

const everything = { areas: 'all' } as const

/** 好差评: from the person, once; bad ones to somebody who did not handle the file; figures for all who look after them. */
export const ratingRoutes: readonly RouteBinding[] = [
  bind(routes.rateMine, async ask => {
    const { actor, params, body, at, services: house } = ask
    if (actor.kind !== 'citizen') return refuse('notPermitted')
    const channel = actor.terminalId === undefined ? 'online' : 'terminal'
    const { applicationNo } = params
    return ask.act({ action: 'licensing.rate', subject: applicationNo }, tx =>
      rate(
        tx,
        { applicationNo, said: body, channel, at },
        file => file.personIndex === actor.personIndex,
        settingOf(house, at.today),
      ),
    )
  }),

  // A wrong code and an unknown number are one answer: nobody learns which numbers exist.
  bind(routes.rateByCode, async ask => {
    const { body, at, services: house } = ask
    const applicationNo = ask.params.applicationNo.trim().toUpperCase()
    if (!isCheckCode(body.code, house.keyring.blindIndex('progress', applicationNo))) return refuse('progressUnknown')
    const rating = { applicationNo, said: body, channel: 'online', at } as const
    return ask.act({ action: 'licensing.rate', subject: applicationNo, scope: everything }, tx =>
      rate(tx, rating, () => true, settingOf(house, at.today)),
    )
  }),

  bind(routes.listFollowUps, async ({ actor, query, read, services: house, at }) => {
    if (actor.kind !== 'staff') return refuse('notPermitted')
    const setting = settingOf(house, at.today)
    const { staffId } = actor
    const items = await read(async tx =>
      Promise.all(
        (await listFollowUps(tx, { staffId, view: query.view })).map(row => viewOf(tx, row, setting, at.today)),
      ),
    )
    return ok({ items })
  }),

  bind(routes.followUp, async ask => {
    const { actor, params, body, at, services: house } = ask
    if (actor.kind !== 'staff') return refuse('notPermitted')
    const setting = settingOf(house, at.today)
    const line = { ...params, ...body, staffId: actor.staffId, at }
    return ask.act(
      { action: 'licensing.followUp', subject: params.applicationNo },
      async (tx): Promise<Result<FollowUp>> => {
        const done = await followUp(tx, line, setting)
        return done.ok ? ok(await viewOf(tx, done.value, setting, at.today)) : done
      },
    )
  }),

  bind(routes.ratingFigures, async ({ query, read, services: house, at }) => {
    const { smallestGroup } = settingOf(house, at.today).policy.rating
    const rows = await read(tx => listFigures(tx, query.by))
    return ok({ items: rows.map(row => figureOf(row, smallestGroup)), smallestGroup })
  }),
]

async function viewOf(tx: Tx, row: FollowUpRow, setting: Setting, today: Temporal.PlainDate): Promise<FollowUp> {
  const { name } = services[row.service]
  const names = await namesOfStaff(
    tx,
    row.lines.map(line => line.by),
  )
  const open = setting.keyring.openField
  return {
    ...{ applicationNo: row.applicationNo, townName: row.townName, grade: row.grade, reasons: row.reasons },
    ...{ ratedOn: row.ratedOn, followUpBy: row.followUpBy, serviceLabel: name.zh, serviceLabelEn: name.en },
    words: row.wordsSealed === null ? null : open(row.wordsSealed),
    tone: toneOf(row, setting, today),
    lines: row.lines.map(line => ({
      ...{ at: line.at, outcome: line.outcome },
      by: names.get(line.by) ?? '',
      note: open(line.noteSealed),
    })),
  }
}

/** A day before the end it is soon; where no end is known it is soon at once. */
function toneOf(
  { closed, followUpBy }: FollowUpRow,
  { calendar }: Setting,
  today: Temporal.PlainDate,
): FollowUp['tone'] {
  if (closed) return 'done'
  if (followUpBy === null) return 'soon'
  const due = Temporal.PlainDate.from(followUpBy)
  if (Temporal.PlainDate.compare(due, today) < 0) return 'overdue'
  const left = workingDaysBetween(calendar, today, due)
  return left.ok && left.value > 1 ? 'calm' : 'soon'
}
