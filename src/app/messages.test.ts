import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { momentOf } from '#kernel/dates'
import type { Tx } from '#platform/database'
import { openKeyring } from '#platform/keyring'
import { createTestDatabase, type TestDatabase } from '../../test/database/harness.ts'
import { httpMessageSender } from '../gateways/sms/adapter.ts'
import { type SmsSimulator, startSmsSimulator } from '../gateways/sms/simulator.ts'
import { createStaff } from '../modules/access/actions/create-staff.ts'
import { queueMessage, readReceipts, sendMessage } from '../modules/access/actions/messages.ts'
import { noteTold } from '../modules/access/actions/note-told.ts'
import { listMessagesOf, listUnreached } from '../modules/access/queries/messages.ts'
import { cooperation, insertAgency, insertContact } from '../modules/partners/index.ts'
import { retailers, takeAreas, takeRetailers } from '../modules/registry/testing/small-county.ts'
import { remindOfRenewal, tellContact, tellOpening } from './messages.ts'

const at = momentOf(Temporal.Instant.from('2026-11-24T02:00:00Z'))
let test: TestDatabase
let simulator: SmsSimulator
let folder: string
beforeAll(async () => {
  test = await createTestDatabase()
  simulator = await startSmsSimulator()
  folder = mkdtempSync(join(tmpdir(), 'yzt-sms-'))
})
afterAll(async () => {
  await simulator.stop()
  await test.drop()
  rmSync(folder, { recursive: true, force: true })
})

const everything = { areas: 'all' } as const
const rows = () =>
  test.database.within(everything, async tx => {
    const found = await sql<{ id: string; state: string; tries: number; phoneSealed: string }>`
      select id, state, tries, phone_sealed from access.message order by queued_at, key`.execute(tx)
    return found.rows
  })

it('one fact gives one message, which is sent once through every fault and marked delivered by its receipt', async () => {
  const keyring = await openKeyring(join(folder, 'keys'), { create: true })
  const message = {
    key: 'renewal:440785100001:2027-01-15:60',
    areaCode: '440785103',
    about: '440785100001',
    kind: 'renewalReminder',
    phoneSealed: keyring.sealField('13800138000'),
    text: '【恩平烟草】请办理延续。',
  } as const
  const queue = () => test.database.within(everything, tx => queueMessage(tx, message, at))
  expect(await queue()).toBe(true)
  expect(await queue()).toBe(false)
  const [{ id, phoneSealed } = { id: '', phoneSealed: '' }] = await rows()
  expect(phoneSealed).not.toContain('138')

  const sender = httpMessageSender(simulator.url, 300)
  const send = () => sendMessage(test.database, id, { sender, keyring, at })
  for (const mode of ['down', 'answerLost', 'lying'] as const) {
    simulator.behave(mode)
    await expect(send()).rejects.toThrow(/does not answer/)
    expect((await rows())[0]?.state).toBe('queued')
  }
  simulator.behave('normal')
  await Promise.all([send(), send()])
  expect(simulator.inbox()).toEqual([{ id, phone: '13800138000', text: message.text }])
  expect(await rows()).toMatchObject([{ state: 'sent', tries: 1 }])
  expect(await readReceipts(test.database, sender, at)).toBe(1)
  expect(await readReceipts(test.database, sender, at)).toBe(0)
  expect(await rows()).toMatchObject([{ state: 'delivered' }])
})

it('a number that is refused is settled with its reason and not tried again', async () => {
  const keyring = await openKeyring(join(folder, 'keys'), { create: false })
  const message = { areaCode: '440785103', about: 'R1', kind: 'decision', text: '【恩平烟草】已经作出决定。' } as const
  const sealed = { ...message, key: 'decision:R1', phoneSealed: keyring.sealField('13900139000') }
  await test.database.within(everything, tx => queueMessage(tx, sealed, at))
  const id = (await rows()).find(row => row.state === 'queued')?.id ?? ''
  simulator.behave('barred')
  const sender = httpMessageSender(simulator.url, 300)
  await sendMessage(test.database, id, { sender, keyring, at })
  await sendMessage(test.database, id, { sender, keyring, at })
  expect((await rows()).find(row => row.id === id)).toMatchObject({ state: 'failed', tries: 1 })
})

