import { randomUUID } from 'node:crypto'
import { createStaff } from '../../access/index.ts'
import { signInAs } from '../../access/testing/people.ts'
import { openStaffedCounty } from '../../registry/testing/staffed-county.ts'
import { decideAgreement, proposeAgreement } from '../actions/agreements.ts'
import { createPartners, insertAgency, insertContact } from '../index.ts'
import type { AgencyKind } from '../rules/agencies.ts'
import { insertItem, takeNumber } from '../store/items.ts'

const password = '模拟数据的口令，一二三四'

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
  const police = await bringIn('market', '模拟市监所', '440785103')
  const post = await bringIn('post', '模拟邮政管理局', '440785')
  const court = await bringIn('court', '模拟法院', '440785')
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

  async function bringIn(kind: AgencyKind, name: string, area: string) {
    const { house, all } = county
    const [id, contactId] = [randomUUID(), randomUUID()]
    const by = `staff:${county.people.head.staffId}`
    const at = house.clock.now()
    const { keyring } = house.services
    const account = `${kind}1`
    const made = await all(async tx => {
      await insertAgency(tx, { id, kind, name, areas: [area], publicKey: null, by, at: at.instant })
      const asked = {
        account,
        name: `模拟${account}`,
        roles: ['partner'] as const,
        agencyId: id,
        areas: [area],
        password,
      }
      const created = await createStaff(tx, asked, { at, keyring })
      if (!created.ok) throw new Error(created.refusal)
      await insertContact(tx, {
        ...{
          id: contactId,
          agencyId: id,
          name: `模拟联系人${account}`,
          duty: '股长',
          phoneSealed: keyring.sealField('13800000000'),
        },
        ...{ phoneMasked: '***0000', accountId: created.value.staffId, by, at: at.instant },
      })
      return created.value
    })
    return { id, contactId, cookie: await signInAs(house, account, made.totpSecret) }
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
