import { actorLabel } from '#kernel/actor'
import { cleanText } from '#kernel/chinese-text'
import { ok, refuse } from '#kernel/refusal'
import { leaveUnnamed } from '#modules/intelligence'
import { bind, type RouteBinding } from '#platform/module'
import { networkRoutes as routes } from '../contract/network.ts'
import { readNetwork } from '../queries/network.ts'
import { proposeNetwork } from '../queries/network-proposal.ts'
import { sanctionPolicy } from '../sanction-policy.ts'
import { insertNetworkFacts, lockSums } from '../store/sanctions.ts'

/** 网络案件 */
export const networkBindings: readonly RouteBinding[] = [
  bind(routes.network, ({ params, read, at }) => read(tx => readNetwork(tx, params.no, sanctionPolicy(at.today)))),

  // 谁看过: it reads the graph, as a look at this case and no other matter.
  bind(routes.proposeNetwork, ask =>
    ask.act({ action: 'cases.readNetworkProposal', subject: ask.params.no }, async tx => {
      const proposal = await proposeNetwork(tx, ask.params.no)
      return proposal ? ok(proposal) : refuse('caseUnknown')
    }),
  ),

  bind(routes.saveNetwork, ask =>
    ask.act({ action: 'cases.saveNetwork', subject: ask.params.no }, async tx => {
      const { no } = ask.params
      await lockSums(tx, no)
      const unnamed = await leaveUnnamed(tx, no, [ask.body.evidence], ask.services.keyring)
      if (!unnamed.ok) return unnamed
      const evidence = cleanText(ask.body.evidence, { max: 300 })
      if (!evidence.ok) return evidence
      const facts = { ...ask.body, evidence: evidence.value }
      const seen = await readNetwork(tx, no, sanctionPolicy(ask.at.today), facts)
      if (!seen.ok) return seen
      const { name, policyVersion } = seen.value
      const how = { by: actorLabel(ask.actor), at: ask.at.instant.toString() }
      await insertNetworkFacts(tx, no, { ...facts, name, policyVersion }, how)
      return seen
    }),
  ),
]
