import { execFileSync } from 'node:child_process'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Moment } from '#kernel/dates'
import { previewNumber, previewPaper, renderPaper } from '../papers/render-paper.ts'
import { listFiles } from '../queries/files.ts'
import { statesFor } from '../rules/application/step-guards.ts'
import type { RawStepInput } from '../rules/application/step-input.ts'
import type { ApplicationRecord } from '../store.ts'
import { moment, officer, one, openRenewalHouse, type RenewalHouse, today } from '../testing/renewal-house.ts'
import { previewStep } from './preview-step.ts'
import { type Officer, takeStep } from './take-step.ts'

const pdfText = (pdf: Uint8Array): string =>
  execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf }).toString('utf8').replace(/\s/gu, '')

const window = officer('w1', 'window')
const reviewer = officer('r1', 'reviewer')
const decider = officer('d1', 'decider')
const head = officer('h1', 'head')
const both = officer('b1', 'reviewer', 'decider')

let house: RenewalHouse
let serial = 0
let applicationNo = ''
let licenceNo = ''

beforeAll(async () => {
  house = await openRenewalHouse()
})
afterAll(() => house.close())
beforeEach(async () => {
  serial += 1
  licenceNo = String(440785100000 + serial)
  await house.addShops([{ no: licenceNo, person: serial }], { siteCheckedOn: null })
  const result = await house.submit(licenceNo, house.citizen(serial))
  if (!result.ok) throw new Error(result.refusal)
  applicationNo = result.value.applicationNo
})

interface Given {
  readonly input?: RawStepInput
  readonly at?: Moment
  readonly version?: number
}

const fileNow = () =>
  one(
    house,
    sql<{
      version: number
      state: string
    }>`select version, state from licensing.application where application_no = ${applicationNo}`,
  )
async function step(by: Officer, event: string, { input = {}, at = today, version }: Given = {}) {
  const seen = version ?? (await fileNow()).version
  return house.test.database.within({ areas: by.areas }, tx =>
    takeStep(tx, { applicationNo, event, version: seen, input, by, at }, house.setting),
  )
}
async function done(...given: Parameters<typeof step>): Promise<ApplicationRecord> {
  const result = await step(...given)
  if (!result.ok) throw new Error(`${given[1]}: ${result.refusal} ${JSON.stringify(result.details)}`)
  return result.value
}
const why = async (...given: Parameters<typeof step>) => {
  const result = await step(...given)
  return result.ok ? 'allowed' : String((result.details ?? { why: undefined }).why ?? result.refusal)
}
const opinion = { opinion: '经审核，材料齐全，情况属实。' }
const grounds = { opinion: '店铺已搬到小学门口，两人实地测量 38.5 米。', grounds: [2] }
const papers = async () =>
  (
    await one(
      house,
      sql<{
        kinds: string[]
      }>`select array_agg(kind order by kind) as kinds from licensing.paper where application_no = ${applicationNo}`,
    )
  ).kinds

async function toReview(by = reviewer) {
  await done(window, 'accept')
  await done(by, 'startReview')
}
async function toProposedDenial(by = reviewer) {
  await toReview(by)
  await done(by, 'inviteStatement', { input: grounds })
  await done(by, 'recordStatement', { input: { statement: { heard: true, text: '店是老店，一直在那里。' } } })
  await done(by, 'proposeDeny', { input: grounds })
}

