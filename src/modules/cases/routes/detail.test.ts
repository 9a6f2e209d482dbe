import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { momentOf } from '#kernel/dates'
import { sm3 } from '#platform/crypto'
import { houseFiles } from '#platform/files'
import { setPdf } from '#platform/typesetting'
import { stepCase } from '../actions/take-step.ts'
import type { CaseDetail, Defects, FieldCase, Input, PublicPenalty } from '../contract.ts'
import { pagesOf } from '../papers/exhibits.ts'
import { listCases } from '../queries/cases.ts'
import { readDossier } from '../queries/dossier.ts'
import { listPenalties } from '../queries/penalties.ts'
import { lint } from '../rules/lint/lint.ts'
import { withdrawPublication } from '../store/publications.ts'
import { type CaseHouse, openCaseHouse } from '../testing/case-house.ts'
import { opinion } from '../testing/sample-dossier.ts'
import { sampleRecord } from '../testing/sample-record.ts'

let h: CaseHouse
type Who = Parameters<CaseHouse['call']>[0]
interface FieldDay {
  readonly cases: readonly FieldCase[]
}
beforeAll(async () => {
  h = await openCaseHouse()
})
afterAll(() => h.close())
beforeEach(() => h.house.clock.advance({ seconds: 1 }))

const opened = async (body: object = {}) => {
  const asked = { path: 'ordinary', about: '模拟案由', origin: 'clue', licenceNo: '440785100011', ...body }
  return (await h.call('first', 'POST', '', asked)).json().no as string
}
const read = async (no: string, who: Who = 'head') => (await h.call(who, 'GET', `/${no}`)).json() as CaseDetail
const step = async (who: Who, no: string, event: string, input: Input = {}) =>
  h.call(who, 'POST', `/${no}/steps`, { event, version: (await read(no)).version, input })
const done = async (...asked: Parameters<typeof step>) => {
  const reply = await step(...asked)
  if (reply.statusCode !== 200) throw new Error(`${asked[2]}: ${reply.body}`)
  return reply.json() as CaseDetail
}
/** The same step on a later day, past the door: a session would not last so long. */
const later = async (
  on: string,
  who: 'first' | 'legal' | 'head' | 'deputy',
  no: string,
  event: string,
  input: Input = {},
) => {
  const at = momentOf(Temporal.Instant.from(`${on}T02:00:00Z`))
  const roles = ({ first: ['inspector'], legal: ['legal'], head: ['head'], deputy: ['head'] } as const)[who]
  const by = { kind: 'staff', staffId: h.people[who].staffId, sessionId: 's', roles, areas: ['440785'] } as const
  const { version } = await read(no)
  return h.all(tx => stepCase(tx, { no, event, version, input, by, at }, h.house.services.keyring))
}
const officers = () => [h.people.first.staffId, h.people.second.staffId]
const record = (no: string) => ({
  ...{ kind: 'questioning', place: '本局', from: '2026-11-23T09:00', until: '2026-11-23T09:40', person: '模拟当事人' },
  ...{
    words: `问：货从哪里来？\n答：外地。（${no}）`,
    shown: true,
    signature: `M1 1 L${'9 9 '.repeat(12)}`,
    refused: '',
  },
})
const nobody = { kind: 'person', name: '李四', idNo: '', address: '沙湖镇', phone: '', represented: '' }
const photo = Buffer.from('模拟照片')
const evidence = {
  ...{
    kind: 'audiovisual',
    title: '货架照片',
    source: '现场拍摄',
    place: '店内',
    takenOn: '2026-11-23',
    media: 'image/jpeg',
  },
  ...{ digest: sm3(photo).toString('hex'), content: photo.toString('base64') },
}
async function ready(no: string): Promise<void> {
  await done('head', no, 'appoint', { officers: officers() })
  await done('first', no, 'askFiling', { violation: 'P10', words: '检查发现' })
  await done('deputy', no, 'approveFiling')
  await h.call('first', 'POST', `/${no}/evidence`, evidence)
  const written = (await h.call('first', 'POST', `/${no}/records`, record(no))).json() as CaseDetail
  const { id, digest } = written.records[0] ?? { id: '', digest: '' }
  await h.call('second', 'POST', `/records/${id}/confirm`, { digest })
}

