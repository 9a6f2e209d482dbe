import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#kernel/actor'
import type { ApplicationDetail, CheckResult, MandateView, ServiceSheet } from '../contract.ts'
import { issuePaper } from '../papers/issue-paper.ts'
import { atDesk, openPapersHouse } from '../testing/papers-house.ts'
import { officer, person, signature, submitBody, today } from '../testing/renewal-house.ts'

const [no, other] = ['440785100001', '440785100002']
let house: Awaited<ReturnType<typeof openPapersHouse>>
beforeAll(async () => {
  house = await openPapersHouse([
    { no, person: 1, validTo: '2029-06-01' },
    { no: other, person: 2, validTo: '2029-06-01' },
    { no: '440785100003', person: 3, validTo: '2027-01-15' },
  ])
  // Whoever is signed in on a telephone has a session with a name.
  for (const n of [1, 3])
    await house.house.all(tx =>
      sql`insert into access.web_session (id, token_hash, person_index, name_sealed, id_no_masked, area_code, method, opened_at, used_at, ends_at)
        values (${house.house.citizen(n).sessionId}, ${String(n).repeat(64)}, ${house.house.citizen(n).personIndex},
          ${house.house.keyring.sealField('梁模拟')}, ${`**************${person(n).slice(-4)}`}, '440785', 'oidc', now(), now(), now())`.execute(
        tx,
      ),
    )
})
afterAll(() => house.close())

const term = { validFrom: '2026-11-23', validTo: '2026-12-31' }
const give = (who: Actor, body: object) =>
  house.ask<MandateView>(who, 'POST', '/api/licensing/my/mandates', {
    body: {
      licenceNo: no,
      services: ['suspend', 'close'],
      ...term,
      agent: { name: '李代理', idNo: person(2) },
      signature,
      ...body,
    },
  })
const answers = { from: '2026-12-20', to: '2027-02-28', reason: 'illness' }

describe('somebody else for the holder, on the telephone', () => {
  it('acts within the mandate the holder signed, a person decides, and the file names both', async () => {
    const [holder, agent] = [house.online(1), house.online(2)]
    const { mandateId } = (await give(holder, {})).body
    const held = await house.ask<{ held: MandateView[] }>(agent, 'GET', '/api/licensing/my/mandates')
    expect(held.body.held).toMatchObject([{ mandateId, shopName: '模拟商店00001', state: 'live', form: 'electronic' }])
    const at = `/api/licensing/my/mandates/${mandateId}`
    const sheet = await house.ask<ServiceSheet>(agent, 'GET', `${at}/services/suspend`)
    expect(sheet.body).toMatchObject({ licence: { licenceNo: no }, facts: { agent: { form: 'electronic' } } })
    expect((await house.ask(agent, 'GET', `${at}/services/reissue`)).body.code).toBe('mandateOtherService')
    const wrong = { body: submitBody(other, { service: 'suspend', answers }) }
    expect((await house.ask(agent, 'POST', `${at}/applications`, wrong)).body.code).toBe('licenceNotYours')
    const body = submitBody(no, { service: 'suspend', answers })
    const sent = await house.ask<CheckResult>(agent, 'POST', `${at}/applications`, { body })
    expect(sent.body).toMatchObject({ outcome: 'person', state: 'submitted' })
    expect(sent.body.findings.find(({ rule }) => rule === 'R01')).toMatchObject({ outcome: 'person' })
    const reviewer = officer('00000000-0000-4000-8000-000000000009', 'reviewer')
    const file = await house.ask<ApplicationDetail>(
      reviewer,
      'GET',
      `/api/licensing/applications/${sent.body.applicationNo}`,
    )
    expect(file.body).toMatchObject({
      applicant: { nameMasked: '梁**' },
      agent: { nameMasked: '李**', form: 'electronic', services: ['停业', '歇业（注销）'], validTo: '2026-12-31' },
    })
    const noted = await house.house.all(tx =>
      sql`select 1 from platform.audit_entry where action = 'licensing.submitAsAgent' and details->>'mandate' = ${mandateId}`.execute(
        tx,
      ),
    )
    expect(noted.rows).toHaveLength(1)
  })

  it('is nobody without a mandate, after its withdrawal, and at a terminal', async () => {
    const [holder, agent] = [house.online(1), house.online(2)]
    const { mandateId } = (await give(holder, { services: ['reissue'] })).body
    const at = `/api/licensing/my/mandates/${mandateId}`
    expect((await house.ask(house.online(3), 'GET', `${at}/services/reissue`)).body.code).toBe('mandateUnknown')
    expect((await house.ask(house.house.citizen(2), 'GET', `${at}/services/reissue`)).body.code).toBe('notPermitted')
    expect((await house.ask(agent, 'POST', `${at}/withdrawal`, {})).body.code).toBe('mandateUnknown')
    expect((await house.ask(holder, 'POST', `${at}/withdrawal`, {})).status).toBe(204)
    expect((await house.ask(agent, 'GET', `${at}/services/reissue`)).body.code).toBe('mandateEnded')
    await expect(
      house.house.all(tx =>
        sql`update licensing.mandate set valid_to = '2030-01-01' where id = ${mandateId}`.execute(tx),
      ),
    ).rejects.toThrow('permission denied')
  })

  it('does not get by a code to a telephone what the code itself could not do', async () => {
    const byCode: Actor = { ...(house.online(1) as Actor & { kind: 'citizen' }), method: 'code' }
    expect((await give(byCode, { services: ['close'] })).body.code).toBe('stepUpNeeded')
    const { mandateId } = (await give(house.online(1), { services: ['close'] })).body
    const agent: Actor = { ...(house.online(2) as Actor & { kind: 'citizen' }), method: 'code' }
    const body = submitBody(no, { service: 'close', answers: { reason: 'retire', final: 'yes' } })
    const sent = await house.ask(agent, 'POST', `/api/licensing/my/mandates/${mandateId}/applications`, { body })
    expect(sent.body.code).toBe('stepUpNeeded')
  })

  it.each([
    [{ licenceNo: other }, 'licenceNotYours'],
    [{ agent: { name: '本人', idNo: person(1) } }, 'mandateToSelf'],
    [{ validTo: '2026-02-30' }, 'mandatePeriodWrong'],
    [{ signature: { ...signature, strokes: [[1, 1]] } }, 'signatureEmpty'],
  ])('is refused by name: %o', async (change, code) => {
    expect((await give(house.online(1), change)).body.code).toBe(code)
  })
})

