import { actorLabel } from '#kernel/actor'
import { ok, refuse } from '#kernel/refusal'
import { addWorkingDays } from '#kernel/working-days'
import { listLooks } from '#modules/access'
import { type Ask, bind, type RouteBinding } from '#platform/module'
import { previewStep } from '../actions/preview-step.ts'
import type { Setting } from '../actions/setting.ts'
import { settingOf } from '../actions/settings.ts'
import { type Officer, takeStep } from '../actions/take-step.ts'
import { routes } from '../contract.ts'
import { previewPaper } from '../papers/render-paper.ts'
import { readApplicationDetail } from '../queries/application-detail.ts'
import { countFiles, type FileFilter, listFiles, listFilesOfLicence } from '../queries/files.ts'
import { lookSubjectsOf } from '../queries/look-subjects.ts'
import { readCard } from '../queries/my-licences.ts'
import { listPrints } from '../queries/prints.ts'
import { applicationEvents } from '../rules/application/events.ts'
import { type ApplicationState, applicationMoves, isOpen, openStates } from '../rules/application/moves.ts'
import { fileRow } from '../rules/application/row.ts'
import { statesFor } from '../rules/application/step-guards.ts'

const officerOf = ({ actor }: Pick<Ask, 'actor'>): Officer | undefined => (actor.kind === 'staff' ? actor : undefined)

/** As long back as a desk asks about. */
const lookDays = 90

type View = 'mine' | 'all' | 'done'
const allStates = Object.keys(applicationMoves) as ApplicationState[]

function statesOfView(view: View, officer: Officer): ApplicationState[] {
  if (view === 'mine') return statesFor(officer.roles)
  return view === 'all'
    ? [...openStates, 'deemedGranted']
    : allStates.filter(state => !isOpen(state) && state !== 'deemedGranted')
}

function soonUntil(today: Temporal.PlainDate, { policy, calendar }: Setting): string {
  const day = addWorkingDays(calendar, today, policy.clocks.soonDays)
  return (day.ok ? day.value : today.add({ days: policy.clocks.soonDays })).toString()
}

/** 工作台: lists by clock, one file, one step. */
export const officerRoutes: readonly RouteBinding[] = [
  bind(routes.workList, async ask => {
    const officer = officerOf(ask)
    if (!officer) return refuse('notPermitted')
    const { query, at, services } = ask
    const setting = settingOf(services, at.today)
    const wanted = statesOfView(query.view, officer).filter(state => query.state === undefined || state === query.state)
    const filter: FileFilter = {
      ...query,
      states: wanted,
      ...(query.view === 'mine' ? { mine: actorLabel(officer) } : {}),
      today: at.today.toString(),
      soonUntil: soonUntil(at.today, setting),
    }
    const { files, counts } = await ask.read(async tx => ({
      files: await listFiles(tx, filter),
      counts: await countFiles(tx, filter),
    }))
    const { total, ...rest } = counts
    const items = files.map(file =>
      fileRow(file, { today: at.today, policy: setting.policy.clocks, calendar: setting.calendar }),
    )
    return ok({ items, total, counts: rest })
  }),

  // A look at a person's file is itself on record.
  bind(routes.applicationDetail, ask =>
    ask.act({ action: 'licensing.readApplication', subject: ask.params.applicationNo }, async tx => {
      const by = officerOf(ask)
      const { at, services, params } = ask
      const detail =
        by && (await readApplicationDetail(tx, { ...params, by, today: at.today }, settingOf(services, at.today)))
      return detail ? ok(detail) : refuse('applicationNotFound')
    }),
  ),

  bind(routes.takeStep, ask => {
    const { params, body, at, services } = ask
    const options = {
      // The event is the caller's text until the table knows it: unchecked words never enter the ledger.
      action: `licensing.${Object.hasOwn(applicationEvents, body.event) ? body.event : 'unknownStep'}`,
      subject: params.applicationNo,
      details: { version: body.version },
    }
    return ask.act(options, async tx => {
      const by = officerOf(ask)
      if (!by) return refuse('notPermitted')
      const setting = settingOf(services, at.today)
      const { event, version, ...input } = body
      const stepped = await takeStep(tx, { ...params, event, version, input, by, at }, setting)
      if (!stepped.ok) return stepped
      const detail = await readApplicationDetail(tx, { ...params, by, today: at.today }, setting)
      return detail ? ok(detail) : refuse('applicationNotFound')
    })
  }),

  bind(routes.previewStep, ask =>
    ask.act({ action: 'licensing.previewPaper', subject: ask.params.applicationNo }, async tx => {
      const by = officerOf(ask)
      if (!by) return refuse('notPermitted')
      const { params, body, at, services } = ask
      const { event, version, ...input } = body
      const content = await previewStep(tx, { ...params, event, version, input, by, at }, settingOf(services, at.today))
      return content.ok ? ok(previewPaper(content.value, services.config.mode)) : content
    }),
  ),

  bind(routes.looksAtShop, async ask => {
    const { params, at, services } = ask
    const card = await ask.read(tx => readCard(tx, params.licenceNo, at.today, settingOf(services, at.today)))
    if (!card) return refuse('notFound')
    const since = at.instant.subtract({ hours: 24 * lookDays })
    // The ledger belongs to no area; the shop is one of the asker's own.
    const items = await ask.read(
      async tx => {
        const subjects = [params.licenceNo, ...(await lookSubjectsOf(tx, [params.licenceNo]))]
        return listLooks(tx, { subjects, since }, at)
      },
      { areas: 'all' },
    )
    return ok({ items: items.slice(0, 50) })
  }),

  bind(routes.licenceOfShop, async ask => {
    const { params, at, services } = ask
    const setting = settingOf(services, at.today)
    return ask.act({ action: 'licensing.readLicence', subject: params.licenceNo }, async tx => {
      const licence = await readCard(tx, params.licenceNo, at.today, setting)
      if (!licence) return refuse('notFound')
      const files = await listFilesOfLicence(tx, params.licenceNo)
      const view = { today: at.today, policy: setting.policy.clocks, calendar: setting.calendar }
      return ok({
        licence,
        applications: files.map(file => fileRow(file, view)),
        prints: await listPrints(tx, params.licenceNo),
      })
    })
  }),
]
