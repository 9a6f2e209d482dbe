import { ok } from '#kernel/refusal'
import { bind, type RouteBinding } from '#platform/module'
import { tellTip } from '../actions/tell-tip.ts'
import { tipRoutes as routes } from '../contract/tips.ts'
import { listTips } from '../store/tips.ts'
import { partnerOf } from './actors.ts'

/** 报送线索 */
export const tipBindings: readonly RouteBinding[] = [
  bind(routes.tell, ask => {
    const { agencyId, by } = partnerOf(ask)
    const teller = { agencyId, by, at: ask.at, keyring: ask.services.keyring }
    return ask.act({ action: 'partner.tellTip', subject: agencyId }, tx => tellTip(tx, ask.body, teller))
  }),

  bind(routes.listTips, ask =>
    ask.read(async tx => {
      const { openField } = ask.services.keyring
      const items = await listTips(tx, partnerOf(ask).agencyId)
      return ok({
        items: items.map(({ no, ref, matter, textSealed, at, clueNo, outcome, answerSealed, answeredAt }) => ({
          ...{ no, ref, matter, at, clueNo, outcome, answeredAt, text: openField(textSealed) },
          answer: answerSealed === null ? '' : openField(answerSealed),
        })),
      })
    }),
  ),

  bind(routes.listTold, ask =>
    ask.read(async tx => {
      const items = await listTips(tx, null)
      return ok({
        items: items.map(({ no, agency, ref, matter, at, clueNo, outcome, answeredAt }) => ({
          ...{ no, agency, ref, matter, at, clueNo, outcome, answeredAt },
        })),
      })
    }),
  ),
]
