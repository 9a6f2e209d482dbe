import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openPackage } from '#modules/partners'
import { deliver, notifySystems } from '../../modules/partners/actions/notify.ts'
import { openPartnerHouse, type PartnerHouse } from '../../modules/partners/testing/partner-house.ts'
import { httpPartnerNotice } from './adapter.ts'
import { type PartnerSystem, startPartnerSystem } from './simulator.ts'

/** As patient as in the house; only where the other side never answers is the wait cut short. */
const notify = httpPartnerNotice()
const impatient = httpPartnerNotice(200)
let house: PartnerHouse
let system: PartnerSystem
let keyId: string
let itemNo: string
beforeAll(async () => {
  house = await openPartnerHouse({ notify })
  const { call, police, agree, give } = house
  const door: Parameters<typeof startPartnerSystem>[0] = async ({ method, path, headers, body }) => {
    const reply = await house.house.app.inject({
      method,
      url: path,
      headers,
      ...(body === undefined ? {} : { payload: body }),
    })
    return { status: reply.statusCode, body: reply.body === '' ? undefined : reply.json() }
  }
  system = await startPartnerSystem(door, () => house.house.clock.now().instant)
  const asked = {
    agencyId: police.agencyId,
    name: '经侦线索平台',
    publicKey: system.keys.publicKey,
    webhookUrl: system.url,
  }
  keyId = (await call('system', 'POST', '/api/access/agency-keys', asked)).json().id
  system.enrol({ keyId, bureauKey: house.house.services.keyring.ledger.publicKey })
  expect((await system.ask('GET', '/api/partner/v1/items')).status).toBe(401)
  expect((await call('security', 'POST', `/api/access/agency-keys/${keyId}/confirmation`)).statusCode).toBe(204)
  itemNo = await give(await agree(police), police.contactId, { kind: 'assist' })
})
afterAll(async () => {
  await system.stop()
  await house.close()
})
beforeEach(() => system.behave('normal'))

const refusalOf = (answer: { body: unknown }) => (answer.body as { code: string }).code
const path = () => `/api/partner/v1/items/${itemNo}`

describe('a partner’s system', () => {
  it('sees and answers by its key what its people see, and both logs are the same', async () => {
    const { values, version } = await system.fetchItem(itemNo)
    expect(values).toEqual({ words: '请协助核查这辆车的登记情况。', plate: '粤J·模12' })
    const received = await system.ask('POST', `${path()}/steps`, { event: 'receive', version, words: '' })
    expect(received.body).toMatchObject({ state: 'received' })
    const day = house.house.clock.now().today.toString()
    const told = await system.ask('POST', '/api/partner/v1/reconciliations', { day, lines: system.log() })
    expect(told.body).toMatchObject({ ours: 1, theirs: 1, differences: [] })
  })

  it('is nobody when a header was altered, late when its clock is, and heard once', async () => {
    for (const name of ['key', 'time', 'nonce', 'signature']) {
      const spoil = (headers: Record<string, string>) => {
        const told = headers[`x-yzt-partner-${name}`] ?? ''
        headers[`x-yzt-partner-${name}`] =
          name === 'time'
            ? told.replace(/\d{3}Z$/u, '000Z').replace('.000Z', '.001Z')
            : told.replace(/.$/u, last => (last === '0' ? '1' : '0'))
      }
      expect(refusalOf(await system.ask('GET', path(), undefined, spoil)), name).toBe('partnerSignatureWrong')
    }
    let kept: Record<string, string> = {}
    await system.ask('GET', path(), undefined, headers => {
      kept = { ...headers }
    })
    const again = await system.ask('GET', path(), undefined, headers => Object.assign(headers, kept))
    expect([again.status, refusalOf(again)]).toEqual([401, 'partnerReplayed'])
    house.house.clock.advance({ seconds: 301 })
    expect(refusalOf(await system.ask('GET', path(), undefined, headers => Object.assign(headers, kept)))).toBe(
      'partnerTimeWrong',
    )
  })

  it('is told that something changed, again and again until it is given up, and once more by a person', async () => {
    const { all, police, call, house: inner } = house
    const { services, clock } = inner
    const tell = () => all(tx => notifySystems(tx, { agencyId: police.agencyId, itemNo, event: 'given' }, clock.now()))
    const listed = async () => (await call('analyst', 'GET', '/api/partners/deliveries')).json().items
    const run = (id: string, by = notify) =>
      deliver(services.database, id, { notify: by, keyring: services.keyring, at: clock.now() })
    await tell()
    const [first] = await listed()
    await run(first.id)
    expect(system.notices()).toEqual([first.id])
    await tell()
    const waiting = (await listed()).find((one: { state: string }) => one.state === 'waiting')
    for (const mode of ['down', 'slow', 'lying', 'down', 'down', 'down', 'down'] as const) {
      system.behave(mode)
      await expect(run(waiting.id, mode === 'slow' ? impatient : notify)).rejects.toThrow('did not take')
    }
    await run(waiting.id)
    expect((await listed())[0]).toMatchObject({ id: waiting.id, state: 'dead', tries: 8, error: '连不上对方' })
    system.behave('normal')
    expect((await call('analyst', 'POST', `/api/partners/deliveries/${waiting.id}/resending`)).statusCode).toBe(204)
    await run(waiting.id)
    expect(system.notices()).toHaveLength(2)
  })

  it('takes a package that only it can open, and its receipt is verified', async () => {
    const { call, police } = house
    const pack = () => call('analyst', 'POST', `/api/partners/items/${itemNo}/packages`)
    expect((await pack()).json().code).toBe('agencyNoKey')
    const key = { publicKey: system.keys.publicKey }
    expect((await call('head', 'POST', `/api/partners/agencies/${police.agencyId}/key`, key)).statusCode).toBe(204)
    const made = (await pack()).json()
    expect(made.number).toMatch(/^恩烟协查〔2026〕第1号$/u)
    const forged = JSON.stringify({
      format: 'yzt-receipt/1',
      packageId: made.id,
      digest: made.digest,
      receivedAt: '2026-11-26T00:00:00Z',
      by: '他人',
      signature: '3006020101020101',
    })
    expect(
      (await call('analyst', 'POST', `/api/partners/packages/${made.id}/receipt`, { receipt: forged })).json().code,
    ).toBe('packageReceiptWrong')
    const text = await system.takePackage(itemNo)
    const senderKey = house.house.services.keyring.ledger.publicKey
    const opened = openPackage(text, { senderKey, privateKey: system.keys.privateKey })
    expect(opened.ok && opened.value.map(({ name }) => name)).toEqual(['协助调查函.pdf', '内容.json'])
    const { packages } = (await call('analyst', 'GET', `/api/partners/items/${itemNo}`)).json()
    expect(packages[0].receiptAt).not.toBeNull()
  })

  it('is out at the next request when its key is revoked', async () => {
    expect((await system.ask('GET', path())).status).toBe(200)
    expect((await house.call('security', 'POST', `/api/access/agency-keys/${keyId}/revocation`)).statusCode).toBe(204)
    expect(refusalOf(await system.ask('GET', path()))).toBe('partnerSignatureWrong')
  })
})
