import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '#kernel/actor'
import { ok } from '#kernel/refusal'
import { createAccess } from '#modules/access'
import { type MovableClock, movableClock } from '#platform/clock'
import { readConfig } from '#platform/config'
import { randomId } from '#platform/crypto'
import { buildServer } from '#platform/http/server'
import { createLogger } from '#platform/log'
import { createMetrics } from '#platform/metrics'
import { barePorts } from '../../access/testing/house.ts'
import type { ApplicationDetail, CheckResult, LicenceCard, ServiceSheet } from '../contract.ts'
import { createLicensing } from '../index.ts'
import { countAssisted } from '../store.ts'
import { officer, one, openRenewalHouse, type RenewalHouse, submitBody, today } from '../testing/renewal-house.ts'

const folder = mkdtempSync(join(tmpdir(), 'yzt-assisted-'))
const no = '440785100001'
const helperId = '00000000-0000-4000-8000-00000000000a'
const [otherTown, terminalId] = ['00000000-0000-4000-8000-00000000000b', '00000000-0000-4000-8000-0000000000c1']
const helper = officer(helperId, 'helper')
let house: RenewalHouse
let app: FastifyInstance
let clock: MovableClock
let actor: Actor

beforeAll(async () => {
  house = await openRenewalHouse()
  await house.addShops([{ no, person: 1, validTo: '2029-06-01' }])
  await house.all(async tx => {
    for (const [id, account, area] of [
      [helperId, 'helper', '440785'],
      [otherTown, 'far', '440783'],
    ] as const)
      await sql`insert into access.staff (id, account, name, roles, areas, created_at)
        values (${id}, ${account}, '帮办模拟', array['helper'], array[${area}], now())`.execute(tx)
    await sql`insert into access.terminal (id, code, name, area_code, proposed_by, proposed_at)
      values (${terminalId}, 'T1', '模拟终端', '440785103', ${helperId}, now())`.execute(tx)
  })
  clock = movableClock('2026-11-23T02:00:00Z')
  const services = {
    config: readConfig({ YZT_DATA: folder }),
    database: house.test.database,
    clock,
    keyring: house.keyring,
    log: createLogger({ level: 'silent' }),
  }
  const businessRegister = { look: async () => ({ kind: 'unavailable' as const }) }
  app = await buildServer({
    services,
    modules: [createAccess(barePorts), createLicensing({ businessRegister })],
    metrics: createMetrics({ pool: house.test.database.pool }),
    distFolder: join(folder, 'dist'),
    authenticate: async () => ok({ actor }),
  })
})
afterAll(async () => {
  await app.close()
  await house.close()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => clock.advance({ minutes: 2 }))

async function ask<T>(url: string, body: unknown, as: Actor): Promise<{ status: number; body: T & { code?: string } }> {
  actor = as
  const reply = await app.inject(
    body === undefined
      ? { method: 'GET', url }
      : {
          method: 'POST',
          url,
          headers: { 'idempotency-key': randomId(), 'content-type': 'application/json' },
          payload: JSON.stringify(body),
        },
  )
  return { status: reply.statusCode, body: reply.json() as T & { code?: string } }
}

/** Somebody lays a card at the terminal. */
async function visitor(): Promise<Extract<Actor, { kind: 'citizen' }>> {
  const citizen = { ...house.citizen(1, randomId()), terminalId }
  const sealed = house.keyring.sealField('梁模拟')
  await house.all(tx =>
    sql`insert into access.card_session (id, token_hash, person_index, name_sealed, id_no_masked, method, terminal_id, terminal_name,
        area_code, channel_id, clock_wrong, opened_at, ends_at)
      values (${citizen.sessionId}, ${randomId().replaceAll('-', '').repeat(2)}, ${citizen.personIndex}, ${sealed}, '**************0011',
        'card', ${terminalId}, '模拟终端', '440785103', ${randomId()}, false, now(), now() + interval '5 minutes')`.execute(
      tx,
    ),
  )
  return citizen
}
const code = async (as: Actor = helper) =>
  (await ask<{ code: string }>('/api/access/presence-codes', {}, as)).body.code ?? ''
const sitBeside = (citizen: Actor, typed: string) =>
  ask<{ helper: string }>('/api/access/assistance', { code: typed }, citizen)

describe('a helper beside a person at the terminal', () => {
  it('is on the session and on the application, and the application stays the person’s own', async () => {
    const citizen = await visitor()
    expect((await sitBeside(citizen, await code())).body.helper).toBe('帮办模拟')
    const body = submitBody(no, { service: 'reissue', answers: { cause: 'lost', which: 'both' } })
    const sent = await ask<CheckResult>('/api/licensing/applications', body, citizen)
    expect(sent.status).toBe(200)
    const row = await one(
      house,
      sql`select a.channel, a.helper_id, a.person_index, e.by from licensing.application a
        join licensing.application_event e using (application_no)
        where a.application_no = ${sent.body.applicationNo} and e.event = 'submit'`,
    )
    expect(row).toEqual({
      channel: 'helper',
      helperId,
      personIndex: citizen.personIndex,
      by: `citizen:${citizen.sessionId}`,
    })
    const detail = await ask<ApplicationDetail>(
      `/api/licensing/applications/${sent.body.applicationNo}`,
      undefined,
      officer(otherTown, 'reviewer'),
    )
    expect(detail.body).toMatchObject({ helper: '帮办模拟', channel: '帮办' })
    const log = await ask<{ items: object[] }>('/api/access/assistance', undefined, helper)
    expect(log.body.items[0]).toMatchObject({ helper: '帮办模拟', terminal: '模拟终端' })
  })

  it('sees no name that a register holds', async () => {
    const citizen = await visitor()
    const names = async () => {
      const { body } = await ask<{ items: LicenceCard[] }>('/api/licensing/my/licences', undefined, citizen)
      const sheet = await ask<ServiceSheet>(`/api/licensing/my/licences/${no}/services/suspend`, undefined, citizen)
      return [body.items[0]?.operatorName, sheet.body.licence?.operatorName]
    }
    expect(await names()).toEqual(['梁模拟', '梁模拟'])
    await sitBeside(citizen, await code())
    expect(await names()).toEqual(['梁**', '梁**'])
  })

  it('proves presence once with one code, for minutes only, and only in the own area', async () => {
    const [first, second] = [await visitor(), await visitor()]
    const used = await code()
    expect((await sitBeside(first, used)).status).toBe(200)
    expect((await sitBeside(second, used)).body.code).toBe('presenceCodeWrong')
    expect((await sitBeside(first, await code())).body.code).toBe('alreadyAssisted')
    clock.advance({ minutes: 2 })
    const late = await code()
    clock.advance({ minutes: 5 })
    expect((await sitBeside(second, late)).body.code).toBe('presenceCodeWrong')
    const far = { ...officer(otherTown, 'helper'), areas: ['440783'] }
    expect((await sitBeside(second, await code(far))).body.code).toBe('presenceCodeWrong')
  })

  it('is not found by trying digits', async () => {
    const citizen = await visitor()
    for (let tried = 0; tried < 5; tried += 1) await sitBeside(citizen, '000000')
    expect((await sitBeside(citizen, await code())).status).toBe(429)
  })

  it('takes no step of the person’s: sending, signing and printing are closed to a helper’s own account', async () => {
    const draft = { service: 'close', licenceNo: no, answers: {}, deliver: null, phone: null }
    expect((await ask('/api/licensing/applications', submitBody(no), helper)).status).toBe(403)
    expect((await ask('/api/licensing/my/drafts', draft, helper)).status).toBe(403)
    expect((await ask('/api/licensing/prints', { licenceNo: no, face: 'original' }, helper)).status).toBe(403)
    expect((await ask('/api/licensing/work-list', undefined, helper)).status).toBe(403)
  })

  it('is counted over all persons, though a citizen’s request sees only the own files (R19)', async () => {
    const seen = await house.test.database.within({ areas: [], person: 'f'.repeat(64) }, tx =>
      countAssisted(tx, helperId, today.today),
    )
    expect(seen).toBe(1)
    const areas = await house.test.database.within({ areas: [] }, async tx => {
      await countAssisted(tx, helperId, today.today)
      return sql<{ it: string }>`select current_setting('app.areas', true) as it`.execute(tx)
    })
    expect(areas.rows[0]?.it).toBe('')
  })
})
