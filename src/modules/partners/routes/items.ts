import { ok, type Result, refuse } from '#kernel/refusal'
import { markStream } from '#platform/mark-stream'
import { type Ask, bind, type RouteBinding } from '#platform/module'
import { giveItem, previewItem } from '../actions/give-item.ts'
import { offerOf } from '../actions/offer.ts'
import { stepItem } from '../actions/step-item.ts'
import { itemRoutes as routes } from '../contract/ours.ts'
import type { ItemDetail } from '../contract/shapes.ts'
import { itemMark, listItems } from '../queries/items.ts'
import { itemRow, viewItem } from '../queries/views.ts'
import { officerOf } from './actors.ts'

const around = (ask: Pick<Ask, 'actor' | 'at' | 'services'>) => ({ ...officerOf(ask), keyring: ask.services.keyring })

async function read(ask: Pick<Ask, 'at' | 'services' | 'read'>, no: string): Promise<Result<ItemDetail>> {
  const found = await ask.read(tx => viewItem(tx, no, ask.at.instant, ask.services.keyring))
  return found ? ok(found) : refuse('partnerItemUnknown')
}

/** 协作事项, our side. */
export const itemBindings: readonly RouteBinding[] = [
  bind(routes.offer, async ask => {
    const { aboutNo } = ask.query
    const found = await ask.read(tx => offerOf(tx, aboutNo, ask.services.keyring))
    if (!found) return refuse('matterUnknown')
    // 谁看过: it opens a file.
    return ask.act({ action: 'partners.readMatter', subject: aboutNo }, async () => ok({ values: found.values }))
  }),

  bind(routes.preview, ask => ask.read(tx => previewItem(tx, ask.body, around(ask)))),

  bind(routes.give, ask => {
    const { kind, agreementNo, aboutNo } = ask.body
    const details = { kind, agreementNo, fields: ask.body.fields.join(' ') }
    const subject = aboutNo === null ? {} : { subject: aboutNo }
    return ask.act({ action: 'partners.give', ...subject, details }, tx => giveItem(tx, ask.body, around(ask)))
  }),

  bind(routes.listItems, async ask => {
    const items = await ask.read(tx => listItems(tx, { ...ask.query, now: `${ask.at.instant}` }))
    return ok({ items: items.map(item => itemRow(item, ask.at.instant)), total: items.length })
  }),

  bind(routes.stream, async ({ read: look, http }) => {
    http.reply.type('text/event-stream; charset=utf-8')
    return ok(markStream(() => look(itemMark)))
  }),

  bind(routes.readItem, async ask => {
    const found = await read(ask, ask.params.no)
    return found.ok ? ask.act({ action: 'partners.readItem', subject: ask.params.no }, async () => found) : found
  }),

  bind(routes.stepItem, async ask => {
    const { no } = ask.params
    const { by } = officerOf(ask)
    const done = await ask.act({ action: `partners.${ask.body.event}`, subject: no }, tx =>
      stepItem(tx, { no, ...ask.body, by, side: 'ours' }, around(ask)),
    )
    return done.ok ? read(ask, no) : done
  }),
]
