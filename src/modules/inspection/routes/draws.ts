import { actorLabel } from '#kernel/actor'
import { ok, type Result, refuse } from '#kernel/refusal'
import { type Ask, bind, type RouteBinding } from '#platform/module'
import { assembleManifest } from '../actions/draw-manifest.ts'
import { noteOutcome, publishDrawOutcomes } from '../actions/draw-outcomes.ts'
import { excludeShop, prepareDraw, recuseOfficer } from '../actions/prepare-draw.ts'
import { approveDraw, linkToken, notePublicNumber, openSecret, promise, voidDraw } from '../actions/run-draw.ts'
import { rejectProposals } from '../actions/run-task.ts'
import { type DrawRoom, drawRoutes as routes } from '../contract.ts'
import { inspectionPolicy } from '../policy.ts'
import { findColleague, listColleagues } from '../queries/draw-lists.ts'
import { fileOf, findDraw, readPublicDraw, readRoom } from '../queries/draw-views.ts'
import { listDraws, listParties } from '../queries/draws.ts'
import type { DrawManifest } from '../rules/draw/manifest.ts'

type Asked = Pick<Ask, 'actor' | 'at' | 'read' | 'act'>

/** The room after whatever was done in it. */
async function roomOf({ actor, at, read }: Asked, id: string): Promise<Result<DrawRoom>> {
  if (actor.kind !== 'staff') return refuse('notPermitted')
  return read(async tx => {
    const record = await findDraw(tx, id)
    if (!record) return refuse('drawUnknown')
    const today = at.today.toString()
    const manifest =
      record.manifest === null
        ? await assembleManifest(tx, record, { policy: inspectionPolicy(at.today), today })
        : (JSON.parse(record.manifest) as DrawManifest)
    return ok(await readRoom(tx, record, { manifest, staffId: actor.staffId, today }))
  })
}

/** What a person is called in public entries: post and name as colleagues know it. */
async function nameOf({ actor, read }: Asked): Promise<string> {
  if (actor.kind !== 'staff') return '公众'
  return (await read(tx => findColleague(tx, actor.staffId)))?.name ?? actor.staffId
}

async function publicOf(ask: Pick<Ask, 'read'>, id: string) {
  return ask.read(async tx => {
    const record = await findDraw(tx, id)
    return record && record.frozenAt !== null ? ok(await readPublicDraw(tx, record)) : refuse('drawUnknown')
  })
}

