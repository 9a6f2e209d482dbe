import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openRenewalHouse, person, type RenewalHouse, today } from '../testing/renewal-house.ts'
import { applicantOf, type Citizen } from './filing.ts'

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