describe('somebody else for the holder, at the window', () => {
  const take = (counter: string, change: object = {}) =>
    house.ask<MandateView>(atDesk, 'POST', `/api/licensing/window/${counter}/mandates`, {
      body: {
        ...{ licenceNo: '440785100003', services: ['renewal'], ...term, seen: true },
        ...{ principal: { name: '梁模拟', idNo: person(3) }, ...change },
      },
    })

  it('comes with a paper that is looked at, and what is missing of it stands in the list', async () => {
    const counter = await house.stand(2)
    expect((await take(counter, { seen: false })).body.code).toBe('mandatePaperNotSeen')
    expect((await take(counter, { principal: { name: '别人', idNo: person(3) } })).body.code).toBe('principalNotHolder')
    expect((await take(counter, { principal: { name: '梁模拟', idNo: person(1) } })).body.code).toBe(
      'principalNotHolder',
    )
    const { mandateId } = (await take(counter)).body
    const at = `/api/licensing/window/${counter}/mandates/${mandateId}`
    const body = submitBody('440785100003')
    const sent = await house.ask<CheckResult>(atDesk, 'POST', `${at}/applications`, { body })
    expect(sent.body).toMatchObject({ outcome: 'person' })
    const file = await house.ask<ApplicationDetail>(
      atDesk,
      'GET',
      `/api/licensing/applications/${sent.body.applicationNo}`,
    )
    expect(file.body.agent).toMatchObject({ form: 'paper', idNoMasked: `**************${person(2).slice(-4)}` })
    expect(file.body.materials.find(({ kind }) => kind === 'mandate')).toMatchObject({ state: '缺' })
    const { applicationNo } = sent.body
    const { content } = await house.house.all(async tx => {
      await issuePaper(tx, house.house.keyring, { kind: 'receipt', applicationNo, facts: {}, at: today })
      const { rows } = await sql<{
        content: string
      }>`select content from licensing.paper where application_no = ${applicationNo}`.execute(tx)
      return rows[0] ?? { content: '' }
    })
    expect(content).toContain('；代理人：梁模拟）')
  })

  it('is gone with the visit: the next person at the counter cannot use it', async () => {
    const counter = await house.stand(2)
    const { items } = (
      await house.ask<{ items: MandateView[] }>(atDesk, 'GET', `/api/licensing/window/${counter}/mandates`)
    ).body
    expect(items.map(({ licenceNo }) => licenceNo)).toContain('440785100003')
    const next = await house.stand(1)
    const at = `/api/licensing/window/${next}/mandates/${items[0]?.mandateId}`
    expect((await house.ask(atDesk, 'GET', `${at}/services/renewal`)).body.code).toBe('mandateUnknown')
  })
})