it('an opening is told to those on duty above the desk, not to the one who agreed, and names nobody', async () => {
  const keyring = await openKeyring(join(folder, 'keys'), { create: false })
  const hire = (account: string, more: object) =>
    test.database.within(everything, async tx => {
      const asked = { account, name: '模拟', roles: ['head'], areas: ['440785'], password: 'Enping-test-2026', ...more }
      const made = await createStaff(tx, { ...asked, roles: ['head'] }, { at, keyring })
      return made.ok ? made.value.staffId : ''
    })
  const agreed = await hire('head1', { phone: '13800000001', onDuty: true })
  await hire('head2', { phone: '13800000002', onDuty: true })
  await hire('head3', { phone: '13800000003' })
  const fact = { openingId: 'o1', clueNo: 'XS-2026-000001', areaCode: '440785103', agreedBy: `staff:${agreed}` }
  const tell = (openingId: string) =>
    test.database.within(everything, tx => tellOpening(tx, { ...fact, openingId }, at))
  await tell('o1')
  await tell('o1')
  const told = async () => {
    const found = await test.database.within(everything, tx =>
      sql<{ phoneSealed: string; text: string }>`select phone_sealed, text from access.message
        where kind = 'identityOpened' order by key`.execute(tx),
    )
    return found.rows
  }
  expect((await told()).map(({ phoneSealed }) => keyring.openField(phoneSealed))).toEqual(['13800000002'])
  await test.database.within(everything, tx => sql`update access.staff set on_duty = false`.execute(tx))
  await tell('o2')
  expect((await told()).map(({ phoneSealed }) => keyring.openField(phoneSealed)).toSorted()).toEqual([
    '13800000002',
    '13800000002',
    '13800000003',
  ])
})

it('a named contact is told once for each turn that something waits, of it no word, and not any more when he was quicker', async () => {
  const keyring = await openKeyring(join(folder, 'keys'), { create: false })
  const all = <T>(work: (tx: Tx) => Promise<T>) => test.database.within(everything, work)
  const [agencyId, contactId] = [randomUUID(), randomUUID()]
  const by = { by: 'staff:test', at: at.instant }
  const task = await all(async tx => {
    await insertAgency(tx, {
      id: agencyId,
      kind: 'town',
      name: '模拟镇街',
      areas: ['440785103'],
      publicKey: null,
      ...by,
    })
    const phone = { phoneSealed: keyring.sealField('13700000009'), phoneMasked: '*******0009', accountId: null }
    await insertContact(tx, { id: contactId, agencyId, name: '模拟联系人', duty: '联络员', ...phone, ...by })
    const asked = { agencyId, contactId, staffId: null, areaCode: null, aboutRef: '', words: '核查路边摊点' }
    const given = { source: 'direct', sourceRef: null, by: 'staff:test', areaCode: '440785', at } as const
    return cooperation.giveTask(tx, { ...asked, dueOn: '2026-11-30' }, given)
  })
  const [fact] = await all(async tx => {
    const { rows: found } = await sql<{ payload: Parameters<typeof tellContact>[1] }>`
      select payload from platform.announcement where event = 'partners.contactAwaited'`.execute(tx)
    return found.map(({ payload }) => payload)
  })
  if (!task.ok || !fact) throw new Error('the task awaits nobody')
  await all(tx => tellContact(tx, fact, at))
  await all(tx => tellContact(tx, fact, at))
  const notices = () =>
    all(async tx => {
      const { rows: found } = await sql<{ id: string; state: string; text: string }>`
        select id, state, text from access.message where kind = 'contactAwaited'`.execute(tx)
      return found
    })
  const [notice, ...more] = await notices()
  expect(more).toEqual([])
  expect(notice?.text).toMatch(/^【恩平烟草】有一项协作事项等您接收。[^0-9A-Z]+$/u)
  simulator.behave('normal')
  const sender = httpMessageSender(simulator.url, 300)
  await sendMessage(test.database, notice?.id ?? '', { sender, keyring, at })
  expect(simulator.inbox()).toContainEqual({ id: notice?.id, phone: '13700000009', text: notice?.text })
  await readReceipts(test.database, sender, at)
  expect(await notices()).toMatchObject([{ state: 'delivered' }])
  const step = { id: task.value.id, event: 'receive', words: '', toldAt: at.instant.toString() } as const
  await all(tx => cooperation.takeTaskStep(tx, step, { side: { agencyId }, by: 'partner:test', at }))
  await all(tx => tellContact(tx, { ...fact, turn: 'later' }, at))
  expect(await notices()).toHaveLength(1)
})