it('goes from a source to a paid and archived decision with every document numbered and nothing for the check to find', async () => {
  const no = await opened()
  expect((await step('first', no, 'askFiling', { violation: 'P10', words: '检查发现' })).body).toContain(
    '先指定两名执法证有效的办案人员',
  )
  await ready(no)
  const report = {
    ...opinion,
    facts: '从外地购进卷烟十二条',
    proof: '照片、笔录',
    happenedOn: '2026-11-20',
    why: '首次',
    fine: '500.00',
    gains: '100',
  }
  expect((await step('first', no, 'report', report)).body).toContain('罚款的基数还没有查清')
  const sums = {
    ...{ business: null, purchases: 800_000, sales: null, wholesale: null, gains: 10_000, fakeSold: 0, tax: 0 },
    ...{ soldSticks: 0, party: 'unit', licence: 'retail', fakeBrand: false, penalties: [], smugglingPenalties: [] },
  }
  await h.call('first', 'POST', `/${no}/amounts`, { ...sums, evidence: '进货记录' })
  expect((await step('first', no, 'report', { ...report, fine: '800.01' })).body).toContain('上限 800.00')
  await done('first', no, 'report', report)
  expect((await step('first', no, 'passReview', {})).json().title).toContain('其他岗位')
  await done('legal', no, 'passReview', { jurisdiction: true, facts: true, law: true, words: '同意' })
  const told = await done('first', no, 'notify', { how: 'direct', receivedBy: '模拟当事人' })
  expect(told.clocks.find(({ kind }) => kind === 'statement')).toMatchObject({ dueOn: '2026-11-26', state: 'running' })
  const proposal = { ...opinion, fine: '500', gains: '100', why: '没有提出申辩' }
  expect((await step('first', no, 'propose', proposal)).body).toContain('可以陈述申辩到2026-11-26')
  expect(await later('2026-11-27', 'first', no, 'propose', { ...proposal, fine: '900' })).toMatchObject({
    refusal: 'caseInputWrong',
  })
  expect(await later('2026-11-27', 'first', no, 'propose', proposal)).toMatchObject({ ok: true })
  expect(await later('2026-11-27', 'head', no, 'decide')).toMatchObject({ ok: true })
  expect(await later('2026-11-30', 'first', no, 'serve', { how: 'direct', receivedBy: '模拟当事人' })).toMatchObject({
    ok: true,
  })
  expect(await later('2026-12-01', 'first', no, 'askClosing', { words: '缴清' })).toMatchObject({
    refusal: 'caseStepNotAllowed',
  })
  const paid = { amount: '600', paidOn: '2026-12-01', way: 'bank', receipt: '模拟 1' }
  for (const [who, event, input] of [
    ['first', 'pay', paid],
    ['first', 'askClosing', { words: '已缴清' }],
    ['head', 'publish', { how: 'published', words: '有一定社会影响' }],
    ['head', 'close', {}],
    ['first', 'archive', { main: true, side: true, box: '2026-1' }],
  ] as const)
    expect(await later('2026-12-02', who, no, event, input)).toMatchObject({ ok: true })
  const end = await read(no)
  expect(end.row.state).toBe('archived')
  expect(end.money).toMatchObject({ fine: 50_000, gains: 10_000, paid: 60_000, owed: 0 })
  expect(end.papers.map(({ title }) => title)).toEqual([
    ...['立案报告表', '案件调查终结报告', '法制审核意见书', '行政处罚事先告知书', '案件处理审批表'],
    ...['行政处罚决定书', '送达回证', '结案报告表', '卷宗封面和备考表'],
  ])
  expect(end.clocks.filter(({ state }) => state === 'running')).toEqual([])
  const defects = (await h.call('legal', 'GET', `/${no}/lint`)).json() as Defects
  expect(defects.items).toEqual([])
  expect(defects.checks).toBeGreaterThanOrEqual(30)
  const pdf = (await h.call('head', 'GET', `/${no}/bundle`)).rawPayload
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  // Who took the whole file out of the house stands in the ledger.
  const taken = await h.all(tx =>
    sql`select from platform.audit_entry where action = 'cases.exportFile' and subject = ${no} and outcome = 'allowed'`.execute(
      tx,
    ),
  )
  expect(taken.rows).toHaveLength(1)
})

