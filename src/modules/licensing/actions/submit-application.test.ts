import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { calendarOf } from '#kernel/working-days'
import { readLicenceToken } from '../testing/read-token.ts'
import { moment, one, openRenewalHouse, type RenewalHouse, submitBody, today } from '../testing/renewal-house.ts'
import { submitApplication } from './submit-application.ts'

let house: RenewalHouse
let serial = 0
/** A shop of its own for every test, held by a person of its own. */
async function shop(change: { validTo?: string; status?: string; siteCheckedOn?: string | null } = {}) {
  serial += 1
  const no = String(440785100000 + serial)
  const { siteCheckedOn, ...row } = change
  await house.addShops([{ no, person: serial, ...row }], siteCheckedOn === undefined ? {} : { siteCheckedOn })
  return { no, by: house.citizen(serial) }
}
const counts = (no: string) =>
  one(
    house,
    sql<{ applications: number; decisions: number; versions: number; runs: number }>`select
      (select count(*)::int from licensing.application where licence_no = ${no}) as applications,
      (select count(*)::int from licensing.decision where licence_no = ${no}) as decisions,
      (select count(*)::int from licensing.licence_version where licence_no = ${no}) as versions,
      (select count(*)::int from licensing.rule_run where licence_no = ${no}) as runs`,
  )

beforeAll(async () => {
  house = await openRenewalHouse({ connections: 20 })
})
afterAll(() => house.close())

describe('a renewal in which every rule passes', () => {
  it('is granted at once: new term, next version, signed face, decision by the machine, everything in the history', async () => {
    const { no, by } = await shop()
    const result = await house.submit(no, by)
    if (!result.ok) throw new Error(result.refusal)
    expect(result.value).toMatchObject({
      outcome: 'grant',
      state: 'granted',
      licence: { licenceNo: no, validFrom: '2027-01-16', validTo: '2032-01-15', version: 2, openApplicationNo: null },
    })
    expect(result.value.applicationNo).toMatch(/^R20261123-\d{6}$/)
    expect(result.value.headline).toContain('2032年1月15日')
    expect(result.value.findings.every(f => f.outcome === 'pass')).toBe(true)
    expect(await counts(no)).toEqual({ applications: 1, decisions: 1, versions: 2, runs: 1 })
    const decision = await one(
      house,
      sql<{
        result: string
        decidedAs: string
      }>`select result, decided_as from licensing.decision where licence_no = ${no}`,
    )
    expect(decision).toEqual({ result: 'grant', decidedAs: 'machine' })
    const events = await one(
      house,
      sql<{
        events: string[]
      }>`select array_agg(event order by id) as events from licensing.application_event where licence_no = ${no}`,
    )
    expect(events.events).toEqual(['submit', 'autoAccept', 'autoPropose', 'autoGrant'])
    const { token } = await one(
      house,
      sql<{ token: string }>`select token from licensing.licence_version where licence_no = ${no} and version = 2`,
    )
    expect(readLicenceToken(token, house.keyring.licencePublicKeys())).toMatchObject({
      licenceNo: no,
      validTo: '2032-01-15',
      version: 2,
      copyNo: 0,
    })
  })

  it('keeps no name, number, address or phone of a person in the facts of the run', async () => {
    const { no, by } = await shop()
    await house.submit(no, by)
    const { facts } = await one(
      house,
      sql<{
        facts: unknown
      }>`select facts || jsonb_build_object('f', findings) as facts from licensing.rule_run where licence_no = ${no}`,
    )
    const text = JSON.stringify(facts)
    for (const secret of ['梁模拟', '模拟商店', '南塘村', '13800138000', by.personIndex, '44078519700101'])
      expect(text).not.toContain(secret)
  })

  it('takes at most eleven statements between begin and commit', async () => {
    const { no, by } = await shop()
    const statements: string[] = []
    const { pool } = house.test.database
    const onConnect = (client: { query: unknown }) => void client
    pool.on('connect', onConnect)
    const client = await pool.connect()
    const plain = client.query
    client.query = ((...args: unknown[]) => {
      const [first] = args
      statements.push(typeof first === 'string' ? first : String((first as { text?: string }).text))
      return (plain as (...given: unknown[]) => unknown).apply(client, args)
    }) as typeof client.query
    client.release()
    // The released client is the next one given out: an idle pool serves last in, first out.
    const result = await house.submit(no, by, { key: 'count-statements' })
    client.query = plain
    expect(result.ok).toBe(true)
    const work = statements.filter(text => !/^(begin|commit|rollback|start transaction)/i.test(text))
    expect(work.length).toBeGreaterThan(5)
    expect(work.length).toBeLessThanOrEqual(11)
  })

  it('says no day it cannot count, and is granted all the same, when the next year’s holidays are unpublished', async () => {
    const { no, by } = await shop({ validTo: '2027-03-01' })
    const december = moment('2026-12-28')
    const setting = house.settingWith({ calendar: calendarOf([], [], [2026]) })
    const result = await house.submit(no, by, { setting, at: december, capturedAt: december })
    expect(result).toMatchObject({ ok: true, value: { outcome: 'grant' } })
    if (result.ok) expect(result.value.nextSteps.map(step => step.by)).toEqual([null, null])
    const row = await one(
      house,
      sql<{
        dueOn: string | null
        year: number
      }>`select clock_due_on as due_on, clock_unpublished_year as year from licensing.application where licence_no = ${no}`,
    )
    expect(row).toEqual({ dueOn: null, year: 2027 })
  })
})

