import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Moves } from '#kernel/state-table'
import type { Scope, Tx } from '#platform/database'
import { applicationMoves } from '../rules/application/moves.ts'
import { licenceMoves } from '../rules/licence/moves.ts'
import { everything, one, openRenewalHouse, type RenewalHouse } from '../testing/renewal-house.ts'

let house: RenewalHouse
let serial = 0
let no = ''
let applicationNo = ''

beforeAll(async () => {
  house = await openRenewalHouse()
})
afterAll(() => house.close())
beforeEach(async () => {
  serial += 1
  no = String(440785100000 + serial)
  await house.addShops([{ no, person: serial }], { siteCheckedOn: null })
  const result = await house.submit(no, house.citizen(serial))
  if (!result.ok) throw new Error(result.refusal)
  applicationNo = result.value.applicationNo
})

type Statement = ReturnType<typeof sql>
const run = (statement: Statement, scope: Scope = everything) =>
  house.test.database.within(scope, (tx: Tx) => statement.execute(tx))
/** The name of the constraint or the code with which the database says no. */
async function refusalOf(statement: Statement, scope?: Scope): Promise<string> {
  try {
    await run(statement, scope)
    return 'done'
  } catch (error) {
    const { constraint, code } = error as { constraint?: string; code?: string }
    return constraint ?? code ?? 'another error'
  }
}

const decide = (
  change: Partial<Record<'result' | 'as' | 'by' | 'proposed' | 'remedy' | 'reasons', string | null>> = {},
) => {
  const row = {
    result: 'deny',
    as: 'staff',
    by: 'staff:d1',
    proposed: 'staff:r1',
    remedy: '可以申请行政复议',
    reasons: '["理由"]',
    ...change,
  }
  return sql`insert into licensing.decision (application_no, licence_no, result, decided_as, decided_by, decided_on, decided_at, proposed_by, opinion, reasons, remedy)
    values (${applicationNo}, ${no}, ${row.result}, ${row.as}, ${row.by}, '2026-11-23', now(), ${row.proposed}, '意见', ${row.reasons}::jsonb, ${row.remedy})`
}
const propose = (
  result: string,
  by: string,
) => sql`insert into licensing.proposal (application_no, licence_no, result, proposed_by, proposed_at, opinion, grounds)
  values (${applicationNo}, ${no}, ${result}, ${by}, now(), '意见', '{2}')`

