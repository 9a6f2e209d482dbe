import { type Actor, actorLabel } from '#kernel/actor'
import { formatCitation } from '#kernel/citation'
import { ok, type Result } from '#kernel/refusal'
import { eventsFrom } from '#kernel/state-table'
import { listGates, schoolLimits } from '#modules/registry'
import { type Ask, bind, type RouteBinding } from '#platform/module'
import * as campaign from '../actions/school-campaign.ts'
import * as own from '../actions/school-case.ts'
import { schoolCampaignRoutes as routes, type SchoolBoard, type SchoolCase } from '../contract/school.ts'
import * as queries from '../queries/school.ts'
import { caseMoves } from '../rules/school/case-moves.ts'
import { holderLaw, placeLaw } from '../rules/school/standing.ts'

const staffOf = (actor: Actor): string => (actor.kind === 'staff' ? actor.staffId : actorLabel(actor))
const areaOf = (actor: Actor): string => (actor.kind === 'staff' ? (actor.areas[0] ?? '') : '')
const inWords = (law: readonly { readonly zh: string; readonly basis: Parameters<typeof formatCitation>[0] }[]) =>
  law.map(({ zh, basis }) => ({ zh, basis: formatCitation(basis) }))

async function boardOf({ at, read }: Pick<Ask, 'at' | 'read'>): Promise<Result<SchoolBoard>> {
  const limits = schoolLimits(at.today)
  return read(async tx => {
    const known = await queries.listSchoolShops(tx, limits)
    return ok({
      today: at.today.toString(),
      schoolMetres: limits.schoolMetres,
      kindergartenMetres: limits.kindergartenMetres,
      shops: known.map(({ shop }) => shop),
      places: await queries.listPlaces(tx),
      gates: (await listGates(tx)).map(({ school, gate, kind, lng, lat }) => ({ school, gate, kind, lng, lat })),
      trend: [...queries.trendOfShops(known, at.today)],
      campaigns: await queries.listCampaigns(tx, known),
      placeLaw: inWords(placeLaw),
    })
  })
}

async function caseOf(ask: Pick<Ask, 'at' | 'read' | 'actor'>, licenceNo: string): Promise<Result<SchoolCase>> {
  return ask.read(async tx => {
    const known = await queries.findSchoolShop(tx, schoolLimits(ask.at.today), licenceNo)
    const standing = known?.shop.standing
    const moves = standing === undefined || !Object.hasOwn(caseMoves, standing) ? [] : eventsFrom(caseMoves, standing)
    return ok({
      licenceNo,
      shop: known?.shop ?? null,
      version: known?.record?.version ?? 0,
      may: moves.flatMap(event => (event === 'end' ? [] : [event])),
      exitWay: known?.record?.exitWay ?? null,
      exitReason: known?.record?.exitReason ?? null,
      talks: await queries.listTalks(tx, licenceNo),
      events: await queries.listCaseEvents(tx, licenceNo),
      law: inWords(holderLaw),
      colleagues: (await queries.listTalkers(tx)).filter(({ id }) => id !== staffOf(ask.actor)),
    })
  })
}

/** 校园周边 */
export const schoolBindings: readonly RouteBinding[] = [
  bind(routes.schoolBoard, boardOf),
  bind(routes.schoolCase, ask => caseOf(ask, ask.params.licenceNo)),

  bind(routes.noteTalk, async ask => {
    const { params, body, at, actor } = ask
    const done = await ask.act({ action: 'credit.noteSchoolTalk', subject: params.licenceNo }, tx =>
      own.noteTalk(tx, { ...params, ...body }, { staffId: staffOf(actor), at }),
    )
    return done.ok ? caseOf(ask, params.licenceNo) : done
  }),
  bind(routes.agreeExit, async ask => {
    const { params, body, at, actor } = ask
    const done = await ask.act(
      { action: 'credit.agreeSchoolExit', subject: params.licenceNo, reason: body.reason },
      tx => own.agreeExit(tx, { ...params, ...body }, { staffId: staffOf(actor), at }),
    )
    return done.ok ? caseOf(ask, params.licenceNo) : done
  }),
  bind(routes.retractExit, async ask => {
    const { params, body, at, actor } = ask
    const done = await ask.act(
      { action: 'credit.retractSchoolExit', subject: params.licenceNo, reason: body.reason },
      tx => own.retractExit(tx, { ...params, ...body }, { staffId: staffOf(actor), at }),
    )
    return done.ok ? caseOf(ask, params.licenceNo) : done
  }),

  bind(routes.reportPlace, async ask => {
    const { body, at, actor } = ask
    const done = await ask.act({ action: 'credit.reportSchoolPlace', subject: body.areaCode, reason: body.what }, tx =>
      campaign.reportPlace(tx, body, { staffId: staffOf(actor), at }),
    )
    return done.ok ? boardOf(ask) : done
  }),
  bind(routes.stepPlace, async ask => {
    const { params, body, at, actor } = ask
    const done = await ask.act(
      { action: `credit.${body.event}SchoolPlace`, subject: params.id, reason: body.note },
      tx => campaign.stepPlace(tx, { ...params, ...body }, { staffId: staffOf(actor), at }),
    )
    return done.ok ? boardOf(ask) : done
  }),
  bind(routes.openCampaign, async ask => {
    const { body, at, actor } = ask
    const done = await ask.act({ action: 'credit.openSchoolCampaign', subject: body.title }, tx =>
      campaign.openCampaign(tx, body, { staffId: staffOf(actor), at, areaCode: areaOf(actor) }),
    )
    return done.ok ? boardOf(ask) : done
  }),
  bind(routes.closeCampaign, async ask => {
    const { params, body, at, actor } = ask
    const done = await ask.act({ action: 'credit.closeSchoolCampaign', subject: params.id, reason: body.summary }, tx =>
      campaign.closeCampaign(tx, { ...params, ...body }, { staffId: staffOf(actor), at }),
    )
    return done.ok ? boardOf(ask) : done
  }),
]
