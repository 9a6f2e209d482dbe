import { ok, type Result, refuse } from '#kernel/refusal'
import { markStream } from '#platform/mark-stream'
import { bind, type RouteBinding } from '#platform/module'
import { readDay, reconcileDay } from '../actions/day-log.ts'
import { openItem, readItem } from '../actions/read-item.ts'
import { stepItem } from '../actions/step-item.ts'
import type { TheirItem } from '../contract/shapes.ts'
import { partnerRoutes as routes } from '../contract/theirs.ts'
import { findAgency } from '../queries/agencies.ts'
import { listAgreements } from '../queries/agreements.ts'
import { itemMark, listItems } from '../queries/items.ts'
import { listPackages } from '../queries/packages.ts'
import { theirLines, theirRow } from '../queries/views.ts'
import { stepsOf } from '../rules/item/moves.ts'
import { partnerOf } from './actors.ts'
import { watched } from './watched.ts'

/** 协作单位的门. Row security shows a partner its own agency; the rules are asked anew at each call. */
export const partnerBindings: readonly RouteBinding[] = [
  bind(routes.list, ask =>
    ask.read(async tx => {
      const { agencyId, accountId } = partnerOf(ask)
      const agency = await findAgency(tx, agencyId)
      if (!agency) return refuse('agencyMissing')
      const agreements = await listAgreements(tx)
      const now = ask.at.instant
      const items = await listItems(tx)
      return ok({
        agency: agency.name,
        bureauKey: ask.services.keyring.ledger.publicKey,
        items: items.map(item => theirRow(item, { now, accountId, agreements })),
      })
    }),
  ),

  bind(routes.stream, async ({ read, http }) => {
    http.reply.type('text/event-stream; charset=utf-8')
    return ok(markStream(() => read(itemMark)))
  }),

  bind(routes.read, async ask => {
    const { no } = ask.params
    const { accountId, ...reader } = partnerOf(ask)
    const { keyring } = ask.services
    const fields = ask.query.fields === undefined ? {} : { fields: ask.query.fields.split(',') }
    const seen = await ask.act({ action: 'partner.readItem', subject: no }, async (tx): Promise<Result<TheirItem>> => {
      const read = await readItem(tx, { no, ...fields }, reader, { at: ask.at, keyring })
      if (!read.ok) return read
      const { item, agreement, values, fetch } = read.value
      const [latest] = await listPackages(tx, no)
      const agreements = await listAgreements(tx)
      return ok({
        item: theirRow(item, { now: ask.at.instant, accountId, agreements }),
        version: item.version,
        purpose: agreement.purpose,
        agreementNo: agreement.id,
        until: agreement.until,
        values: { ...values },
        events: await theirLines(tx, no, keyring),
        steps: [...stepsOf(item.state, 'theirs')],
        package: latest ?? null,
        fetch,
      })
    })
    return watched(ask, no, seen)
  }),

  bind(routes.step, async ask => {
    const { no } = ask.params
    const { by, agencyId } = partnerOf(ask)
    const around = { at: ask.at, keyring: ask.services.keyring }
    const done = await ask.act({ action: `partner.${ask.body.event}`, subject: no }, async tx => {
      const open = await openItem(tx, no, { agencyId }, around)
      return open.ok ? stepItem(tx, { no, ...ask.body, by, side: 'theirs' }, around) : open
    })
    return watched(ask, no, done)
  }),

  bind(routes.log, ask =>
    ask.read(async tx => ok(await readDay(tx, partnerOf(ask).agencyId, ask.query.day, ask.services.keyring))),
  ),

  bind(routes.reconcile, ask => {
    const { agencyId, by } = partnerOf(ask)
    const { day, lines } = ask.body
    return ask.act({ action: 'partner.reconcile', subject: day }, async tx => {
      const result = await reconcileDay(tx, { agencyId, day, lines }, { by, at: ask.at })
      return ok({ agencyId, day, at: ask.at.instant.toString(), by, ...result, differences: [...result.differences] })
    })
  }),
]