describe('a renewal that a person must look at', () => {
  it.each([
    ['in the last thirty days', { validTo: '2026-12-10' }, 'R06'],
    ['after expiry', { validTo: '2026-11-01', status: 'expired' }, 'R06'],
    ['of a suspended licence', { status: 'suspended' }, 'R05'],
    ['without a site check', { siteCheckedOn: null }, 'A01'],
  ])('%s is received, decided by nobody yet, and says what comes next', async (_, change, rule) => {
    const { no, by } = await shop(change)
    const result = await house.submit(no, by)
    expect(result).toMatchObject({ ok: true, value: { outcome: 'person', state: 'submitted' } })
    if (!result.ok) return
    expect(result.value.findings.filter(f => f.outcome !== 'pass').map(f => f.rule)).toContain(rule)
    expect(result.value.nextSteps[0]?.by).toBe('2026-11-30')
    expect(await counts(no)).toMatchObject({ applications: 1, decisions: 0, runs: 1 })
    const licence = await one(
      house,
      sql<{
        version: number
        validTo: string
      }>`select version, valid_to from licensing.licence where licence_no = ${no}`,
    )
    expect(licence.version).toBe(1)
  })

  it('when the market regulator does not answer', async () => {
    const { no, by } = await shop()
    const result = await house.submit(no, by, { business: { kind: 'unavailable' } })
    expect(result).toMatchObject({ ok: true, value: { outcome: 'person' } })
  })

  it('when automatic granting is switched off', async () => {
    const { no, by } = await shop()
    const { policy } = house.setting
    const setting = house.settingWith({
      policy: { ...policy, checks: { ...policy.checks, automatic: { ...policy.checks.automatic, renewal: false } } },
    })
    expect(await house.submit(no, by, { setting })).toMatchObject({ ok: true, value: { outcome: 'person' } })
  })

  it('counts the day the citizen filed, not the day the line came back', async () => {
    const { no, by } = await shop({ validTo: '2026-12-23' })
    const result = await house.submit(no, by, { at: moment('2026-11-25'), capturedAt: today })
    expect(result).toMatchObject({ ok: true, value: { outcome: 'grant' } })
    const other = await shop({ validTo: '2026-12-23' })
    const late = await house.submit(other.no, other.by, { at: moment('2026-11-25'), capturedAt: moment('2026-11-25') })
    expect(late).toMatchObject({ ok: true, value: { outcome: 'person' } })
  })
})

