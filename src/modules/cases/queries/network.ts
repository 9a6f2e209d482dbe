import { sql } from 'kysely'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import type { NetworkFactsBody, NetworkView } from '../contract/network.ts'
import type { SanctionPolicy } from '../rules/sanction-policy.ts'
import {
  classifyNetwork,
  type NetworkFacts,
  type NetworkField,
  networkFields,
} from '../rules/thresholds/network-case.ts'
import { knownSums } from './sums.ts'

async function findNetworkFacts(tx: Tx, caseNo: string): Promise<NetworkFactsBody | undefined> {
  const { rows } =
    await sql<NetworkFactsBody>`select links, layers, areas, provinces, arrested, sentenced, value::float8 as value,
      sticks::float8 as sticks, evidence
    from cases.network_fact where case_no = ${caseNo} order by n desc limit 1`.execute(tx)
  return rows[0]
}

/** 分级 with every reason: the sums of this case from its ledger, or those of the group where more was established; `entered` is judged before it is kept. */
export async function readNetwork(
  tx: Tx,
  caseNo: string,
  policy: SanctionPolicy,
  entered?: NetworkFactsBody,
): Promise<Result<NetworkView>> {
  const known = await knownSums(tx, caseNo)
  if (known === undefined) return refuse('caseUnknown')
  const said = entered ?? (await findNetworkFacts(tx, caseNo))
  const own = { value: Math.floor(known.facts.business / 100), sticks: known.facts.sticks }
  const facts: NetworkFacts = {
    value: Math.max(own.value, Math.floor((said?.value ?? 0) / 100)),
    sticks: Math.max(own.sticks, said?.sticks ?? 0),
    links: said?.links ?? 0,
    layers: said?.layers ?? 0,
    areas: said?.areas ?? 0,
    provinces: said?.provinces ?? 0,
    arrested: said?.arrested ?? 0,
    sentenced: said?.sentenced ?? 0,
  }
  const { name } = classifyNetwork(facts, policy.networkClasses)
  return ok({
    ...{ caseNo, name, own, facts: said ?? null, policyVersion: policy.version },
    classes: policy.networkClasses.map(one => {
      const conditions = (Object.entries(one.atLeast) as [NetworkField, number][]).map(([field, need]) => ({
        ...{ field, need, have: facts[field] },
        words: networkFields[field],
      }))
      return { name: one.name, reached: conditions.every(({ need, have }) => have >= need), conditions }
    }),
  })
}
