import { actorLabel } from '#kernel/actor'
import { ok } from '#kernel/refusal'
import { bind, type RouteBinding } from '#platform/module'
import { noteTold } from '../actions/note-told.ts'
import { messageRoutes as routes } from '../contract/messages.ts'
import { listMessagesOf, listUnreached } from '../queries/messages.ts'

/** 短信和回执: what was sent to a shop, and what reached nobody. */
export const messageBindings: readonly RouteBinding[] = [
  bind(routes.messagesOfShop, async ask =>
    ok({ items: await ask.read(tx => listMessagesOf(tx, ask.params.licenceNo)) }),
  ),

  bind(routes.unreached, async ask => ok({ items: await ask.read(listUnreached) })),

  bind(routes.noteTold, ask => {
    const told = { how: ask.body.how, by: actorLabel(ask.actor), at: ask.at.instant.toString() }
    return ask.act({ action: 'access.noteTold', subject: ask.params.id }, async tx => {
      const items = await noteTold(tx, ask.params.id, told)
      return items.ok ? ok({ items: items.value }) : items
    })
  }),
]