it('a reminder that reaches nobody is told by an officer, once: without a number, refused, or lost on the way', async () => {
  const keyring = await openKeyring(join(folder, 'keys'), { create: false })
  const due = { validTo: '2027-01-15', lastTimelyDay: '2026-12-16', daysLeft: 60 }
  const all = <T>(work: (tx: Tx) => Promise<T>) => test.database.within(everything, work)
  const shop = (n: number) => `44078510550${n}`
  const lines = [0, 1, 2, 3].map(n => ({ no: shop(n), validTo: due.validTo, phone: n === 0 ? '' : `1380013800${n}` }))
  await all(async tx => {
    await takeAreas(tx)
    await takeRetailers(tx, retailers(...lines), keyring)
  })
  const sender = httpMessageSender(simulator.url, 300)
  const remind = async (n: number, mode: 'normal' | 'barred' | 'lost') => {
    simulator.behave(mode)
    // Told again by a second run of the job it is one message.
    for (const _ of [1, 2]) await all(tx => remindOfRenewal(tx, { ...due, licenceNo: shop(n) }, at))
    for (const { id, state } of await rows())
      if (state === 'queued') await sendMessage(test.database, id, { sender, keyring, at })
  }
  await remind(0, 'normal')
  await remind(1, 'barred')
  await remind(2, 'lost')
  await remind(3, 'normal')
  await readReceipts(test.database, sender, at)
  const list = () => all(listUnreached)
  expect((await list()).map(({ licenceNo, error }) => [licenceNo, error])).toEqual([
    [shop(0), 'noPhone'],
    [shop(1), '号码在免打扰名单里'],
    [shop(2), null],
  ])
  const told = { how: 'call', by: 'staff:a', at: at.instant.toString() } as const
  const [first] = await list()
  expect(await all(tx => noteTold(tx, first?.id ?? '', told))).toMatchObject({ ok: true, value: [{}, {}] })
  expect(await all(tx => noteTold(tx, first?.id ?? '', told))).toMatchObject({ refusal: 'messageReached' })
  expect(await all(tx => listMessagesOf(tx, shop(0)))).toMatchObject([{ state: 'failed', toldHow: 'call' }])
  expect(await all(tx => listMessagesOf(tx, shop(3)))).toMatchObject([{ state: 'delivered', toldHow: null }])
  // Renewed, its old reminder is nobody's work any more.
  await all(tx => sql`update registry.retailer set valid_to = '2032-01-15' where licence_no = ${shop(1)}`.execute(tx))
  expect((await list()).map(({ licenceNo }) => licenceNo)).toEqual([shop(2)])
})

it('receipts go on after the provider was restarted', async () => {
  const keyring = await openKeyring(join(folder, 'keys'), { create: false })
  await simulator.stop()
  simulator = await startSmsSimulator()
  const message = {
    key: 'decision:R9',
    areaCode: '440785103',
    about: 'R9',
    kind: 'decision',
    text: '【恩平烟草】',
  } as const
  const phoneSealed = keyring.sealField('13700137000')
  await test.database.within(everything, tx => queueMessage(tx, { ...message, phoneSealed }, at))
  const sender = httpMessageSender(simulator.url, 300)
  for (const { id, state } of await rows())
    if (state === 'queued') await sendMessage(test.database, id, { sender, keyring, at })
  expect(await readReceipts(test.database, sender, at)).toBe(1)
  expect((await rows()).filter(({ state }) => state === 'sent')).toEqual([])
})