describe('the road to a grant', () => {
  it('goes by window, reviewer and decider, renews the licence and writes a paper at each stop', async () => {
    await toReview()
    await done(reviewer, 'proposeGrant', { input: opinion })
    const file = await done(decider, 'grant', { input: { opinion: '同意。' } })
    expect(file).toMatchObject({
      state: 'granted',
      decidedOn: '2026-11-23',
      clockKind: 'serve',
      clockDueOn: '2026-12-07',
    })
    const licence = await one(
      house,
      sql<{
        validTo: string
        version: number
        state: string
      }>`select valid_to, version, state from licensing.licence where licence_no = ${licenceNo}`,
    )
    expect(licence).toEqual({ validTo: '2032-01-15', version: 2, state: 'valid' })
    const decision = await one(
      house,
      sql<
        Record<string, unknown>
      >`select result, decided_as, decided_by, proposed_by from licensing.decision where application_no = ${applicationNo}`,
    )
    expect(decision).toEqual({ result: 'grant', decidedAs: 'staff', decidedBy: 'staff:d1', proposedBy: 'staff:r1' })
    expect(await papers()).toEqual(['acceptance', 'renewalGrant'])
    await done(window, 'serve', { input: { opinion: '本人签收。' } })
    expect((await fileNow()).state).toBe('served')
  })

  it('starts the new term with the decision when a late application was decided after expiry', async () => {
    serial += 1
    licenceNo = String(440785100000 + serial)
    await house.addShops([{ no: licenceNo, person: serial, validTo: '2026-11-30' }], { siteCheckedOn: null })
    const result = await house.submit(licenceNo, house.citizen(serial))
    applicationNo = result.ok ? result.value.applicationNo : ''
    await toReview()
    await done(reviewer, 'proposeGrant', { input: opinion })
    await done(decider, 'grant', { input: opinion, at: moment('2026-12-03') })
    const licence = await one(
      house,
      sql<{
        validFrom: string
        validTo: string
      }>`select valid_from, valid_to from licensing.licence where licence_no = ${licenceNo}`,
    )
    expect(licence).toEqual({ validFrom: '2026-12-03', validTo: '2031-12-02' })
  })
})

describe('the road to a refusal', () => {
  it('needs a statement first, grounds, reasons, two people, and ends with the way to appeal', async () => {
    await toReview()
    expect(await why(reviewer, 'proposeDeny', { input: grounds })).toContain('陈述申辩')
    await done(reviewer, 'inviteStatement', { input: grounds })
    await done(reviewer, 'recordStatement', { input: { statement: { heard: true, text: '店没有搬过。' } } })
    expect(await why(reviewer, 'proposeDeny', { input: { opinion: '不符合' } })).toBe('groundsMissing')
    expect(await why(reviewer, 'proposeDeny', { input: { grounds: [2] } })).toBe('opinionMissing')
    expect(await why(reviewer, 'proposeDeny', { input: { opinion: '不符合', grounds: [12] } })).toBe('groundsMissing')
    await done(reviewer, 'proposeDeny', { input: grounds })
    expect(await why(decider, 'grant', { input: opinion })).toContain('退回审核')
    await done(decider, 'deny', { input: { opinion: '同意审核意见。' } })
    const decision = await one(
      house,
      sql<{
        result: string
        remedy: string
        reasons: string[]
      }>`select result, remedy, reasons from licensing.decision where application_no = ${applicationNo}`,
    )
    expect(decision.result).toBe('deny')
    expect(decision.remedy).toMatch(/六十日.*行政复议.*六个月.*行政诉讼/)
    expect(decision.reasons).toHaveLength(2)
    expect(await papers()).toEqual(['acceptance', 'renewalDenial', 'statementNotice'])
    const licence = await one(
      house,
      sql<{
        version: number
        validTo: string
      }>`select version, valid_to from licensing.licence where licence_no = ${licenceNo}`,
    )
    expect(licence).toEqual({ version: 1, validTo: '2027-01-15' })
  })

  it('does not take silence for a waiver before the period has ended', async () => {
    await toReview()
    await done(reviewer, 'inviteStatement', { input: grounds })
    const silent = { statement: { heard: false, text: '' } }
    expect(await why(reviewer, 'recordStatement', { input: silent })).toBe('statementStillOpen')
    expect(await why(reviewer, 'recordStatement', { input: silent, at: moment('2026-11-30') })).toBe(
      'statementStillOpen',
    )
    expect((await done(reviewer, 'recordStatement', { input: silent, at: moment('2026-12-01') })).statement).toBe(
      'waived',
    )
  })

  it('is barred once the law has granted: after expiry of a timely application nobody refuses', async () => {
    await toProposedDenial()
    expect(await why(decider, 'deny', { input: opinion, at: moment('2027-01-16') })).toContain('视为准予')
    expect(await why(decider, 'deny', { input: opinion, at: moment('2027-01-15') })).toBe('allowed')
  })
})