/** 抽签室: the bureau's side. */
const room: readonly RouteBinding[] = [
  bind(routes.listDraws, async ({ read }) => ok({ items: [...(await read(tx => listDraws(tx, 'all')))] })),
  bind(routes.room, ask => roomOf(ask, ask.params.id)),
  bind(routes.options, ({ read }) =>
    read(async tx => {
      const staff = (await listColleagues(tx)).map(({ id, name, roles }) => ({ id, name, roles: [...roles] }))
      const draws = await listDraws(tx, 'open')
      const repeated = new Set((await listDraws(tx, 'all')).map(({ repeats }) => repeats))
      const voided = draws.filter(({ id, state }) => state === 'voided' && !repeated.has(id)).map(({ id }) => id)
      return ok({ staff, voided })
    }),
  ),
  bind(routes.prepare, ask =>
    ask.act({ action: 'inspection.prepareDraw', subject: ask.body.title }, async tx => {
      if (ask.actor.kind !== 'staff') return refuse('notPermitted')
      const made = await prepareDraw(tx, ask.body, { by: ask.actor, at: ask.at })
      return made.ok ? ok({ id: made.value }) : made
    }),
  ),
  bind(routes.exclude, async ask => {
    const { params, body, at } = ask
    const name = await nameOf(ask)
    const done = await ask.act({ action: 'inspection.excludeShop', subject: params.id, reason: body.reason }, tx =>
      excludeShop(tx, { drawId: params.id, ...body }, { name, at }),
    )
    return done.ok ? roomOf(ask, params.id) : done
  }),
  bind(routes.recuse, async ask => {
    const { params, body, at } = ask
    const name = await nameOf(ask)
    const done = await ask.act({ action: 'inspection.recuseOfficer', subject: params.id, reason: body.reason }, tx =>
      recuseOfficer(tx, { drawId: params.id, ...body }, { name, at }),
    )
    return done.ok ? roomOf(ask, params.id) : done
  }),
  bind(routes.approve, async ask => {
    const { id } = ask.params
    const setting = { by: ask.actor, at: ask.at, policy: inspectionPolicy(ask.at.today) }
    const done = await ask.act({ action: 'inspection.approveDraw', subject: id, details: ask.body }, tx =>
      approveDraw(tx, { id, ...ask.body }, setting),
    )
    return done.ok ? roomOf(ask, id) : done
  }),
  bind(routes.partyLinks, ask =>
    ask.act({ action: 'inspection.showPartyLinks', subject: ask.params.id }, async tx => {
      const { id } = ask.params
      const outside = (await listParties(tx, id)).filter(
        ({ staffId, commitment }) => staffId === null && commitment === null,
      )
      const pathOf = (party: string) => `/draws/${id}#${party}.${linkToken(ask.services.keyring.blindIndex, id, party)}`
      return ok({ items: outside.map(({ id: party, name }) => ({ party, name, path: pathOf(party) })) })
    }),
  ),
  bind(routes.notePublicNumber, async ask => {
    const { id } = ask.params
    const done = await ask.act({ action: 'inspection.notePublicNumber', subject: id }, tx =>
      notePublicNumber(tx, { id, ...ask.body }, ask),
    )
    return done.ok ? roomOf(ask, id) : done
  }),
  bind(routes.voidDraw, async ask => {
    const { id } = ask.params
    const name = await nameOf(ask)
    const done = await ask.act({ action: 'inspection.voidDraw', subject: id, reason: ask.body.reason }, async tx => {
      const voided = await voidDraw(tx, { id, ...ask.body }, { name, at: ask.at })
      const fallen = { source: 'draw', ref: id, note: `${id} 已作废` } as const
      if (voided.ok) await rejectProposals(tx, fallen, { by: actorLabel(ask.actor), at: ask.at })
      return voided
    })
    return done.ok ? roomOf(ask, id) : done
  }),
  bind(routes.noteOutcome, async ask => {
    const { id } = ask.params
    const by = actorLabel(ask.actor)
    const done = await ask.act({ action: 'inspection.noteDrawOutcome', subject: id, details: ask.body }, tx =>
      noteOutcome(tx, { drawId: id, by, ...ask.body }, ask.at),
    )
    return done.ok ? roomOf(ask, id) : done
  }),
  bind(routes.publishOutcomes, async ask => {
    const { id } = ask.params
    const done = await ask.act({ action: 'inspection.publishDrawOutcomes', subject: id }, tx =>
      publishDrawOutcomes(tx, id, ask.at),
    )
    return done.ok ? roomOf(ask, id) : done
  }),
]

/** 公示, and the acts of parties, who may be strangers to the bureau. */
const open: readonly RouteBinding[] = [
  bind(routes.promise, async ask => {
    const { id } = ask.params
    const done = await ask.act({ action: 'inspection.promise', subject: `${id} ${ask.body.party}` }, tx =>
      promise(tx, { id, ...ask.body }, { by: ask.actor, at: ask.at, blind: ask.services.keyring.blindIndex }),
    )
    return done.ok ? publicOf(ask, id) : done
  }),
  bind(routes.open, async ask => {
    const { id } = ask.params
    const done = await ask.act({ action: 'inspection.openSecret', subject: `${id} ${ask.body.party}` }, tx =>
      openSecret(tx, { id, ...ask.body }, ask),
    )
    return done.ok ? publicOf(ask, id) : done
  }),
  bind(routes.publicDraws, async ({ read }) => ok({ items: [...(await read(tx => listDraws(tx, 'open')))] })),
  bind(routes.publicDraw, ask => publicOf(ask, ask.params.id)),
  bind(routes.drawFile, ({ params, read }) =>
    read(async tx => {
      const record = await findDraw(tx, params.id)
      if (!record) return refuse('drawUnknown')
      const file = fileOf(record, (await readPublicDraw(tx, record)).parties)
      return file === null ? refuse('drawNotDrawn') : ok(file)
    }),
  ),
]

export const drawBindings: readonly RouteBinding[] = [...room, ...open]
