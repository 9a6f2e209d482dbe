import { randomUUID } from 'node:crypto'
import { intelligenceSettingOn, takeClue } from '#modules/intelligence'
import type { Tx } from '#platform/database'
import { openAccessHouse } from '../../access/testing/house.ts'
import { hire, signInAs } from '../../access/testing/people.ts'
import { takeAreas } from '../../registry/testing/small-county.ts'
import { addAgency, addContact } from '../actions/agencies.ts'
import type { Given } from '../contract/ours.ts'
import { createPartners } from '../index.ts'
import type { PartnerPorts } from '../ports.ts'

const silent: PartnerPorts = { notify: async () => ({ kind: 'unavailable', why: '没有接通' }) }
export type Who = 'system' | 'security' | 'analyst' | 'head' | 'head2' | 'inspector' | 'police' | 'market'

/** A county with two agencies, a named contact with an account in each, and those of us who work with them, all signed in. */
export async function openPartnerHouse(ports: PartnerPorts = silent) {
  const house = await openAccessHouse([createPartners(ports)])
  const { keyring } = house.services
  const all = <T>(work: (tx: Tx) => Promise<T>) => house.services.database.within({ areas: 'all' }, work)
  await all(tx => takeAreas(tx))
  const who = { by: 'staff:test', at: house.clock.now(), keyring }
  const secrets = new Map<string, string>()
  const agency = async (kind: 'economicPolice' | 'market', name: string, account: string) => {
    const made = await all(tx => addAgency(tx, { kind, name, areas: ['440785'], publicKey: null }, who))
    if (!made.ok) throw new Error(made.refusal)
    const agencyId = made.value
    const { staffId, totpSecret } = await hire(house, account, ['partner'], ['440785'], agencyId)
    const asked = { agencyId, name: `模拟${account}`, duty: '大队长', phone: '13800138000', accountId: staffId }
    const contact = await all(tx => addContact(tx, asked, who))
    if (!contact.ok) throw new Error(contact.refusal)
    secrets.set(account, totpSecret)
    return { agencyId, contactId: contact.value, accountId: staffId }
  }
  const police = await agency('economicPolice', '模拟公安经侦大队', 'police1')
  const market = await agency('market', '模拟市场监管局', 'market1')
  const accounts: Readonly<Record<Who, string>> = {
    ...{
      system: 'system1',
      security: 'security1',
      analyst: 'analyst1',
      head: 'head1',
      head2: 'head2',
      inspector: 'inspector1',
      police: 'police1',
      market: 'market1',
    },
  }
  for (const [account, role] of [
    ['system1', 'systemAdmin'],
    ['security1', 'securityAdmin'],
    ['analyst1', 'analyst'],
    ['head1', 'head'],
    ['head2', 'head'],
    ['inspector1', 'inspector'],
  ] as const)
    secrets.set(account, (await hire(house, account, [role])).totpSecret)
  const cookies = {} as Record<Who, string>
  const everybodyIn = async () => {
    for (const [who, account] of Object.entries(accounts) as [Who, string][])
      cookies[who] = await signInAs(house, account, secrets.get(account) ?? '')
  }
  await everybodyIn()
  /** Their sessions ended over night. */
  const nextDay = async () => {
    house.clock.advance({ hours: 24 })
    await everybodyIn()
  }
  const call = (by: Who, method: 'GET' | 'POST', url: string, payload?: object, key: string = randomUUID()) =>
    house.app.inject({
      method,
      url,
      headers: { cookie: cookies[by], 'idempotency-key': key },
      ...(payload === undefined ? {} : { payload }),
    })
  /** An agreement that two people signed, from now on for so many days. */
  const agree = async (to: { agencyId: string; contactId: string }, change: object = {}) => {
    const now = house.clock.now().instant
    const body = {
      ...{
        agencyId: to.agencyId,
        contactId: to.contactId,
        purpose: '涉烟违法犯罪线索核查',
        items: ['clue', 'facts', 'assist'],
      },
      ...{ fields: ['words', 'number', 'about', 'plate'], monthlyQuota: 20, dailyReads: 50, secondHand: false },
      ...{ from: `${now}`, until: `${now.add({ hours: 24 * 30 })}` },
      ...change,
    }
    const proposed = await call('analyst', 'POST', '/api/partners/agreements', body)
    if (proposed.statusCode !== 200) throw new Error(proposed.body)
    const { no } = proposed.json()
    const agreed = await call('head', 'POST', `/api/partners/agreements/${no}/decision`, { word: 'agreed' })
    if (agreed.statusCode !== 204) throw new Error(agreed.body)
    return no as string
  }
  const given = (agreementNo: string, contactId: string, change: Partial<Given> = {}): Given => ({
    ...{ kind: 'facts', contactId, agreementNo, aboutNo: null, fields: ['words', 'plate'] },
    typed: { words: '请协助核查这辆车的登记情况。', plate: '粤J·模12' },
    ...change,
  })
  const give = async (agreementNo: string, contactId: string, change: Partial<Given> = {}) => {
    const reply = await call('analyst', 'POST', '/api/partners/items', given(agreementNo, contactId, change))
    if (reply.statusCode !== 200) throw new Error(reply.body)
    return reply.json().no as string
  }
  const clue = async () => {
    const at = house.clock.now()
    const certain = [{ kind: 'plate' as const, value: '粤JA12345' }]
    const told = {
      source: 'model',
      matter: 'transport',
      areaCode: '440785001',
      text: '某车夜间从海边往返，线索人张三13800138111',
      certain,
    } as const
    const taken = await all(tx =>
      takeClue(
        tx,
        { ...told, sourceRef: randomUUID(), by: 'system:model', at },
        intelligenceSettingOn(at.today, keyring),
      ),
    )
    if (!taken.ok) throw new Error(taken.refusal)
    return taken.value
  }
  return { house, all, call, nextDay, agree, given, give, clue, police, market, close: () => house.close() }
}
export type PartnerHouse = Awaited<ReturnType<typeof openPartnerHouse>>