describe('two people', () => {
  it('whoever proposed may not decide, even with both roles', async () => {
    await toProposedDenial(both)
    expect(await why(both, 'deny', { input: opinion })).toContain('不能自己审批')
    await done(both, 'returnToReview', { input: opinion })
    await done(both, 'proposeGrant', { input: opinion })
    expect(await why(both, 'grant', { input: opinion })).toContain('不能自己审批')
    await done(decider, 'grant', { input: opinion })
  })

  it('a step of another role says which role it needs', async () => {
    expect(await why(reviewer, 'accept')).toContain('窗口受理')
    await toReview()
    expect(await why(reviewer, 'extend', { input: opinion })).toContain('局负责人')
  })
})

describe('corrections and extension', () => {
  it('asks once, with the whole list, within five working days', async () => {
    const items = [{ what: '营业执照', how: '到窗口出示原件' }]
    expect(await why(window, 'askCorrection', { input: { items: [] } })).toBe('correctionsMissing')
    expect(await why(window, 'askCorrection', { input: { items: [{ what: '营业执照', how: ' ' }] } })).toBe(
      'correctionsMissing',
    )
    expect(await why(window, 'askCorrection', { input: { items }, at: moment('2026-12-01') })).toContain('2026-11-30')
    const file = await done(window, 'askCorrection', { input: { items }, at: moment('2026-11-30') })
    expect(file).toMatchObject({
      state: 'correctionRequested',
      clockKind: 'correctionAnswer',
      clockDueOn: '2026-12-21',
    })
    expect(await why(window, 'lapse', { input: opinion, at: moment('2026-12-21') })).toContain('还没有过')
    const accepted = await done(window, 'resubmit', { input: opinion, at: moment('2026-12-02') })
    expect(accepted).toMatchObject({
      state: 'accepted',
      acceptedOn: '2026-12-02',
      clockKind: 'decide',
      clockDueOn: '2026-12-14',
    })
    expect(await why(window, 'askCorrection', { input: { items } })).not.toBe('allowed')
  })

  it('extends once, up to the due day, and counts the four days from the eighth', async () => {
    await toReview()
    expect(await why(head, 'extend', { input: opinion, at: moment('2026-12-04') })).toContain('不能再延长')
    const file = await done(head, 'extend', { input: opinion, at: moment('2026-12-03') })
    expect(file).toMatchObject({ state: 'extended', extended: true, clockDueOn: '2026-12-09' })
    const { content } = await one(
      house,
      sql<{
        content: string
      }>`select content from licensing.paper where application_no = ${applicationNo} and kind = 'extension'`,
    )
    expect(content).toContain('2026年12月9日')
    await done(reviewer, 'proposeGrant', { input: opinion })
    await done(decider, 'returnToReview', { input: opinion })
    expect(await why(head, 'extend', { input: opinion })).toContain('只能延长一次')
  })
})

