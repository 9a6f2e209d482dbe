import { ok, refuse } from '#kernel/refusal'
import { type Ask, bind, type RouteBinding } from '#platform/module'
import { isSealed } from '#platform/paper-seal'
import { findSealed } from '#platform/sealed-files'
import { confirmAddress } from '../actions/confirm-address.ts'
import { takeOfficeStep } from '../actions/office-step.ts'
import { orderParcel } from '../actions/post.ts'
import { settingOf } from '../actions/setting.ts'
import { routes } from '../contract.ts'
import { renderReceipt } from '../papers/render.ts'
import type { DeliveryPorts } from '../ports.ts'
import { findPhoto, findReceipt, readItemDetail } from '../queries/item-detail.ts'
import { itemRow, listItems } from '../queries/items.ts'
import { staffName } from '../queries/options.ts'
import { codeFrom } from '../rules/hand-over-code.ts'
import { officeEvents } from '../rules/item/guards.ts'
import { deliveryFiles } from '../store/files.ts'

export const nameOfActor = (ask: Pick<Ask, 'actor' | 'read'>): Promise<string> => {
  const { actor } = ask
  return actor.kind === 'staff' ? ask.read(tx => staffName(tx, actor.staffId), { areas: 'all' }) : Promise.resolve('')
}

/** 送达件: the list, one item, the office's steps, its proof. */
export const itemRoutes = ({ postCarrier }: DeliveryPorts): readonly RouteBinding[] => [
  bind(routes.listItems, async ({ query, at, services, read }) => {
    const setting = settingOf(services, at.today)
    const view = { today: at.today, soonDays: setting.policy.soonDays, calendar: setting.calendar }
    const { items, total } = await read(tx => listItems(tx, query))
    return ok({ items: items.map(item => itemRow(item, view)), total })
  }),

  // A look at a person's file is itself on record.
  bind(routes.item, ask =>
    ask.act({ action: 'delivery.readItem', subject: ask.params.itemNo }, async tx => {
      const detail = await readItemDetail(tx, ask.params.itemNo, ask.at.today, settingOf(ask.services, ask.at.today))
      return detail ? ok(detail) : refuse('itemUnknown')
    }),
  ),

  bind(routes.takeStep, async ask => {
    const { params, body, at, services, actor } = ask
    const setting = settingOf(services, at.today)
    const known = (officeEvents as readonly string[]).includes(body.event)
    const byName = await nameOfActor(ask)
    // The carrier is asked outside the transaction; its order number makes a second try the same order.
    const post = { database: services.database, post: postCarrier, setting }
    const mail = body.event === 'sendPost' ? await orderParcel({ ...params, version: body.version }, post) : undefined
    const options = { action: `delivery.${known ? body.event : 'unknownStep'}`, subject: params.itemNo }
    return ask.act(options, async tx => {
      if (mail && !mail.ok) return mail
      const step = { ...params, ...body, ...(mail ? { mailNo: mail.value } : {}), by: actor, byName, at }
      const stepped = await takeOfficeStep(tx, step, setting)
      if (!stepped.ok) return stepped
      const detail = await readItemDetail(tx, params.itemNo, at.today, setting)
      return detail ? ok(detail) : refuse('itemUnknown')
    })
  }),

  bind(routes.confirmAddress, async ask => {
    const { params, body, at, services, actor } = ask
    const byName = await nameOfActor(ask)
    return ask.act({ action: 'delivery.confirmAddress', subject: params.itemNo }, async tx => {
      const setting = settingOf(services, at.today)
      const done = await confirmAddress(tx, { ...params, ...body, by: actor, byName, at }, setting)
      if (!done.ok) return done
      const detail = await readItemDetail(tx, params.itemNo, at.today, setting)
      return detail ? ok(detail) : refuse('itemUnknown')
    })
  }),

  bind(routes.readCode, ask =>
    ask.act({ action: 'delivery.readCode', subject: ask.params.itemNo }, async tx => {
      const detail = await readItemDetail(tx, ask.params.itemNo, ask.at.today, settingOf(ask.services, ask.at.today))
      if (!detail) return refuse('itemUnknown')
      return ok({ code: codeFrom(ask.services.keyring.blindIndex('delivery.code', ask.params.itemNo)) })
    }),
  ),

  bind(routes.photo, async ask => {
    const { keyring, config } = ask.services
    const files = await deliveryFiles(config)
    return ask.act({ action: 'delivery.readPhoto', subject: ask.params.itemNo }, async tx => {
      const photo = await findPhoto(tx, ask.params.itemNo, ask.params.id)
      if (photo === undefined) return refuse('notFound')
      if (photo.sealed !== null) return ok({ jpeg: keyring.openField(photo.sealed) })
      const file = { digest: photo.fileDigest ?? '', bytes: photo.fileBytes ?? 0 }
      const jpeg = await findSealed({ file, digest: photo.digest }, { files, keyring })
      return jpeg === undefined ? refuse('photoLost') : ok({ jpeg })
    })
  }),

  bind(routes.receipt, async ({ params, services, read }) => {
    const receipt = await read(tx => findReceipt(tx, params.id))
    if (!receipt) return refuse('notFound')
    const content = services.keyring.openField(receipt.content)
    if (!isSealed(content, receipt, services.keyring.licencePublicKeys())) return refuse('receiptAltered')
    return ok(renderReceipt(content, receipt.digest, services.config.mode))
  }),
]
