import { caseGroup } from '#modules/intelligence'
import type { Tx } from '#platform/database'
import type { NetworkProposal } from '../contract/network.ts'
import { knownSums } from './sums.ts'

/** 按关系图提出 (reference §8.6): the cases that share something with this one, each with what, and what they amount to. An officer says which count. */
export async function proposeNetwork(tx: Tx, caseNo: string): Promise<NetworkProposal | undefined> {
  const own = await knownSums(tx, caseNo)
  if (own === undefined) return undefined
  const { linked, layers, provinces, cut } = await caseGroup(tx, caseNo)
  const cases: NetworkProposal['cases'] = []
  for (const { caseNo: no, via } of linked) {
    const known = await knownSums(tx, no)
    cases.push({
      ...{ caseNo: no, via: via.join(' → '), about: known?.about.about ?? null },
      ...{ area: known?.about.areaCode.slice(0, 6) ?? null },
      ...{ value: known?.facts.business ?? 0, sticks: known?.facts.sticks ?? 0 },
    })
  }
  const { business: value, sticks } = own.facts
  return {
    own: { value, sticks, area: own.about.areaCode.slice(0, 6) },
    ...{ cases, layers, provinces: [...provinces], cut },
  }
}