describe('the handler of a file', () => {
  const [second, third, outside] = ['1', '2', '3'].map(n => `00000000-0000-4000-8000-00000000b00${n}`) as [
    string,
    string,
    string,
  ]
  beforeAll(() =>
    house.all(tx =>
      sql`insert into access.staff (id, account, name, roles, areas, state, created_at) values
        (${second}, 'handler.two', '周二', array['reviewer'], array['440785'], 'active', now()),
        (${third}, 'handler.three', '吴三', array['legal'], array['440785'], 'active', now()),
        (${outside}, 'handler.four', '郑四', array['reviewer'], array['440785'], 'closed', now())`.execute(tx),
    ),
  )
  const handler = async () =>
    (
      await one(
        house,
        sql<{
          handler: string | null
        }>`select handler from licensing.application where application_no = ${applicationNo}`,
      )
    ).handler

  it('is whoever starts the review; others are told so, and are handed the file with a reason', async () => {
    await toReview()
    expect(await handler()).toBe('staff:r1')
    const other = officer(second, 'reviewer')
    expect(await why(other, 'proposeGrant', { input: opinion })).toContain('承办人')
    expect(await why(other, 'claim')).toContain('已经有承办人')
    expect(await why(other, 'transfer', { input: { ...opinion, to: second } })).toContain('只有承办人和局负责人')
    expect(await why(reviewer, 'transfer', { input: { to: second } })).toBe('opinionMissing')
    for (const to of [third, outside, 'r1', 'nobody'])
      expect(await why(reviewer, 'transfer', { input: { ...opinion, to } })).toBe('colleagueUnknown')
    await done(reviewer, 'transfer', { input: { opinion: '外出培训', to: second } })
    expect(await handler()).toBe(`staff:${second}`)
    expect(await why(reviewer, 'proposeGrant', { input: opinion })).toContain('承办人')
    await done(other, 'proposeGrant', { input: opinion })
  })

  it('may put the file back, the head may take it from him, and whoever claims it goes on', async () => {
    await toReview()
    await done(head, 'transfer', { input: { opinion: '承办人休假', to: null } })
    expect(await handler()).toBeNull()
    expect(await why(reviewer, 'proposeGrant', { input: opinion })).toContain('先认领')
    const other = officer(second, 'reviewer')
    await done(other, 'claim')
    await done(other, 'proposeGrant', { input: opinion })
  })

  it('asks colleagues to countersign: each answers once, the last answer brings the file back, the clock runs on', async () => {
    await toReview()
    const due = (await done(reviewer, 'askCosign', { input: { ...opinion, ask: [second, third] } })).clockDueOn
    expect(due).toBe('2026-12-03')
    expect(await why(reviewer, 'proposeGrant', { input: opinion })).not.toBe('allowed')
    expect(await why(window, 'answerCosign', { input: { ...opinion, agrees: true } })).toContain('没有请您')
    const answer = { input: { opinion: '没有意见', agrees: true } }
    expect((await done(officer(second, 'reviewer'), 'answerCosign', answer)).state).toBe('cosigning')
    expect(await why(officer(second, 'reviewer'), 'answerCosign', answer)).toContain('已经填写过')
    const back = await done(officer(third, 'legal'), 'answerCosign', { input: { opinion: '理由不足', agrees: false } })
    expect(back).toMatchObject({ state: 'reviewing', clockDueOn: due, handler: 'staff:r1' })
  })

  it('ends a countersigning with a recorded reason when somebody does not answer, and asks nobody unknown or himself', async () => {
    await toReview()
    expect(await why(reviewer, 'askCosign', { input: { ...opinion, ask: ['r1'] } })).toBe('colleagueUnknown')
    await done(reviewer, 'askCosign', { input: { ...opinion, ask: [second] } })
    expect(await why(officer(second, 'reviewer'), 'endCosign', { input: opinion })).toContain('承办人')
    expect((await done(reviewer, 'endCosign', { input: { opinion: '期限将至' } })).state).toBe('reviewing')
    await done(reviewer, 'askCosign', { input: { ...opinion, ask: [third] } })
    expect(await why(officer(second, 'reviewer'), 'answerCosign', { input: { ...opinion, agrees: true } })).toContain(
      '没有请您',
    )
  })
})

