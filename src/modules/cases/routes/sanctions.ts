import { actorLabel } from '#kernel/actor'
import { ok } from '#kernel/refusal'
import { chinaCalendar } from '#platform/calendar'
import type { Tx } from '#platform/database'
import { type Ask, bind, type RouteBinding } from '#platform/module'
import { approvePrices } from '../actions/goods/approve-prices.ts'
import { importPriceList } from '../actions/goods/import-prices.ts'
import { saveAmounts } from '../actions/goods/save-amounts.ts'
import { approveDeviation, proposeFineOf } from '../actions/goods/weigh-fine.ts'
import { unnamedInCase } from '../actions/unnamed.ts'
import { sanctionRoutes as routes } from '../contract/sanctions.ts'
import { listPriceLists } from '../queries/prices.ts'
import { readSums } from '../queries/sums.ts'
import { readStanding, readWeighing } from '../queries/weighing.ts'
import { sanctionPolicy } from '../sanction-policy.ts'

const sumsOf = (tx: Tx, caseNo: string, { at }: Pick<Ask, 'at'>) =>
  readSums(tx, caseNo, at, { policy: sanctionPolicy(at.today), calendar: chinaCalendar })
const howOf = ({ at, actor }: Pick<Ask, 'at' | 'actor'>) => ({ by: actorLabel(actor), at: at.instant.toString() })

/** 案由、金额、裁量、追诉标准 */
export const sanctionBindings: readonly RouteBinding[] = [
  bind(routes.priceLists, async ask => ok({ items: await ask.read(tx => listPriceLists(tx, howOf(ask).by)) })),
  bind(routes.importPriceList, ask =>
    ask.act({ action: 'cases.importPriceList', subject: ask.body.version }, async tx => {
      const taken = await importPriceList(tx, ask.body, howOf(ask))
      return taken.ok ? ok({ items: await listPriceLists(tx, howOf(ask).by) }) : taken
    }),
  ),
  bind(routes.approvePriceList, ask =>
    ask.act({ action: 'cases.approvePriceList', subject: ask.params.version }, async tx => {
      const approved = await approvePrices(tx, ask.params.version, howOf(ask))
      return approved.ok ? ok({ items: await listPriceLists(tx, howOf(ask).by) }) : approved
    }),
  ),

  bind(routes.caseSums, ask => ask.read(tx => sumsOf(tx, ask.params.caseNo, ask))),
  bind(routes.saveAmounts, ask => {
    const { caseNo } = ask.params
    return ask.act({ action: 'cases.saveAmounts', subject: caseNo }, async tx => {
      const saved = await unnamedInCase(tx, caseNo, [ask.body.evidence], ask.services.keyring, () =>
        saveAmounts(tx, caseNo, ask.body, howOf(ask)),
      )
      return saved.ok ? sumsOf(tx, caseNo, ask) : saved
    })
  }),

  bind(routes.weighing, ask =>
    ask.read(tx => readWeighing(tx, { ...ask.params, ...ask.body }, sanctionPolicy(ask.at.today))),
  ),
  bind(routes.proposeFine, ask => {
    const { params, body, at } = ask
    const asked = { ...params, ...body }
    const policy = sanctionPolicy(at.today)
    return ask.act({ action: 'cases.proposeFine', subject: params.caseNo, reason: body.reason }, async tx => {
      const proposed = await unnamedInCase(tx, params.caseNo, [body.reason], ask.services.keyring, () =>
        proposeFineOf(tx, asked, howOf(ask), policy),
      )
      return proposed.ok ? readWeighing(tx, asked, policy) : proposed
    })
  }),
  bind(routes.approveDeviation, ask => {
    const { params, at } = ask
    return ask.act({ action: 'cases.approveDeviation', subject: params.caseNo, details: { n: params.n } }, async tx => {
      const approved = await approveDeviation(tx, params, howOf(ask))
      return approved.ok ? readStanding(tx, params.caseNo, sanctionPolicy(at.today)) : approved
    })
  }),
]
