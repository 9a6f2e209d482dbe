import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { creditCodeCheck } from '#kernel/credit-code'
import { readNewSheet } from '../queries/new-sheet.ts'
import {
  one,
  openRenewalHouse,
  person,
  type RenewalHouse,
  signature,
  submitBody,
  today,
} from '../testing/renewal-house.ts'
import { applicantOf, type Citizen } from './filing.ts'
import { submitNew } from './submit-new.ts'

let house: RenewalHouse
beforeAll(async () => {
  house = await openRenewalHouse()
  await house.addShops([1, 2, 3, 4, 5, 6, 7].map(n => ({ no: `44078510000${n}`, person: n })))
})
afterAll(() => house.close())

/** A session at the own telephone, as access opens it. */
async function webSession(n: number, method: 'oidc' | 'code', level: number | null): Promise<Citizen> {
  const { terminalId: _, ...citizen } = house.citizen(n, `00000000-0000-4000-8000-0000000001${n}0`)
  await house.all(tx =>
    sql`insert into access.web_session (id, token_hash, person_index, name_sealed, id_no_masked, method, identity_level,
        area_code, opened_at, used_at, ends_at)
      values (${citizen.sessionId}, ${String(n).repeat(64)}, ${citizen.personIndex}, ${house.keyring.sealField('梁模拟')},
        ${`${'*'.repeat(14)}${person(n).slice(-4)}`}, ${method}, ${level}, '440785103', now(), now(), now())`.execute(
      tx,
    ),
  )
  return { ...citizen, method }
}

const outcomeOf = async (n: number, method: 'oidc' | 'code', level: number | null) => {
  const sent = await house.submit(`44078510000${n}`, await webSession(n, method, level))
  return sent.ok ? sent.value : sent
}

describe('on the own telephone', () => {
  it('the unified identity that has seen the person is granted at once, as at a terminal', async () => {
    expect(await outcomeOf(1, 'oidc', 3)).toMatchObject({ outcome: 'grant', state: 'granted' })
  })

  it('a code has seen no document: a person looks', async () => {
    const sent = await outcomeOf(2, 'code', null)
    expect(sent).toMatchObject({ outcome: 'person' })
    expect('findings' in sent && sent.findings.filter(f => f.outcome !== 'pass').map(f => f.rule)).toEqual(['R02'])
  })

  it('a session that kept no level proves no document', async () => {
    expect(await outcomeOf(3, 'oidc', null)).toMatchObject({ outcome: 'person' })
  })
})

describe('with a helper beside', () => {
  const file = (n: number, phone: string) =>
    house.submit(`44078510000${n}`, house.citizen(n), {
      by: applicantOf(house.citizen(n), `helper-${n}`),
      body: { ...house.request(`44078510000${n}`, house.citizen(n)).body, phone },
    })

  it('one telephone number of many people goes to a person, whichever helper sat beside', async () => {
    const limit = house.setting.policy.checks.phoneDailyLimit
    expect(limit).toBe(3)
    for (const n of [4, 5, 6]) expect(await file(n, '13900139000')).toMatchObject({ value: { outcome: 'grant' } })
    const fourth = await file(7, '139 0013 9000')
    expect(fourth).toMatchObject({ value: { outcome: 'person' } })
    expect(fourth.ok && fourth.value.findings.find(f => f.rule === 'R19')).toMatchObject({
      outcome: 'person',
      facts: { others: 3, limit: 3 },
    })
    const { rows } = await house.all(tx =>
      sql<{ n: number }>`select count(distinct phone_index)::int as n from licensing.application
        where received_on = ${today.today.toString()}::date and helper_id is not null`.execute(tx),
    )
    expect(rows[0]?.n).toBe(1)
  })
})

describe('新办 on the own telephone', () => {
  const codeOf = (serial: number) => {
    const first17 = `92440785MA000000${serial}`
    return first17 + creditCodeCheck(first17)
  }
  const own = (creditCode: string) => ({
    creditCode,
    name: '新开食杂店',
    operatorName: '梁模拟',
    address: '沙湖镇新街1号',
  })
  const { creditCode: _, ...businessNow } = own('')
  const found = { kind: 'found', live: true, sameName: true, sameOperator: true, sameAddress: true } as const
  const phone = '13800138777'
  const answers = {
    ...{ creditCode: codeOf(8), placeSame: 'yes', placeOwner: '2501', areaM2: '30', independent: 'yes' },
    ...{ format: '食杂店', scope: '卷烟零售', funds: 'yes' },
  }

  /** Signed in by the unified identity, which gave a number and a telephone. */
  async function proven(n: number, idNo = person(n)) {
    const citizen = await webSession(n, 'oidc', 3)
    const { keyring } = house
    await house.all(tx =>
      sql`update access.web_session set id_no_sealed = ${keyring.sealField(idNo)}, phone_sealed = ${keyring.sealField(phone)}
        where id = ${citizen.sessionId}`.execute(tx),
    )
    return applicantOf(citizen)
  }
  const file = (by: ReturnType<typeof applicantOf>, change: object = {}) =>
    house.all(tx =>
      submitNew(
        tx,
        {
          body: { ...submitBody(''), service: 'issue', licenceNo: null, phone: null, signature, answers, ...change },
          ...{ by, at: today, capturedAt: today, business: found, businessNow },
        },
        house.setting,
      ),
    )

  it('asks neither number nor telephone, tells neither to the screen, and offers what has no licence yet', async () => {
    const by = await proven(8)
    await house.addShops([{ no: '440785100008', person: 8 }])
    const { creditCode } = await one<{ creditCode: string }>(
      house,
      sql`update registry.retailer set credit_code = ${codeOf(7)} where licence_no = '440785100008' returning credit_code`,
    )
    const asked = { by, answers: {}, business: { kind: 'noCode' } as const, businessNow: null, on: today.today }
    const look = { businesses: [own(codeOf(8)), own(creditCode)], businessesLook: 'found' } as const
    const sheet = await house.all(tx => readNewSheet(tx, { ...asked, own: look }, house.setting))
    expect(sheet).toMatchObject({ phoneMasked: '*******8777', known: { newShop: { numberKnown: true } } })
    expect(sheet.known.newShop?.businesses.map(each => each.creditCode)).toEqual([codeOf(8)])
    for (const secret of [person(8), phone]) expect(JSON.stringify(sheet)).not.toContain(secret)
    const sent = await file(by)
    if (!sent.ok) throw new Error(sent.refusal)
    const row = await one<{ answers: string; phone: string }>(
      house,
      sql`select answers_sealed as answers, phone_sealed as phone from licensing.application
        where application_no = ${sent.value.applicationNo}`,
    )
    expect(JSON.parse(house.keyring.openField(row.answers))).toMatchObject({ operatorIdNo: person(8) })
    expect(house.keyring.openField(row.phone)).toBe(phone)
  })

  it('takes no number from the screen while the session knows it, and asks where the session knows none', async () => {
    const typed = { answers: { ...answers, operatorIdNo: person(1) } }
    expect(await file(await proven(9), typed)).toMatchObject({ ok: true })
    const bare = applicantOf(await webSession(6, 'oidc', 3))
    expect(await file(bare)).toMatchObject({ refusal: 'phoneMissing' })
    expect(await file(bare, { phone })).toMatchObject({ refusal: 'answerMissing' })
  })

  it('a number of somebody else proves nothing of the applicant', async () => {
    const other = await proven(5, person(4))
    expect(await file(other, { phone })).toMatchObject({ refusal: 'answerMissing' })
  })
})