describe('my list', () => {
  const mine = (by: Officer) =>
    house.test.database.within({ areas: by.areas }, async tx =>
      (
        await listFiles(tx, {
          ...{ states: statesFor(by.roles), mine: `staff:${by.staffId}`, today: '2026-11-23', soonUntil: '2026-11-25' },
          ...{ page: 1, size: 1000 },
        })
      ).some(file => file.applicationNo === applicationNo),
    )
  const other = officer('r9', 'reviewer')

  it('shows a file under review to its handler only, and to everybody once it waits to be claimed', async () => {
    await done(window, 'accept')
    expect([await mine(reviewer), await mine(other)]).toEqual([true, true])
    await done(reviewer, 'startReview')
    expect([await mine(reviewer), await mine(other)]).toEqual([true, false])
    await done(reviewer, 'transfer', { input: { opinion: '外出', to: null } })
    expect([await mine(reviewer), await mine(other)]).toEqual([true, true])
  })

  it('shows a file that is countersigned to those who are asked, until they have answered', async () => {
    const [asked, late] = ['5', '6'].map(n => `00000000-0000-4000-8000-00000000b00${n}`) as [string, string]
    await house.all(tx =>
      sql`insert into access.staff (id, account, name, roles, areas, state, created_at) values
        (${asked}, 'asked.one', '冯五', array['legal'], array['440785'], 'active', now()),
        (${late}, 'asked.two', '陈六', array['legal'], array['440785'], 'active', now())`.execute(tx),
    )
    await toReview()
    await done(reviewer, 'askCosign', { input: { ...opinion, ask: [asked, late] } })
    const [first, second] = [officer(asked, 'legal'), officer(late, 'legal')]
    expect([await mine(first), await mine(second), await mine(reviewer)]).toEqual([true, true, false])
    await done(first, 'answerCosign', { input: { ...opinion, agrees: true } })
    expect([await mine(first), await mine(second), await mine(reviewer)]).toEqual([false, true, false])
  })
})

describe('a hearing', () => {
  it('is told seven working days before, with place and time on paper', async () => {
    await toReview()
    await done(reviewer, 'callHearing', { input: opinion })
    expect(
      await step(reviewer, 'scheduleHearing', { input: { ...opinion, heldAt: '2026-12-01T09:30' } }),
    ).toMatchObject({
      refusal: 'hearingTooSoon',
      details: { from: '2026-12-02' },
    })
    await done(reviewer, 'scheduleHearing', { input: { opinion: '二楼会议室', heldAt: '2026-12-02T09:30' } })
    const { content } = await one(
      house,
      sql<{
        content: string
      }>`select content from licensing.paper where application_no = ${applicationNo} and kind = 'hearingCall'`,
    )
    expect(content).toContain('2026年12月2日9时30分')
  })
})

describe('the end of a file', () => {
  it('at the applicant’s signed wish is written down by the window, with the paper that confirms it', async () => {
    await toReview()
    expect(await why(window, 'withdrawOnPaper', { input: opinion })).toBe('signedWishMissing')
    expect(await why(reviewer, 'withdrawOnPaper', { input: { ...opinion, signed: true } })).toContain('窗口受理')
    const file = await done(window, 'withdrawOnPaper', { input: { opinion: '11月23日到窗口递交', signed: true } })
    expect(file).toMatchObject({ state: 'withdrawn', clockKind: null })
    expect(await papers()).toContain('withdrawal')
  })

  it('is an archive with its catalogue; an appeal is recorded before and after, and upheld or reversed', async () => {
    const legal = officer('l1', 'legal')
    await toProposedDenial()
    await done(decider, 'deny', { input: opinion })
    await done(window, 'serve', { input: opinion })
    await done(legal, 'appeal', { input: { opinion: '收到复议申请' } })
    await done(legal, 'uphold', { input: { opinion: '复议维持' } })
    await done(window, 'archive')
    const { content } = await one(
      house,
      sql<{
        content: string
      }>`select content from licensing.paper where application_no = ${applicationNo} and kind = 'catalogue'`,
    )
    for (const part of ['《不予延续决定书》', '申请人手写签名', '登记复议或者诉讼', '归档'])
      expect(content).toContain(part)
    expect(content.match(/SM3 (?:[0-9a-f]{16} ?){4}/gu)?.length).toBeGreaterThan(10)
    await done(legal, 'appeal', { input: { opinion: '起诉' } })
    const reversed = await done(legal, 'reverse', { input: { opinion: '判决撤销' } })
    expect(reversed.state).toBe('reversed')
    await done(window, 'archive')
  })
})