it('a published decision is public without its person, is withdrawn with its reason, and ends with its last day', async () => {
  const shown = (find: string, on = '2026-12-03') =>
    h.all(tx => listPenalties(tx, { find }, on)) as Promise<{ items: PublicPenalty[] }>
  const [one] = (await shown('未在当地')).items
  expect(one).toMatchObject({
    decision: { party: '模拟商店1', fine: 50_000, content: '处以罚款人民币500.00元；没收违法所得人民币100.00元' },
    ...{ publishedOn: '2026-12-02', expiresOn: '2027-12-02', withdrawn: null },
  })
  // On another day than its own it is not there, and anybody may ask.
  expect((await shown('', '2027-12-03')).items).toEqual([])
  expect((await h.house.app.inject({ method: 'GET', url: '/api/public/penalties' })).json()).toMatchObject({ total: 0 })
  const published = () =>
    h.all(tx => sql<{ number: string }>`select number from cases.published_penalty`.execute(tx)).then(r => r.rows)
  expect(await published()).toEqual([{ number: one?.number }])
  const { items } = await h.all(tx => listCases(tx, { archived: 'yes' }, Temporal.PlainDate.from('2026-12-02')))
  const no = items.find(({ state }) => state === 'archived')?.no ?? ''
  await h.all(tx => withdrawPublication(tx, no, { on: '2026-12-04', why: '复议决定变更（模拟）' }))
  const [gone] = (await shown(one?.number ?? '', '2026-12-05')).items
  expect(gone).toMatchObject({ decision: null, withdrawn: { on: '2026-12-04', why: '复议决定变更（模拟）' } })
  expect(JSON.stringify(gone)).not.toContain('模拟商店')
  expect((await shown('模拟商店', '2026-12-05')).items).toEqual([])
  expect(await published()).toEqual([])
})

it('evidence is kept under its digest with who had it, is not given twice, and a changed file is found', async () => {
  const no = await opened({ licenceNo: '440785100012' })
  await h.call('first', 'POST', `/${no}/evidence`, evidence)
  expect((await h.call('first', 'POST', `/${no}/evidence`, evidence)).json().title).toBe('这份证据已经登记过。')
  expect((await h.call('first', 'POST', `/${no}/evidence`, { ...evidence, digest: '0'.repeat(64) })).statusCode).toBe(
    422,
  )
  const visit = await h.call('first', 'POST', `/${no}/visit-record`, { taskId: 'RW-2026-000009' })
  expect(visit.json().title).toBe('没有这次检查的现场检查笔录。')
  const [kept] = (await read(no)).evidence
  await h.call('second', 'POST', `/evidence/${kept?.id}/custody`, { act: 'stored', words: '放进证物室三号柜' })
  const back = await h.call('second', 'POST', `/evidence/${kept?.id}/custody`, { act: 'returned', words: '没有借出过' })
  expect(back.json()).toMatchObject({ code: 'custodyOrder' })
  expect((await read(no)).evidence[0]?.custody.map(({ act }) => act)).toEqual(['taken', 'stored'])
  expect((await h.call('town', 'GET', `/evidence/${kept?.id}/content`)).statusCode).toBe(404)
  const files = await houseFiles(h.house.services.config)
  const broken = { ...files, find: async () => Buffer.from('别的') }
  const asked = { at: h.house.clock.now(), keys: h.house.services.keyring, files: broken }
  const dossier = await h.all(tx => readDossier(tx, no, asked))
  expect(dossier && lint(dossier).map(({ code }) => code)).toEqual(['evidenceAltered'])
})

