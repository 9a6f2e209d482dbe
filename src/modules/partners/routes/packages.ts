import { ok, refuse } from '#kernel/refusal'
import { bind, type RouteBinding } from '#platform/module'
import { deliverSoon } from '../actions/notify.ts'
import { packItem, takeReceipt } from '../actions/pack-item.ts'
import { openItem } from '../actions/read-item.ts'
import { itemRoutes as ours, watchRoutes as watch } from '../contract/ours.ts'
import { partnerRoutes as theirs } from '../contract/theirs.ts'
import { findPackage, listPackages } from '../queries/packages.ts'
import { listDeliveries, reviveDelivery } from '../store/deliveries.ts'
import { officerOf, partnerOf } from './actors.ts'
import { watched } from './watched.ts'

/** 移交包、回执, and the notices to the other side's systems. */
export const packageBindings: readonly RouteBinding[] = [
  bind(ours.packItem, ask => {
    const { no } = ask.params
    const { keyring, config } = ask.services
    return ask.act({ action: 'partners.packItem', subject: no }, tx =>
      packItem(tx, no, { ...officerOf(ask), keyring, mode: config.mode }),
    )
  }),

  bind(ours.readPackage, async ask => {
    const found = await ask.read(tx => findPackage(tx, ask.params.id))
    if (!found) return refuse('packageMissing')
    const value = { text: found.text, senderKey: ask.services.keyring.ledger.publicKey }
    return ask.act({ action: 'partners.readPackage', subject: found.number }, async () => ok(value))
  }),

  bind(ours.takeReceipt, ask => {
    const { id } = ask.params
    return ask.act({ action: 'partners.takeReceipt', subject: id }, tx => takeReceipt(tx, { id, ...ask.body }, ask.at))
  }),

  bind(theirs.package, async ask => {
    const { no } = ask.params
    const around = { at: ask.at, keyring: ask.services.keyring }
    const senderKey = ask.services.keyring.ledger.publicKey
    const found = await ask.act({ action: 'partner.readPackage', subject: no }, async tx => {
      const open = await openItem(tx, no, partnerOf(ask), around)
      if (!open.ok) return open
      const [latest] = await listPackages(tx, no)
      const pack = latest && (await findPackage(tx, latest.id))
      return pack ? ok({ id: pack.id, text: pack.text, senderKey }) : refuse('packageMissing')
    })
    return watched(ask, no, found)
  }),

  bind(theirs.receipt, async ask => {
    const { no } = ask.params
    const around = { at: ask.at, keyring: ask.services.keyring }
    const taken = await ask.act({ action: 'partner.receipt', subject: no }, async tx => {
      const open = await openItem(tx, no, partnerOf(ask), around)
      if (!open.ok) return open
      const packs = await listPackages(tx, no)
      // A receipt names its package; one made meanwhile does not make it a wrong one.
      const named = packs.find(({ id }) => ask.body.receipt.includes(id)) ?? packs[0]
      if (!named) return refuse('packageMissing')
      const done = await takeReceipt(tx, { id: named.id, ...ask.body }, ask.at)
      return done.ok ? ok(undefined) : done
    })
    return watched(ask, no, taken)
  }),

  bind(watch.listDeliveries, async ask => ok({ items: await ask.read(listDeliveries) })),

  bind(watch.resend, ask => {
    const { id } = ask.params
    return ask.act({ action: 'partners.resend', subject: id }, async tx => {
      if (!(await reviveDelivery(tx, id))) return refuse('deliveryMissing')
      await deliverSoon(tx, id, ask.at)
      return ok(undefined)
    })
  }),
]
