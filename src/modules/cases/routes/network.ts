import { actorLabel } from '#kernel/actor'
import { cleanText } from '#kernel/chinese-text'
import { ok } from '#kernel/refusal'
import { bind, type RouteBinding } from '#platform/module'
import { networkRoutes as routes } from '../contract/network.ts'
import { readNetwork } from '../queries/network.ts'
import { sanctionPolicy } from '../sanction-policy.ts'
import { insertNetworkFacts, lockSums } from '../store/sanctions.ts'

/** 网络案件 */
export const networkBindings: readonly RouteBinding[] = [
  bind(routes.network, ({ params, read, at }) => read(tx => readNetwork(tx, params.no, sanctionPolicy(at.today)))),

  bind(routes.saveNetwork, ask =>
    ask.act({ action: 'cases.saveNetwork', subject: ask.params.no }, async tx => {
      const { no } = ask.params
      await lockSums(tx, no)
      const seen = await readNetwork(tx, no, sanctionPolicy(ask.at.today))
      if (!seen.ok) return seen
      const evidence = cleanText(ask.body.evidence, { max: 300 })
      if (!evidence.ok) return evidence
      const how = { by: actorLabel(ask.actor), at: ask.at.instant.toString() }
      await insertNetworkFacts(tx, no, { ...ask.body, evidence: evidence.value }, how)
      const now = await readNetwork(tx, no, sanctionPolicy(ask.at.today))
      return now.ok ? ok(now.value) : now
    }),
  ),
]