it('a film comes in parts under the digest it was taken with, is read part by part, and a changed part is found', async () => {
  const no = await opened({ licenceNo: undefined, party: { ...nobody, name: '赵六' } })
  const film = Buffer.alloc(5_000, 7)
  const uploadId = '5f0c1f64-5d2b-4f3e-9c57-0a6f2c1d9e01'
  const part = (n: number, bytes: Buffer) =>
    h.call('first', 'POST', `/${no}/evidence-uploads/${uploadId}/parts/${n}`, { content: bytes.toString('base64') })
  const large = (parts: number, digest = sm3(film).toString('hex')) => {
    const { content: _, ...about } = evidence
    return h.call('first', 'POST', `/${no}/evidence`, {
      ...about,
      media: 'video/mp4',
      digest,
      upload: { id: uploadId, parts },
    })
  }
  for (const [n, bytes] of [
    [2, film.subarray(3_000)],
    [1, film.subarray(0, 3_000)],
    [1, film.subarray(0, 3_000)],
  ] as const)
    expect((await part(n, bytes)).statusCode).toBe(204)
  expect((await large(3)).json().code).toBe('evidencePartMissing')
  expect((await large(2, '0'.repeat(64))).json().code).toBe('evidenceDigest')
  expect((await large(2)).statusCode).toBe(200)
  const [kept] = (await read(no)).evidence
  expect(kept).toMatchObject({ bytes: 5_000, media: 'video/mp4' })
  const second = (await h.call('head', 'GET', `/evidence/${kept?.id}/content?part=2`)).json()
  expect([second.parts, Buffer.from(second.content, 'base64').length]).toEqual([2, 2_000])
  const files = await houseFiles(h.house.services.config)
  const asked = { at: h.house.clock.now(), keys: h.house.services.keyring }
  const altered = await h.all(tx => readDossier(tx, no, { ...asked, files }))
  expect(altered?.evidence).toMatchObject([{ intact: true }])
  const read1: Parameters<typeof files.find>[0][] = []
  const broken: typeof files = {
    ...files,
    find: file => {
      read1.push(file)
      // The list of parts and the first part are true, the second comes as the first once more.
      return files.find(read1.length === 3 ? (read1[1] ?? file) : file)
    },
  }
  expect((await h.all(tx => readDossier(tx, no, { ...asked, files: broken })))?.evidence).toMatchObject([
    { intact: false },
  ])
})

it('the whole file as one PDF draws the pictures and papers of the evidence and carries the originals with their manifest', async () => {
  const no = await opened({ licenceNo: undefined, party: { ...nobody, name: '孙七' } })
  const jpeg = readFileSync('src/app/demo/goods-picture.jpg')
  const pdf = setPdf('modules/cases/papers/templates/record.typ', {
    ...{ title: '扫描件', digest: 'a'.repeat(64), caseNo: no, rows: [], words: '模拟', signature: '', refused: '无' },
    ...{ corrections: [], officers: { first: '', second: '' }, second: '', first: '', demo: true },
  })
  const pieces = [
    ['image/jpeg', jpeg],
    ['application/pdf', Buffer.from(pdf)],
    ['image/png', Buffer.from('no picture at all')],
  ] as const
  for (const [media, bytes] of pieces) {
    const body = { ...evidence, media, digest: sm3(bytes).toString('hex'), content: bytes.toString('base64') }
    expect((await h.call('first', 'POST', `/${no}/evidence`, body)).statusCode).toBe(200)
  }
  const bundle = (await h.call('head', 'GET', `/${no}/bundle`)).rawPayload
  // Index, picture and scan: three pages; the originals and the manifest lie in it by name.
  expect(pagesOf(bundle)).toBe(3)
  const words = bundle.toString('latin1')
  expect(words.match(/\/Type\s*\/Filespec/gu)?.length).toBe(4)
})

