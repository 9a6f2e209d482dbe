import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffRole } from '#kernel/actor'
import { parseStatusList } from '#kernel/status-list'
import { isSealed } from '#platform/paper-seal'
import { listOpenProceedings } from '../../queries/open-proceedings.ts'
import { findPaperPage } from '../../queries/paper-page.ts'
import { readProceedings } from '../../queries/proceedings.ts'
import type { ProceedingKind } from '../../rules/proceeding/kinds.ts'
import type { ProceedingEvent } from '../../rules/proceeding/moves.ts'
import { readPersonRecord } from '../../store/new-applications.ts'
import { moment, officer, one, openRenewalHouse, type RenewalHouse, today } from '../../testing/renewal-house.ts'
import { noteCaseOutcome } from '../note-case.ts'
import { recordService } from '../record-service.ts'
import { issueStatusList } from '../sign-status-list.ts'
import { openProceeding } from './open.ts'
import { proposeByCase } from './propose-by-case.ts'
import { takeProceedingStep } from './step.ts'

let house: RenewalHouse
let serial = 0
beforeAll(async () => {
  house = await openRenewalHouse()
})
afterAll(() => house.close())

async function shop(change: { status?: string; validTo?: string } = {}): Promise<string> {
  serial += 1
  const no = `4407851${String(70_000 + serial)}`
  await house.addShops([{ no, person: serial, validTo: '2029-06-01', ...change }])
  return no
}
const open = (licenceNo: string, kind: ProceedingKind, at = today) =>
  house.all(tx =>
    openProceeding(tx, { licenceNo, kind, reason: '举报属实。', by: officer('a', 'reviewer'), at }, house.setting),
  )

interface Doing {
  readonly who?: string
  readonly role?: StaffRole
  readonly words?: string
  readonly heard?: boolean
  readonly ground?: Readonly<Record<string, string>>
  readonly at?: typeof today
}
async function step(proceedingNo: string, event: ProceedingEvent, doing: Doing = {}) {
  const { who = 'a', role = 'reviewer', words = '经查属实。', heard = true, at = today, ground } = doing
  const { version } = await one<{ version: number }>(
    house,
    sql`select version from licensing.proceeding where proceeding_no = ${proceedingNo}`,
  )
  const by = officer(who, role)
  const asked = { proceedingNo, event, version, words, heard, by, at, ...(ground ? { ground } : {}) }
  return house.all(tx => takeProceedingStep(tx, asked, house.setting))
}
const decide = (no: string, at = today) => step(no, 'decide', { who: 'b', role: 'decider', at })
const licenceOf = (no: string) =>
  one<{ state: string; endedBy: string | null }>(
    house,
    sql`select state, ended_by from licensing.licence where licence_no = ${no}`,
  )
/** What the signed list says of a licence; undefined = valid. */
const listed = async (no: string, at = today) => {
  const list = parseStatusList((await house.all(tx => issueStatusList(tx, at, house.setting))).text)
  return list.ok ? list.value.list.states.get(no) : list.refusal
}
const opened = async (licenceNo: string, kind: ProceedingKind, at = today): Promise<string> => {
  const result = await open(licenceNo, kind, at)
  if (!result.ok) throw new Error(result.refusal)
  return result.value.proceedingNo
}
const papersOf = async (licenceNo: string) => {
  const page = await house.all(tx =>
    readProceedings(tx, { licenceNo, by: officer('a', 'reviewer'), at: today }, house.setting),
  )
  return page?.items[0]?.papers ?? []
}

