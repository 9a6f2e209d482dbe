import { actorLabel } from '#kernel/actor'
import { ok, refuse } from '#kernel/refusal'
import { bind, type RouteBinding } from '#platform/module'
import { planBroadcast, stepBroadcast } from '../actions/live/run-broadcast.ts'
import { liveRoutes as routes } from '../contract/live.ts'
import type { OutreachPorts } from '../ports.ts'
import { countByMinute, countViewers, listQuestions } from '../queries/live.ts'
import { decideQuestion, findBroadcast, listBroadcasts } from '../store/live.ts'
import { lineOf } from './live.ts'
import { writerOf } from './writer-of.ts'

/** 普法微课堂 for whoever prepares and runs it. */
export const liveDeskBindings = ({ studio }: Pick<OutreachPorts, 'studio'>): readonly RouteBinding[] => [
  bind(routes.listBroadcasts, async ({ actor, services }) => {
    const { db } = services.database
    const all = await listBroadcasts(db)
    const questions = await listQuestions(
      db,
      all.map(({ id }) => id),
    )
    const [minutes, viewers] = [await countByMinute(db), await countViewers(db)]
    const items = await Promise.all(
      all.map(async found => {
        const { id, version, plannedBy, openedAt, endedAt, captions, reason, chapters } = found
        const own = minutes.filter(({ broadcastId }) => broadcastId === id)
        const during = own.filter(({ minute }) => minute >= 0)
        return {
          ...lineOf(found),
          ...{ version, plannedBy, openedAt, endedAt, captions, reason, chapters: [...chapters] },
          picture: (await studio.read(id, 'index.m3u8')) !== undefined,
          mine: found.preparedBy === actorLabel(actor),
          questions: questions
            .filter(({ broadcastId }) => broadcastId === id)
            .map(({ id, words, state }) => ({ id, words, state })),
          attendance: {
            viewers: viewers.get(id) ?? 0,
            peak: Math.max(0, ...during.map(line => line.viewers)),
            replays: own.find(({ minute }) => minute < 0)?.viewers ?? 0,
            minutes: during.map(line => ({ minute: line.minute, viewers: line.viewers })),
          },
        }
      }),
    )
    return ok({ items })
  }),
  bind(routes.planBroadcast, ask =>
    ask.act({ action: 'outreach.planBroadcast', details: { title: ask.body.title } }, tx =>
      planBroadcast(tx, ask.body, writerOf(ask)),
    ),
  ),
  bind(routes.stepBroadcast, async ask => {
    const { id } = ask.params
    const { event } = ask.body
    // Before the state says 直播中: a broadcast nobody can send to would only be announced.
    if (event === 'open') {
      const opened = await studio.open(id)
      if (!opened.ok) return opened
    }
    const recorded = event === 'release' && (await studio.read(id, 'index.m3u8')) !== undefined
    const done = await ask.act({ action: 'outreach.stepBroadcast', subject: id, details: { event } }, tx =>
      stepBroadcast(tx, { id, ...ask.body }, { ...writerOf(ask), recorded }),
    )
    const now = await findBroadcast(ask.services.database.db, id)
    if (now?.state !== 'live') await studio.close(id)
    return done
  }),
  bind(routes.ingest, async ({ params, services }) => {
    const found = await findBroadcast(services.database.db, params.id)
    if (found?.state !== 'live') return refuse('liveUnknown')
    // After a restart of the house the door is made anew, with a new key; the recording goes on.
    return studio.open(params.id)
  }),
  bind(routes.decideQuestion, ask => {
    const { id: broadcastId, question: id } = ask.params
    const { state } = ask.body
    return ask.act({ action: 'outreach.decideQuestion', subject: id, details: { state } }, async tx => {
      const decided = { state, by: actorLabel(ask.actor), at: ask.at.instant.toString() }
      return (await decideQuestion(tx, { id, broadcastId }, decided)) ? ok(undefined) : refuse('liveUnknown')
    })
  }),
]