it('a record needs the party, one officer and the other; nobody signs for both', async () => {
  const no = await opened({ licenceNo: '440785100013' })
  expect((await h.call('first', 'POST', `/${no}/records`, record(no))).statusCode).toBe(403)
  await done('head', no, 'appoint', { officers: officers() })
  expect((await h.call('first', 'POST', `/${no}/records`, { ...record(no), signature: '' })).json().title).toBe(
    '当事人没有签名。',
  )
  const { records } = (await h.call('first', 'POST', `/${no}/records`, record(no))).json() as CaseDetail
  const [one] = records
  expect((await h.call('first', 'POST', `/records/${one?.id}/confirm`, { digest: one?.digest })).statusCode).toBe(403)
  expect((await h.call('second', 'POST', `/records/${one?.id}/confirm`, { digest: '0'.repeat(64) })).statusCode).toBe(
    409,
  )
  expect((await h.call('second', 'POST', `/records/${one?.id}/confirm`, { digest: one?.digest })).statusCode).toBe(200)
  expect((await h.call('head', 'GET', `/records/${one?.id}`)).rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
})

it('what the market regulator punishes becomes a 移送函, never a penalty', async () => {
  const no = await opened({
    licenceNo: undefined,
    party: nobody,
  })
  await done('head', no, 'appoint', { officers: officers() })
  expect((await step('first', no, 'askFiling', { violation: 'P11', words: '无证卖烟' })).json().title).toContain(
    '市场监督管理局',
  )
  const letter = { to: 'customs', why: 'act', act: 'unlicensedRetail', words: '现场照片二张', contact: '模拟联系人' }
  expect((await step('head', no, 'refer', letter)).json().title).toContain('由市场监督管理局处罚')
  const after = await done('head', no, 'refer', { ...letter, to: 'market' })
  expect(after.papers.map(({ title }) => title)).toEqual(['案件移送函'])
  expect(after.row).toMatchObject({ state: 'referred', partyShown: '李*', dueOn: null })
})

it('a record of the telephone is kept letter by letter under the SM3 taken there, and only who was there signs it', async () => {
  const no = await opened({ licenceNo: undefined, party: { ...nobody, name: '王五' } })
  await done('head', no, 'appoint', { officers: officers() })
  const corrections = [{ before: '十条', after: '八条', initials: `M1 1 L${'9 9 '.repeat(12)}` }]
  const written = sampleRecord({ caseNo: no, second: h.people.second.staffId, corrections })
  const act = (record: object, digest = sm3(JSON.stringify(record)).toString('hex')) =>
    h.call('first', 'POST', `/${no}/field/acts`, { kind: 'record', record, digest })
  expect((await act(written, '0'.repeat(64))).json().code).toBe('recordDigest')
  expect((await act({ ...written, caseNo: 'AJ-2026-999999' })).statusCode).toBe(404)
  const { id } = (await act(written)).json() as { id: string }
  expect((await act(written)).json().code).toBe('recordTwice')
  const mine = async (who: Who) => ((await h.call(who, 'GET', '/field/mine')).json() as FieldDay).cases
  const [waiting] = (await mine('second')).find(one => one.no === no)?.records ?? []
  expect(waiting?.content).toMatchObject({ words: written.words, corrections: [{ before: '十条', after: '八条' }] })
  expect((await mine('first')).find(one => one.no === no)?.records[0]?.content).toBeNull()
  expect((await mine('third')).some(one => one.no === no)).toBe(false)
  // Who takes the case over later was not there.
  await done('head', no, 'appoint', { officers: [h.people.first.staffId, h.people.third.staffId] })
  const confirm = { kind: 'confirm', id, digest: waiting?.digest }
  expect((await h.call('third', 'POST', `/${no}/field/acts`, confirm)).json().code).toBe('recordNotSecond')
  const held = { act: { kind: 'record', record: written, digest: waiting?.digest }, why: 'recordSecondForeign' }
  const kept = (await h.call('first', 'POST', `/${no}/field/held`, held)).json() as { id: string }
  expect((await h.call('legal', 'POST', `/held-records/${kept.id}/opening`)).json().act.record).toEqual(written)
  await h.call('legal', 'POST', `/held-records/${kept.id}/settlement`, { note: '已补正' })
  expect((await h.call('head', 'GET', `/${no}/field/held`)).json().items).toMatchObject([{ settled: '已补正' }])
  await done('head', no, 'appoint', { officers: officers() })
  expect((await h.call('second', 'POST', `/${no}/field/acts`, confirm)).json()).toMatchObject({ label: '两人已签' })
  expect((await h.call('head', 'GET', `/records/${id}`)).rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
})
