import { ok, refuse } from '#kernel/refusal'
import { bind, type RouteBinding } from '#platform/module'
import { askQuestion, noteViewer } from '../actions/live/watch-broadcast.ts'
import { type LiveLine, liveRoutes as routes } from '../contract/live.ts'
import { hasFfmpeg } from '../media/ffmpeg.ts'
import { endingOf, mediaTypes } from '../media/media-file.ts'
import type { OutreachPorts } from '../ports.ts'
import { countWatching, listQuestions } from '../queries/live.ts'
import { citationOf } from '../rules/cited.ts'
import { isPublic, minuteOf } from '../rules/live/broadcast.ts'
import { type BroadcastRecord, findBroadcast, listBroadcasts } from '../store/live.ts'

export const lineOf = ({ id, title, speaker, about, startsAt, cites, state }: BroadcastRecord): LiveLine => ({
  ...{ id, title, speaker, about, startsAt, state, cites: [...cites] },
  citations: cites.map(citationOf),
})

const endMark = '#EXT-X-ENDLIST'

/** 普法微课堂 for whoever watches. */
export const liveBindings = ({ studio }: Pick<OutreachPorts, 'studio'>): readonly RouteBinding[] => [
  bind(routes.liveHall, async ({ services }) => {
    const all = await listBroadcasts(services.database.db)
    const items = all.filter(({ state }) => state === 'planned' || isPublic(state)).map(lineOf)
    return ok({ items, ffmpeg: await hasFfmpeg() })
  }),
  bind(routes.liveView, async ({ params, at, services }) => {
    const { db } = services.database
    const found = await findBroadcast(db, params.id)
    if (!found || !(found.state === 'planned' || found.state === 'ended' || isPublic(found.state)))
      return refuse('liveUnknown')
    const { chapters, captions, state, openedAt } = found
    const shown = (await listQuestions(db, [found.id])).filter(question => question.state === 'shown')
    const minute = openedAt ? minuteOf(state, Temporal.Instant.from(openedAt), at.instant) : -1
    return ok({
      ...lineOf(found),
      picture: isPublic(state) && (await studio.read(found.id, 'index.m3u8')) !== undefined,
      chapters: state === 'replay' ? [...chapters] : [],
      captions: captions !== null,
      questions: shown.map(({ id, words }) => ({ id, words })),
      watching: state === 'live' ? await countWatching(db, found.id, Math.max(0, minute - 1)) : 0,
    })
  }),
  bind(routes.liveFile, async ({ params, actor, services }) => {
    const found = await findBroadcast(services.database.db, params.id)
    // Whoever prepares or releases a replay watches it before the public does.
    const mayWatch = found && (isPublic(found.state) || (found.state === 'ended' && actor.kind === 'staff'))
    if (!mayWatch) return refuse('liveUnknown')
    const ending = endingOf(params.file)
    const bytes = ending === 'vtt' ? found.captions : await studio.read(found.id, params.file)
    if (bytes === undefined || bytes === null) return refuse('liveNoStream')
    const type = mediaTypes[ending]
    if (ending !== 'm3u8') return ok({ type, bytes: Buffer.from(bytes), lasting: ending === 'ts' })
    const list = bytes.toString().trimEnd()
    // A stream that broke off leaves a list without an end; whether it is over, the state says.
    const text = found.state === 'live' || list.endsWith(endMark) ? list : `${list}\n${endMark}`
    return ok({ type, bytes: Buffer.from(`${text}\n`), lasting: false })
  }),
  // Not in the ledger: one line a minute of every telephone would bury it, and says nothing of anybody.
  bind(routes.noteViewer, ({ params, body, at, services }) =>
    services.database.within({ areas: 'all' }, tx => noteViewer(tx, { id: params.id, ...body }, at)),
  ),
  bind(routes.askLive, ask =>
    ask.act({ action: 'outreach.askLive', subject: ask.params.id }, tx =>
      askQuestion(tx, { id: ask.params.id, ...ask.body }, ask.at),
    ),
  ),
]