describe('a preview', () => {
  it('is what the step will issue, to the byte but for number and seal, and leaves nothing behind', async () => {
    const before = await fileNow()
    const request = { applicationNo, event: 'accept', version: before.version, input: {}, by: window, at: today }
    const preview = await house.test.database.within({ areas: window.areas }, tx =>
      previewStep(tx, request, house.setting),
    )
    expect(await fileNow()).toEqual(before)
    await done(window, 'accept')
    const { content, digest, number } = await one(
      house,
      sql<{ content: string; digest: string; number: string }>`
        select content, digest, number from licensing.paper where application_no = ${applicationNo}`,
    )
    // The rolled-back preview spent no number: the paper bears the very one the preview would have had.
    expect(preview).toEqual({ ok: true, value: content })
    const page = (words: string) => Buffer.from(previewPaper(words, 'demo'))
    expect(page(preview.ok ? preview.value : '').equals(page(content))).toBe(true)
    const seen = pdfText(previewPaper(content, 'demo'))
    const printed = pdfText(renderPaper(content, digest, 'demo'))
    const { blocks } = JSON.parse(content) as { blocks: { text: string }[] }
    for (const { text } of blocks) for (const pdf of [seen, printed]) expect(pdf).toContain(text.replace(/\s/gu, ''))
    expect(seen).toContain(previewNumber)
    expect([seen.includes('模拟印章'), printed.includes('模拟印章')]).toEqual([false, true])
    expect(seen).not.toContain(number)
  })

  it('of a step without a paper, or of one that is not possible, says so', async () => {
    await toReview()
    const { version } = await fileNow()
    const ask = (event: string, input: RawStepInput) =>
      house.test.database.within({ areas: ['440785'] }, tx =>
        previewStep(tx, { applicationNo, event, version, input, by: reviewer, at: today }, house.setting),
      )
    expect(await ask('proposeGrant', opinion)).toMatchObject({ refusal: 'stepWithoutPaper' })
    expect(await ask('grant', opinion)).toMatchObject({ refusal: 'stepNotAllowed' })
  })
})

describe('an outdated page', () => {
  it('is refused with 409 and changes nothing', async () => {
    const { version } = await fileNow()
    await done(window, 'accept')
    expect(await step(window, 'accept', { version })).toMatchObject({ refusal: 'changedMeanwhile' })
  })

  it('two officers at once: one steps, the other is told', async () => {
    const { version } = await fileNow()
    const results = await Promise.all([
      step(window, 'accept', { version }),
      step(officer('w2', 'window'), 'accept', { version }),
    ])
    expect(results.map(result => (result.ok ? 'ok' : result.refusal)).toSorted()).toEqual(['changedMeanwhile', 'ok'])
  })

  it('an unknown step, a step of the machine and a file of another county are refused by name', async () => {
    for (const event of ['autoGrant', 'deem', 'withdraw', 'constructor', ''])
      expect(await why(window, event)).toBe('stepUnknown')
    const far: Officer = { ...window, areas: ['440781'] }
    expect(await why(far, 'accept')).toBe('applicationNotFound')
  })

  it('text with invisible characters is refused, not stored', async () => {
    await toReview()
    expect(await why(reviewer, 'proposeGrant', { input: { opinion: '同意\u202e' } })).toBe('textControlCharacter')
  })
})
