import { randomUUID } from 'node:crypto'
import { openStaffedCounty } from '../../registry/testing/staffed-county.ts'
import { decideAgreement, proposeAgreement } from '../actions/agreements.ts'
import { createPartners } from '../index.ts'
import { insertItem, takeNumber } from '../store/items.ts'
import { bringInAgency } from './bring-in.ts'

/** A county with three agencies, one of a town, each with a named contact who signs in; planners, others, and a colleague of one town. */
export async function openCooperationHouse() {
  const county = await openStaffedCounty({
    module: createPartners({ notify: async () => ({ kind: 'accepted' }) }),
    at: '/api/partners',
    people: {
      planner: ['planner1', ['inspector']],
      head: ['head1', ['head']],
      other: ['other1', ['inspector', 'analyst']],
      otherHead: ['head2', ['head']],
      town: ['town1', ['inspector'], ['440785103']],
      window: ['window1', ['window']],
    },
  })
  const by = `staff:${county.people.head.staffId}`
  const police = await bringInAgency(county.house, { kind: 'market', name: '模拟市监所', area: '440785103', by })
  const post = await bringInAgency(county.house, { kind: 'post', name: '模拟邮政管理局', by })
  const court = await bringInAgency(county.house, { kind: 'court', name: '模拟法院', by })
  return { ...county, market: police, post, court, asPartner, release }

  /** One of our matters released to an agency, its number a field of the release; gives the agreement. */
  async function release(to: { id: string; contactId: string }, aboutNo: string) {
    const { house, all, people } = county
    const at = house.clock.now()
    const now = at.instant
    const head = { by: `staff:${people.head.staffId}`, at }
    return all(async tx => {
      const asked = { agencyId: to.id, contactId: to.contactId, purpose: '案件协查和信息通报', secondHand: false }
      const scope = { items: ['case', 'clue'], fields: ['number', 'about'], monthlyQuota: 9, dailyReads: 9 } as const
      const days = { from: `${now}`, until: `${now.add({ hours: 24 })}` }
      const made = await proposeAgreement(tx, { ...asked, ...scope, ...days }, { ...head, by: 'staff:other' })
      if (!made.ok) throw new Error(made.refusal)
      await decideAgreement(tx, { no: made.value, word: 'agreed' }, head)
      await insertItem(tx, {
        ...{
          no: await takeNumber(tx, 'XZ', at.today.year),
          kind: 'case',
          agreementNo: made.value,
          aboutNo,
          state: 'given',
        },
        ...{ agencyId: to.id, contactId: to.contactId, areaCode: '440785', fields: scope.fields },
        valuesSealed: house.services.keyring.sealField(JSON.stringify({ number: aboutNo, about: '运输卷烟' })),
        ...{
          proposedBy: head.by,
          proposedAt: `${now}`,
          givenAt: `${now}`,
          receiveDueAt: `${now}`,
          answerDueAt: `${now}`,
        },
      })
      return made.value
    })
  }

  function asPartner(
    one: { cookie: string },
    method: 'GET' | 'POST',
    url: string,
    payload?: object,
    key: string = randomUUID(),
  ) {
    const headers = { cookie: one.cookie, 'idempotency-key': key }
    return county.house.app.inject({ method, url: `/api/partners${url}`, headers, ...(payload ? { payload } : {}) })
  }
}
export type CooperationHouse = Awaited<ReturnType<typeof openCooperationHouse>>