describe('the database itself', () => {
  it.each([
    ['the machine', { as: 'machine', by: 'auto', proposed: null }],
    ['the law', { as: 'law', by: 'law', proposed: null }],
  ])('lets %s never write a refusal', async (_, change) => {
    expect(await refusalOf(decide(change))).toBe('decision_only_people_refuse')
    expect(await refusalOf(decide({ ...change, by: 'staff:d1' }))).toMatch(/^decision_/)
    expect(await refusalOf(decide({ ...change, result: 'grant' }))).toBe('done')
  })

  it('lets nobody decide on the own proposal, or against the proposal, or without one', async () => {
    expect(await refusalOf(decide())).toBe('decision_follows_proposal')
    await run(propose('deny', 'staff:r1'))
    expect(await refusalOf(decide({ by: 'staff:r1' }))).toBe('decision_by_two')
    expect(await refusalOf(decide({ result: 'grant' }))).toBe('decision_follows_proposal')
    expect(await refusalOf(decide({ proposed: 'staff:r2' }))).toBe('decision_follows_proposal')
    expect(await refusalOf(decide({ proposed: null }))).toMatch(/^decision_/)
    expect(await refusalOf(decide())).toBe('done')
  })

  it('takes no refusal without reasons or without the way to appeal, and no second decision', async () => {
    await run(propose('deny', 'staff:r1'))
    expect(await refusalOf(decide({ remedy: '' }))).toBe('decision_refusal_complete')
    expect(await refusalOf(decide({ reasons: '[]' }))).toBe('decision_refusal_complete')
    expect(await refusalOf(decide())).toBe('done')
    expect(await refusalOf(decide())).toBe('decision_pkey')
  })

  it('moves no file or licence where the tables of the program do not, and none to a result without a decision', async () => {
    const move = (state: string) =>
      sql`update licensing.application set state = ${state} where application_no = ${applicationNo}`
    expect(await refusalOf(move('denied'))).toBe('known_move')
    expect(await refusalOf(move('granted'))).toBe('known_move')
    expect(await refusalOf(move('deemedGranted'))).toBe('decision_on_file')
    expect(await refusalOf(sql`update licensing.licence set state = 'none' where licence_no = ${no}`)).toBe(
      'known_move',
    )
    await run(move('accepted'))
    await run(move('reviewing'))
    await run(move('proposed'))
    expect(await refusalOf(move('denied'))).toBe('decision_on_file')
  })

  it('knows exactly the moves of the program', async () => {
    const { rows } = await run(sql`select subject || ' ' || from_state || ' ' || to_state as move from licensing.move`)
    const known = (rows as { move: string }[]).map(row => row.move)
    const pairs = (subject: string, moves: Moves) =>
      Object.entries(moves).flatMap(([from, row]) =>
        [...new Set(Object.values(row))].filter(to => to !== from).map(to => `${subject} ${from} ${to}`),
      )
    expect(known.toSorted()).toEqual(
      [...pairs('application', applicationMoves), ...pairs('licence', licenceMoves)].toSorted(),
    )
  })

  it('keeps one open application of a kind for a licence', async () => {
    const twin = sql`insert into licensing.application (application_no, service, licence_no, shop_name, area_code, person_index, state, outcome, timely, deemed_after,
        received_at, received_on, captured_at, started_at, channel, session_id, method, consent_version, signature_sealed, answers_sealed,
        deliver_mode)
      select 'R20261123-999999', service, licence_no, shop_name, area_code, person_index, 'submitted', outcome, timely, deemed_after, received_at, received_on,
        captured_at, started_at, channel, session_id, method, consent_version, signature_sealed, answers_sealed, deliver_mode from licensing.application where application_no = ${applicationNo}`
    expect(await refusalOf(twin)).toBe('application_one_open')
  })

  it.each(['application_event', 'rule_run', 'decision', 'licence_version'])(
    'changes and removes no line of %s',
    async table => {
      const name = sql.ref(`licensing.${table}`)
      expect(await refusalOf(sql`update ${name} set licence_no = licence_no where licence_no = ${no}`)).toBe('42501')
      expect(await refusalOf(sql`delete from ${name} where licence_no = ${no}`)).toBe('42501')
    },
  )

  it('never removes a licence or a file, and never changes a signed text', async () => {
    expect(await refusalOf(sql`delete from licensing.licence where licence_no = ${no}`)).toBe('42501')
    expect(await refusalOf(sql`delete from licensing.application where application_no = ${applicationNo}`)).toBe(
      '42501',
    )
    await run(sql`update licensing.licence_version set token = 'first' where licence_no = ${no}`)
    expect(await refusalOf(sql`update licensing.licence_version set token = 'second' where licence_no = ${no}`)).toBe(
      '42501',
    )
  })

  it('takes a site check only with two verifiers', async () => {
    const check = (verifiers: string) =>
      sql`insert into licensing.site_check (licence_no, checked_on, verifiers) values (${no}, '2026-11-01', ${verifiers}::text[])`
    expect(await refusalOf(check('{一}'))).toBe('site_check_verifiers_check')
    expect(await refusalOf(check('{一,二}'))).toBe('done')
  })
})

describe('row security', () => {
  const tables = ['licence', 'application', 'application_event', 'rule_run', 'licence_version']
  const seen = async (table: string, scope: Scope) => {
    const { rows } = await run(
      sql`select count(*)::int as n from ${sql.ref(`licensing.${table}`)} where licence_no = ${no}`,
      scope,
    )
    return (rows as { n: number }[])[0]?.n
  }

  it.each(tables)('shows rows of %s to the bureau of the county and to the holder, to nobody else', async table => {
    const holder = house.citizen(serial).personIndex
    expect(await seen(table, { areas: ['440785'] })).toBeGreaterThan(0)
    expect(await seen(table, { areas: [], person: holder })).toBeGreaterThan(0)
    expect(await seen(table, { areas: ['440785103'] })).toBeGreaterThan(0)
    for (const scope of [
      { areas: [] },
      { areas: ['440781'] },
      { areas: ['440785999'] },
      { areas: [], person: 'somebody' },
    ])
      expect(await seen(table, scope)).toBe(0)
  })

  it('lets an officer of another county write nothing on this file', async () => {
    expect(await refusalOf(propose('deny', 'staff:x'), { areas: ['440781'] })).toBe('42501')
    await run(sql`update licensing.application set channel = 'online' where application_no = ${applicationNo}`, {
      areas: ['440781'],
    })
    const { channel } = await one(
      house,
      sql<{ channel: string }>`select channel from licensing.application where application_no = ${applicationNo}`,
    )
    expect(channel).toBe('terminal')
  })
})
