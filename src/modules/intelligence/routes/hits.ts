import { ok, refuse } from '#kernel/refusal'
import { markStream } from '#platform/mark-stream'
import { bind, type RouteBinding } from '#platform/module'
import { hitRoutes as routes } from '../contract/hits.ts'
import { countOpenHits, decideHit, listHits } from '../graph/hits.ts'
import { countHits, countNotices, noticeMark, seeHit } from '../graph/notices.ts'
import { officerOf } from './staff.ts'

/** 碰撞命中 */
export const hitBindings: readonly RouteBinding[] = [
  bind(routes.list, async ask => {
    const staff = officerOf(ask)
    if (!staff) return refuse('notPermitted')
    const state = ask.query.state ?? 'open'
    const [items, open] = await ask.read(async tx => [
      await listHits(tx, { staffId: staff.staffId, state }),
      await countOpenHits(tx),
    ])
    return ask.act({ action: 'intelligence.listGraphHits', details: { state, hits: items.length } }, async () =>
      ok({ items, open }),
    )
  }),

  bind(routes.count, async ask => {
    const staff = officerOf(ask)
    if (!staff) return refuse('notPermitted')
    const { unseen } = await ask.read(tx => countNotices(tx, staff.staffId))
    return ok({ unseen })
  }),

  bind(routes.stream, async ask => {
    const staff = officerOf(ask)
    if (!staff) return refuse('notPermitted')
    ask.http.reply.type('text/event-stream; charset=utf-8')
    return ok(markStream(() => ask.read(tx => noticeMark(tx, staff.staffId))))
  }),

  bind(routes.see, async ask => {
    const staff = officerOf(ask)
    if (!staff) return refuse('notPermitted')
    const { id } = ask.params
    return ask.act({ action: 'intelligence.seeGraphHit', subject: `${id}` }, tx =>
      seeHit(tx, { id, staffId: staff.staffId }, ask.at),
    )
  }),

  bind(routes.figures, ({ query, read, at }) =>
    read(async tx => {
      const { from = at.today.subtract({ months: 3 }).toString(), to = at.today.toString() } = query
      return ok(await countHits(tx, from, to))
    }),
  ),

  bind(routes.decide, async ask => {
    const staff = officerOf(ask)
    if (!staff) return refuse('notPermitted')
    const { id } = ask.params
    const { verdict, reason } = ask.body
    return ask.act({ action: 'intelligence.decideGraphHit', subject: `${id}`, details: { verdict } }, tx =>
      decideHit(
        tx,
        { id, verdict, reason, by: `staff:${staff.staffId}` },
        { at: ask.at, keyring: ask.services.keyring },
      ),
    )
  }),
]
