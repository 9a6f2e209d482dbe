import { cleanText } from '#kernel/chinese-text'
import { ok, refuse } from '#kernel/refusal'
import { bind, type RouteBinding } from '#platform/module'
import { readDay } from '../actions/day-log.ts'
import { watchRoutes as routes } from '../contract/ours.ts'
import { listReaches, listReconciliations, saveSeen } from '../store/watch.ts'
import { officerOf } from './actors.ts'

/** 越界尝试、对账: what we watch. */
export const watchBindings: readonly RouteBinding[] = [
  bind(routes.listReaches, async ask => {
    const items = await ask.read(listReaches)
    return ok({ items, unseen: items.filter(({ seenAt }) => seenAt === null).length })
  }),

  bind(routes.seeReach, ask => {
    const { id } = ask.params
    const { by, at } = officerOf(ask)
    return ask.act({ action: 'partners.seeReach', subject: id }, async tx => {
      const words = cleanText(ask.body.words, { max: 300 })
      if (!words.ok) return words
      const done = await saveSeen(tx, id, { by, at: at.instant.toString(), words: words.value })
      return done ? ok(undefined) : refuse('reachMissing')
    })
  }),

  bind(routes.readLog, ask => {
    const { agencyId, day } = ask.query
    return ask.read(async tx =>
      ok({
        log: await readDay(tx, agencyId, day, ask.services.keyring),
        reconciled: await listReconciliations(tx, agencyId, day),
      }),
    )
  }),
]