describe('what the bureau begins itself', () => {
  it('an order to rectify is noticed, heard, proposed and decided by two, and lifted after acceptance', async () => {
    const no = await shop()
    const file = await opened(no, 'rectify')
    expect(await step(file, 'propose')).toMatchObject({ refusal: 'stepNotAllowed' })
    expect(await step(file, 'notify')).toMatchObject({ ok: true, value: { statement: 'invited', state: 'notified' } })
    expect(await step(file, 'recordStatement', { heard: false })).toMatchObject({ refusal: 'statementStillOpen' })
    await step(file, 'recordStatement')
    await step(file, 'propose', { words: '货架上摆放了无证来源的卷烟。' })
    expect(await step(file, 'decide', { who: 'a', role: 'decider' })).toMatchObject({ refusal: 'stepNotAllowed' })
    expect(await licenceOf(no)).toMatchObject({ state: 'valid' })
    expect(await decide(file)).toMatchObject({ ok: true, value: { state: 'decided' } })
    expect(await licenceOf(no)).toMatchObject({ state: 'rectifying', endedBy: null })
    expect((await papersOf(no)).map(paper => paper.title)).toEqual(['陈述申辩告知书', '责令暂停业务整顿通知书'])

    const lift = await opened(no, 'acceptRectification')
    await step(lift, 'propose')
    await decide(lift)
    expect(await licenceOf(no)).toMatchObject({ state: 'valid' })
  })

  it('rescinding takes a hearing where it is asked for, keeps the reason, and ends with the closing formality', async () => {
    const no = await shop()
    const file = await opened(no, 'rescind')
    await step(file, 'notify')
    await step(file, 'callHearing', { words: '2026年12月3日上午九时，本局会议室，主持人吴江。' })
    await step(file, 'recordHearing', { role: 'legal', words: '双方到场，各自陈述。' })
    await step(file, 'propose', { words: '申请时提供的租赁合同系伪造。' })
    await decide(file)
    expect(await licenceOf(no)).toMatchObject({ state: 'rescinded', endedBy: 'rescind' })
    const papers = await papersOf(no)
    const titles = ['听证告知书', '听证通知书', '听证笔录', '撤销行政许可决定书']
    expect(papers.map(paper => paper.title).toSorted()).toEqual(titles.toSorted())
    const decision = papers.find(paper => paper.title === '撤销行政许可决定书')
    const page = await house.all(tx => findPaperPage(tx, decision?.paperId ?? ''))
    expect(page && isSealed(page.content, page, house.keyring.licencePublicKeys())).toBe(true)
    for (const words of ['六十日内', '系伪造', '《行政许可法》第六十九条', '听证已经举行'])
      expect(page?.content).toContain(words)
    const close = await opened(no, 'cancel')
    await step(close, 'propose')
    await decide(close)
    expect(await licenceOf(no)).toMatchObject({ state: 'cancelled', endedBy: 'rescind' })
  })

  it('a licence obtained by fraud is rescinded by a kind of its own, which bars its holder; one wrongly granted does not', async () => {
    const barsAfter = async (kind: 'rescind' | 'rescindFraud') => {
      const no = await shop()
      const file = await opened(no, kind)
      await step(file, 'notify')
      await step(file, 'recordStatement')
      await step(file, 'propose', { words: '申请时冒用他人身份。' })
      expect(await decide(file)).toMatchObject({ ok: true })
      expect(await licenceOf(no)).toMatchObject({ state: 'rescinded', endedBy: 'rescind' })
      const { index } = await one<{ index: string }>(
        house,
        sql`select operator_index as index from licensing.licence where licence_no = ${no}`,
      )
      return (await house.all(tx => readPersonRecord(tx, index, '440785103'))).bars
    }
    expect(await barsAfter('rescind')).toEqual([])
    expect(await barsAfter('rescindFraud')).toEqual([{ kind: 'fraud', since: today.today.toString() }])
    // Where the decision falls, it bars nobody any more.
    const no = `4407851${String(70_000 + serial)}`
    const back = await opened(no, 'restore')
    const ground = { document: 'fy', no: '模拟2号', on: '2026-11-22', effect: 'void' }
    await step(back, 'propose', { ground })
    expect(await decide(back)).toMatchObject({ ok: true })
    const { index } = await one<{ index: string }>(
      house,
      sql`select operator_index as index from licensing.licence where licence_no = ${no}`,
    )
    expect((await house.all(tx => readPersonRecord(tx, index, '440785103'))).bars).toEqual([])
  })

  it('what a case proposes waits for two people, beside what an officer has open, and never begins again', async () => {
    const no = await shop()
    const told = {
      licenceNo: no,
      caseNo: 'AJ-2026-000201',
      by: 'system:cases',
      reason: '处罚决定：取消资格。',
      at: today,
    }
    const own = await opened(no, 'rectify')
    const propose = () => house.all(tx => proposeByCase(tx, told, house.keyring))
    const waiting = () => house.all(tx => listOpenProceedings(tx, officer('a', 'reviewer'), today))
    for (const _ of [1, 2]) await propose()
    const lines = (await waiting()).filter(({ licenceNo }) => licenceNo === no)
    expect(lines.map(({ caseNo, next }) => [caseNo, next?.label])).toEqual([
      [null, '告知（公告）'],
      ['AJ-2026-000201', '提出处理意见'],
    ])
    expect(await open(no, 'rescind')).toMatchObject({ refusal: 'proceedingOpen', details: { proceedingNo: own } })
    const file = lines.find(({ caseNo }) => caseNo !== null)?.proceedingNo ?? ''
    await step(file, 'propose', { words: '处罚决定已经送达。' })
    expect(await step(file, 'decide', { who: 'a', role: 'decider' })).toMatchObject({ refusal: 'stepNotAllowed' })
    expect(await licenceOf(no)).toMatchObject({ state: 'valid' })
    expect(await decide(file)).toMatchObject({ ok: true })
    expect(await licenceOf(no)).toMatchObject({ state: 'revoked', endedBy: 'revoke' })
    const page = await house.all(async tx => {
      const { rows } = await sql<{ id: string }>`select id from licensing.paper where proceeding_no = ${file}`.execute(
        tx,
      )
      return findPaperPage(tx, rows[0]?.id ?? '')
    })
    for (const words of ['案件 AJ-2026-000201', '有权要求听证', '处罚决定已经送达', '六十日内'])
      expect(page?.content).toContain(words)
    await propose()
    expect((await waiting()).filter(({ caseNo }) => caseNo !== null)).toEqual([])
  })

  it('a licence revoked by a penalty that fell later stands again with its own days, by two people on the document that says so', async () => {
    const no = await shop({ status: 'suspended' })
    const caseNo = 'AJ-2026-000202'
    const told = { licenceNo: no, caseNo, by: 'system:cases', reason: '处罚决定：吊销许可证。', at: today }
    await house.all(tx => proposeByCase(tx, told, house.keyring))
    const ofCase = async (kind: string) =>
      (
        await one<{ file: string | null }>(
          house,
          sql`select max(proceeding_no) as file from licensing.proceeding where case_no = ${caseNo} and kind = ${kind}`,
        )
      ).file ?? ''
    const taken = await ofCase('revoke')
    await step(taken, 'propose')
    await decide(taken)
    expect([await licenceOf(no), await listed(no)]).toMatchObject([{ state: 'revoked', endedBy: 'revoke' }, 'revoked'])

    const about = { caseNo, areaCode: '440785103', licenceNo: no, filedOn: '2026-10-01', over: false }
    const fell = { ...about, party: { name: '梁模拟', idNo: '' }, setAside: '模拟复议决定1号' }
    for (const _ of [1, 2]) await house.all(tx => noteCaseOutcome(tx, fell, { at: today, keyring: house.keyring }))
    // The machine proposed; nothing has moved yet, and the database moves nothing by itself.
    const back = await ofCase('restore')
    expect([await licenceOf(no), back]).toMatchObject([{ state: 'revoked' }, expect.stringMatching(/^L/)])
    const bare = house.all(tx =>
      sql`update licensing.licence set state = 'suspended' where licence_no = ${no}`.execute(tx),
    )
    await expect(bare).rejects.toThrow(/restored by people/)

    const ground = { document: 'fy', no: '恩府复〔2026〕模拟1号', on: '2026-11-22', effect: 'annulled' }
    expect(await step(back, 'propose')).toMatchObject({
      refusal: 'restoreGroundMissing',
      details: { field: '凭什么文书' },
    })
    const later = { ...ground, on: '2026-11-24' }
    expect(await step(back, 'propose', { ground: later })).toMatchObject({ refusal: 'restoreGroundLater' })
    expect(await step(back, 'propose', { ground, words: '复议机关认为事实不清。' })).toMatchObject({ ok: true })
    expect(await step(back, 'decide', { who: 'a', role: 'decider' })).toMatchObject({ refusal: 'stepNotAllowed' })
    expect(await decide(back)).toMatchObject({ ok: true })
    expect([await licenceOf(no), await listed(no)]).toMatchObject([{ state: 'suspended', endedBy: null }, 'suspended'])
    const paper = (await papersOf(no)).find(({ title }) => title === '恢复许可证效力通知书')
    const page = await house.all(tx => findPaperPage(tx, paper?.paperId ?? ''))
    for (const words of ['恩府复〔2026〕模拟1号', '《行政复议法》第六十四条', '“停业”', '至2029年6月1日', '国家赔偿法'])
      expect(page?.content).toContain(words)
  })

  it('one whose term ended while it was taken stands again as expired: nothing is added to its days', async () => {
    const no = await shop({ validTo: '2026-12-01' })
    const taken = await opened(no, 'endSubject')
    await step(taken, 'propose')
    await decide(taken)
    const after = moment('2026-12-10')
    const back = await opened(no, 'restore', after)
    const ground = { document: 'ss', no: '（2026）粤0785行初模拟1号', on: '2026-12-09', effect: 'annulled' }
    await step(back, 'propose', { ground, at: after })
    expect(await decide(back, after)).toMatchObject({ ok: true })
    expect(await licenceOf(no)).toMatchObject({ state: 'expired', endedBy: null })
    expect(await listed(no, after)).toBe('expired')
    const paper = (await papersOf(no)).find(({ title }) => title === '恢复许可证效力通知书')
    const page = await house.all(tx => findPaperPage(tx, paper?.paperId ?? ''))
    for (const words of ['《行政诉讼法》第七十条', '已于2026年12月1日届满', '延续申请'])
      expect(page?.content).toContain(words)
  })

  it('a suspension overdue for more than a year is announced, and reclaimed only after the days of the announcement', async () => {
    const no = await shop({ status: 'suspended' })
    await house.all(tx =>
      sql`update licensing.licence set suspended_from = '2025-09-01', suspended_to = '2026-08-31' where licence_no = ${no}`.execute(
        tx,
      ),
    )
    const file = await opened(no, 'reclaim')
    expect(await step(file, 'notify')).toMatchObject({ ok: true, value: { answerBy: '2026-12-23' } })
    expect(await step(file, 'recordStatement', { heard: false, at: moment('2026-12-23') })).toMatchObject({
      refusal: 'statementStillOpen',
    })
    const after = moment('2026-12-24')
    await step(file, 'recordStatement', { heard: false, at: after })
    await step(file, 'propose', { at: after })
    await decide(file, after)
    expect(await licenceOf(no)).toMatchObject({ state: 'reclaimed', endedBy: 'reclaim' })
    expect((await papersOf(no))[0]).toMatchObject({ title: '收回公告', number: '恩烟许收公〔2026〕第1号' })
  })

  it('an expired licence is cancelled also where the hourly job has not come by yet', async () => {
    const no = await shop({ validTo: '2026-11-20' })
    const file = await opened(no, 'cancelExpired')
    await step(file, 'propose')
    expect(await decide(file)).toMatchObject({ ok: true })
    expect(await licenceOf(no)).toMatchObject({ state: 'cancelled', endedBy: 'cancelExpired' })
  })

  it('is refused by name: unknown licence, wrong state, one open already, stale page, no words', async () => {
    const no = await shop()
    expect(await open('440785199999', 'rescind')).toMatchObject({ refusal: 'licenceNotFound' })
    expect(await open(no, 'cancelExpired')).toMatchObject({ refusal: 'proceedingNotPossible' })
    const file = await opened(no, 'rectify')
    expect(await open(no, 'rescind')).toMatchObject({ refusal: 'proceedingOpen', details: { proceedingNo: file } })
    expect(await step(file, 'notify', { words: ' ' })).toMatchObject({ refusal: 'opinionMissing' })
    const stale = {
      proceedingNo: file,
      event: 'notify',
      version: 9,
      words: '甲',
      heard: true,
      by: officer('a', 'reviewer'),
    } as const
    expect(await house.all(tx => takeProceedingStep(tx, { ...stale, at: today }, house.setting))).toMatchObject({
      refusal: 'changedMeanwhile',
    })
    expect(await step(file, 'drop')).toMatchObject({ ok: true, value: { state: 'dropped' } })
    expect(await open(no, 'rescind')).toMatchObject({ ok: true })
  })

  it('is served like any decision: delivery is told, and its receipt comes back on the file', async () => {
    const no = await shop()
    const file = await opened(no, 'endSubject')
    await step(file, 'propose', { words: '经营者已去世，家属来函。' })
    await decide(file)
    const { told } = await one<{ told: object }>(
      house,
      sql`select payload as told from platform.announcement where event = 'licensing.decisionToServe'
        and payload ->> 'applicationNo' = ${file}`,
    )
    expect(told).toMatchObject({ licenceNo: no, service: 'endSubject', result: 'deny', deliverMode: 'door' })
    const served = { applicationNo: file, how: '留置送达', on: '2026-11-25', receiptNo: '恩烟送〔2026〕第1号' }
    await house.all(tx => recordService(tx, served, moment('2026-11-25')))
    const page = await house.all(tx =>
      readProceedings(tx, { licenceNo: no, by: officer('a', 'reviewer'), at: today }, house.setting),
    )
    expect(page?.items[0]?.events.at(-1)).toMatchObject({ label: '送达', note: expect.stringContaining('留置送达') })
  })

  it('the database itself refuses a decision by the proposer and a change of what has ended', async () => {
    const no = await shop()
    const file = await opened(no, 'rectify')
    const own = house.all(tx =>
      sql`update licensing.proceeding set state = 'decided', proposed_by = 'staff:a', decided_by = 'staff:a', decided_on = '2026-11-23'
        where proceeding_no = ${file}`.execute(tx),
    )
    await expect(own).rejects.toThrow(/proceeding_by_two/)
    await step(file, 'drop')
    const again = house.all(tx =>
      sql`update licensing.proceeding set reason = 'x' where proceeding_no = ${file}`.execute(tx),
    )
    await expect(again).rejects.toThrow(/never changed/)
  })
})