describe('a renewal that cannot be received', () => {
  const refusal = async (
    given: Promise<{ no: string; by: ReturnType<RenewalHouse['citizen']> }>,
    change: Parameters<RenewalHouse['submit']>[2] = {},
  ) => {
    const { no, by } = await given
    const result = await house.submit(no, by, change)
    expect((await counts(no)).applications).toBe(0)
    return result.ok ? 'ok' : result.refusal
  }

  it('of somebody else is not found', async () => {
    const { no } = await shop()
    expect(await refusal(Promise.resolve({ no, by: house.citizen(900) }))).toBe('licenceNotYours')
  })

  it('too early names the first day', async () => {
    const { no, by } = await shop({ validTo: '2027-06-01' })
    expect(await house.submit(no, by)).toMatchObject({ refusal: 'renewalTooEarly', details: { opensOn: '2027-03-03' } })
  })

  it.each([
    ['consentMissing', { consent: { version: 'x', agreed: true } }],
    ['consentMissing', { consent: { version: '2026-11', agreed: false } }],
    ['signatureEmpty', { signature: { kind: 'handwritten' as const, width: 600, height: 300, strokes: [[5, 5]] } }],
    [
      'signatureEmpty',
      { signature: { kind: 'handwritten' as const, width: 600, height: 300, strokes: [[5, 5, 300]] } },
    ],
    ['phoneInvalid', { phone: '12345' }],
  ])('with %s stores nothing', async (name, change) => {
    const made = await shop()
    expect(await refusal(Promise.resolve(made), { body: submitBody(made.no, change) })).toBe(name)
  })

  it('of a cancelled licence says what to do instead', async () => {
    expect(await refusal(shop({ status: 'cancelled', validTo: '2026-12-30' }))).toBe('licenceEnded')
  })

  it('of another county, or of no licence at all', async () => {
    const by = house.citizen(1)
    expect(await house.submit('440781100001', by)).toMatchObject({ refusal: 'licenceNoIssuer' })
    expect(await house.submit('999999999999', by)).toMatchObject({ ok: false })
    expect(await house.submit('440785199999', by)).toMatchObject({ refusal: 'licenceNotYours' })
  })

  it('a second time while the first is undecided', async () => {
    const { no, by } = await shop({ siteCheckedOn: null })
    await house.submit(no, by)
    const { applicationNo } = await one(
      house,
      sql<{ applicationNo: string }>`select application_no from licensing.application where licence_no = ${no}`,
    )
    expect(await house.submit(no, by)).toMatchObject({ refusal: 'alreadyInProgress', details: { applicationNo } })
  })
})

describe('double taps and two terminals', () => {
  it('fifty at once for one licence leave exactly one application, granted or waiting', async () => {
    for (const siteCheckedOn of ['2026-09-01', null]) {
      const { no, by } = await shop({ siteCheckedOn })
      const results = await Promise.all(
        Array.from({ length: 50 }, (_, i) => house.submit(no, by, { key: `twin-${no}-${i}` })),
      )
      expect(results.filter(result => result.ok)).toHaveLength(1)
      for (const result of results)
        if (!result.ok) expect(['alreadyInProgress', 'renewalTooEarly']).toContain(result.refusal)
      expect(await counts(no)).toMatchObject({ applications: 1, runs: 1 })
    }
  })

  it('the same key gives the same reply and no second application', async () => {
    const { no, by } = await shop()
    const first = await house.submit(no, by, { key: 'same-key-1' })
    const again = await house.submit(no, { ...by, sessionId: 'another-session' }, { key: 'same-key-1' })
    expect(again).toEqual(first)
    expect((await counts(no)).applications).toBe(1)
  })

  it('stores nothing at all when the transaction fails after the last statement', async () => {
    const { no, by } = await shop()
    const failing = house.test.database.within({ areas: [], person: by.personIndex }, async tx => {
      await submitApplication(tx, house.request(no, by), house.setting)
      throw new Error('power')
    })
    await expect(failing).rejects.toThrow('power')
    expect(await counts(no)).toEqual({ applications: 0, decisions: 0, versions: 1, runs: 0 })
  })
})

it('keeps signature and phone sealed, and tells the register the corrected phone', async () => {
  const { no, by } = await shop()
  await house.submit(no, by, { body: submitBody(no, { phone: '139 0000 1234' }) })
  const row = await one(
    house,
    sql<{
      phone: string
      signature: string
    }>`select phone_sealed as phone, signature_sealed as signature from licensing.application where licence_no = ${no}`,
  )
  expect(house.keyring.openField(row.phone)).toBe('13900001234')
  expect(JSON.parse(house.keyring.openField(row.signature))).toMatchObject({ kind: 'handwritten' })
  const { masked } = await one(
    house,
    sql<{ masked: string }>`select phone_masked as masked from registry.retailer where licence_no = ${no}`,
  )
  expect(masked).toBe('*******1234')
})
