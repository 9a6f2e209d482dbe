import { randomUUID } from 'node:crypto'
import { createStaff } from '../../access/index.ts'
import { signInAs } from '../../access/testing/people.ts'
import { openStaffedCounty } from '../../registry/testing/staffed-county.ts'
import { createPartners, insertAgency, insertContact } from '../index.ts'
import type { AgencyKind } from '../rules/agencies.ts'

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
  return { ...county, market: police, post, court, asPartner }

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
