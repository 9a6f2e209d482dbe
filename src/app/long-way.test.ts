import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ClueDetail, GraphHit } from '#contract/intelligence'
import { type ActionDetail, actionRoutes } from '#contract/partners'
import { type Moment, momentOf } from '#kernel/dates'
import {
  addEvidence,
  type CaseInput,
  confirmAll,
  confirmRecord,
  createCases,
  decideLot,
  lintCase,
  moveGoods,
  saveAmounts,
  stepCase,
  writeRecord,
} from '#modules/cases'
import { createIntelligence } from '#modules/intelligence'
import { createPartners } from '#modules/partners'
import { picture } from '../modules/cases/testing/goods-acts.ts'
import { sampleRecord } from '../modules/cases/testing/sample-record.ts'
import { bringInAgency } from '../modules/partners/testing/bring-in.ts'
import { openStaffedCounty, shopLines } from '../modules/registry/testing/staffed-county.ts'
import { reactJob } from '../platform/announce.ts'
import { chinaCalendar } from '../platform/calendar.ts'
import { sm3 } from '../platform/crypto.ts'
import { houseFiles } from '../platform/files.ts'
import { reactionsOf } from './reactions.ts'

const modules = [
  createIntelligence({
    reporterLine: { send: async () => ({ kind: 'unavailable' }) },
    tellEarlier: async () => undefined,
  }),
  createCases(),
  createPartners({ notify: async () => ({ kind: 'unavailable', why: '没有接通' }) }),
]
const together = {
  name: 'together',
  routes: modules.flatMap(({ routes }) => routes),
  refusals: Object.assign({}, ...modules.map(({ refusals }) => refusals)),
}
const open = () =>
  openStaffedCounty({
    module: together,
    at: '/api',
    shops: shopLines(3),
    people: {
      desk: ['desk1', ['informantDesk']],
      analyst: ['analyst1', ['analyst']],
      first: ['inspector1', ['inspector']],
      second: ['inspector2', ['inspector']],
      head: ['head1', ['head']],
      legal: ['legal1', ['legal']],
    },
    certified: ['first', 'second'],
  })
let h: Awaited<ReturnType<typeof open>>
beforeAll(async () => {
  h = await open()
})
afterAll(() => h.close())
type Who = Parameters<typeof h.call>[0]

const get = async <T>(who: Who, url: string) => (await h.call(who, 'GET', url)).json() as T
async function send<T>(who: Who, url: string, body: object): Promise<T> {
  const reply = await h.call(who, 'POST', url, body)
  if (reply.statusCode !== 200) throw new Error(`${url}: ${reply.body}`)
  return reply.json() as T
}

let settled = 0
/** What was announced reaches the other domains, by the house's own reactions. */
async function settle(): Promise<void> {
  const { services, clock } = h.house
  const job = reactJob(services.database, reactionsOf(services), clock)
  for (;;) {
    const { rows } = await sql<{ id: number }>`
      select id from platform.announcement where id > ${settled} order by id`.execute(services.database.db)
    if (rows.length === 0) return
    for (const { id } of rows) {
      await job.run({ announcementId: id }, { services, attempt: 1, signal: new AbortController().signal })
      settled = id
    }
  }
}

/** Every offered fact confirmed by the desk, then through the table to the filing. */
async function intoCase(no: string): Promise<string> {
  const { facts } = await get<ClueDetail>('desk', `/intelligence/clues/${no}`)
  for (const { id, state } of facts)
    if (state === 'offered') await send('desk', `/intelligence/clues/${no}/facts/${id}`, { word: 'confirmed' })
  await settle()
  const steps = [
    ['desk', 'validate'],
    ['analyst', 'grade'],
    ['analyst', 'assign'],
    ['first', 'begin'],
    ['first', 'convert'],
  ] as const
  for (const [who, event] of steps) {
    const { version } = await get<ClueDetail>(who, `/intelligence/clues/${no}`)
    const input = {
      words: '模拟数据的说明',
      grade: 'A',
      staff: h.people.first.staffId,
      matter: 'counterfeit',
      days: '3',
    }
    await send(who, `/intelligence/clues/${no}/steps`, { event, version, input })
  }
  await settle()
  return (await get<ClueDetail>('head', `/intelligence/clues/${no}`)).caseNo ?? expect.unreachable('no case')
}

const nonce = () => randomBytes(16).toString('hex')
const on = (day: string): Moment => momentOf(Temporal.Instant.from(`${day}T02:00:00Z`))

/** Steps of the case on their own days: sessions end sooner than a procedure does. */
function desk(no: string) {
  const roles = { first: ['inspector'], second: ['inspector'], legal: ['legal'], head: ['head'] } as const
  const { keyring } = h.house.services
  const by = (who: keyof typeof roles) =>
    ({ kind: 'staff', staffId: h.people[who].staffId, sessionId: 's', roles: roles[who], areas: ['440785'] }) as const
  const step = (day: string, who: keyof typeof roles, event: string, input: CaseInput = {}) =>
    h.all(async tx => {
      const { rows } = await sql<{ version: number }>`select version from cases.case where no = ${no}`.execute(tx)
      const asked = { no, event, version: rows[0]?.version ?? 0, input, by: by(who), at: on(day) }
      const done = await stepCase(tx, asked, keyring)
      if (!done.ok) throw new Error(`${event}: ${JSON.stringify(done)}`)
    })
  return { by, step }
}

it('an anonymous report meets an old case, becomes a chain, a joint action, goods held, a penalty after a hearing, a payment and an archived file', async () => {
  const market = await bringInAgency(h.house, {
    ...{ kind: 'market', name: '模拟市监所', by: `staff:${h.people.head.staffId}` },
  })
  // An old case: the same lorry, half a year ago.
  const old = await send<{ no: string }>('desk', '/intelligence/clues', {
    ...{ source: 'desk', matter: 'counterfeit', text: '粤J5A218的面包车夜里卸烟', confirmed: [], nonce: nonce() },
    reporter: { name: '陈金丝雀', phone: '13907654321' },
  })
  const oldCase = await intoCase(old.no)

  // Nobody's report, with a receipt.
  const text = '沙湖镇440785100011这家店，晚上粤J5A218的面包车来送烟（模拟数据）'
  const report = { channel: 'portal', matter: 'counterfeit', text, photos: [], nonce: nonce() }
  const { receipt } = await send<{ receipt: string }>('public', '/intelligence/reports', report)
  expect(receipt).toMatch(/^\d{16}$/)
  await settle()
  const { items } = await get<{ items: { no: string }[] }>('desk', '/intelligence/clues')
  const clueNo = items.map(({ no }) => no).find(no => no !== old.no) ?? ''
  const caseNo = await intoCase(clueNo)
  expect(caseNo).not.toBe(oldCase)
  // A case never says who reported its clue: what is told in free words is compared.
  const both = [h.people.first.staffId, h.people.second.staffId]
  await desk(oldCase).step('2026-11-23', 'head', 'appoint', { officers: both })
  const saidOf = { violation: 'P10', words: '据陈金丝雀反映（模拟数据）' }
  await expect(desk(oldCase).step('2026-11-23', 'first', 'askFiling', saidOf)).rejects.toThrow('reporterNamed')
  const named = [await namedInFile(oldCase, '陈金丝雀'), await fromTelephone(oldCase, '陈金丝雀')]
  expect(named.flat()).toEqual([
    ...['reporterNamed', 'recordNamesReporter', 'recordNamesReporter'],
    ...['recordNamesReporter', 'kept', 'recordNamesReporter', 'reporterNamed', 'kept'],
  ])

  // 碰撞: the lorry is known, and the hit says which record says so.
  const hits = await get<{ items: GraphHit[] }>('analyst', '/intelligence/graph/hits')
  const touched = hits.items.map(({ low, high }) => [low.label, high.label].toSorted())
  expect(touched).toContainEqual([clueNo, old.no].toSorted())
  expect(hits.items.flatMap(({ via }) => via.map(({ node }) => node.kind))).toContain('plate')

  // 信息链: what is known rests on relations of the graph, what is missing has somebody who asks for it.
  const { id: access } = await send<{ id: string }>('analyst', '/intelligence/graph/accesses', {
    ...{ purpose: 'analyse', matterNo: clueNo, note: '同一车辆' },
  })
  const chain = await send<{ id: string }>('analyst', '/intelligence/chains', { access, title: '夜间送烟的面包车' })
  const { rows: edges } = await h.all(tx =>
    sql<{
      id: number
    }>`select id from intelligence.graph_edge where source_ref = ${clueNo} order by id limit 1`.execute(tx),
  )
  const chainItems = `/intelligence/chains/${chain.id}/items`
  const known = await send<{ id: number }>('analyst', chainItems, {
    ...{ access, kind: 'fragment', text: '举报和旧案说的是同一辆车', edges: edges.map(({ id }) => id), items: [] },
  })
  const gap = await send<{ id: number }>('analyst', chainItems, {
    ...{ access, kind: 'gap', text: '车从哪里来还不清楚', edges: [], items: [known.id] },
  })
  await send('analyst', `/intelligence/chains/${chain.id}/tasks`, {
    ...{ access, item: gap.id, asker: '稽查', asked: '市监所', what: '查店里的进货记录', dueOn: '2026-12-01' },
  })

  // 联合行动: by surprise, released, run, its results linked.
  const from = h.house.clock.now().instant
  let action = await send<ActionDetail>('first', '/partners/actions', {
    ...{ kind: 'surprise', title: '沙湖夜间联合检查', purpose: '核查夜间送烟线索', leadAgency: null },
    ...{ startsAt: from.add({ hours: 1 }).toString(), endsAt: from.add({ hours: 4 }).toString() },
    ...{
      area: [
        [112.4, 22.3],
        [112.5, 22.3],
        [112.5, 22.4],
      ],
      planners: [h.people.head.staffId],
    },
    members: [
      { agencyId: null, name: '一组', duty: '检查、登记保存', staff: [h.people.first.staffId], contacts: [] },
      { agencyId: market.agencyId, name: '二组', duty: '核对营业执照', staff: [], contacts: [market.contactId] },
    ],
    phases: [{ title: '入场检查', plannedAt: from.add({ hours: 1 }).toString() }],
  })
  const stepAction = async (event: string) => {
    const url = `/partners/actions/${action.id}/steps`
    action = await send<ActionDetail>('head', url, { version: action.version, event, note: '' })
  }
  await stepAction('approve')
  await stepAction('release')
  await stepAction('start')
  const told = await h.house.app.inject({
    ...{ method: 'POST', url: '/api/partners/own/acts' },
    headers: { cookie: market.cookie, 'idempotency-key': randomUUID() },
    payload: {
      ...{ kind: 'step', actionId: action.id, memberId: action.members.find(one => one.agencyId !== null)?.id },
      ...{ step: 'onSite', position: [112.45, 22.32], words: '', toldAt: h.house.clock.now().instant.toString() },
    },
  })
  expect(told.json()).toMatchObject({ label: '已到位' })

  // 先行登记保存 by two people, on the spot.
  const held = await send<{ lot: { lotNo: string } }>('first', '/cases/goods/lots', {
    ...{ caseNo, custody: 'registered', kind: 'cigarette', brand: '双喜（软）', barcode: '', amount: 2_000, codes: [] },
    ...{ seizedAt: '沙湖镇店内', place: '一号库A架', heldOn: '2026-11-23', note: '', photos: [picture] },
    second: h.people.second.staffId,
  })
  const { lotNo } = held.lot
  for (const [kind, ref] of [
    ['clue', clueNo],
    ['case', caseNo],
    ['goods', lotNo],
  ] as const)
    action = await send<ActionDetail>('first', actionRoutes.linkResult.url.replace(':id', action.id).slice(4), {
      kind,
      ref,
      words: '',
    })
  // What the board says beside a result is read by every member: the reporters of those matters are not in it.
  const link = actionRoutes.linkResult.url.replace(':id', action.id).slice(4)
  const find = { kind: 'case', ref: oldCase, words: '陈金丝雀说的那车' }
  expect((await h.call('first', 'POST', link, find)).json()).toMatchObject({ code: 'reporterNamed' })
  await stepAction('end')
  const words = '三方同时到场，货物当场登记保存。（模拟数据）'
  action = await send<ActionDetail>('head', `/partners/actions/${action.id}/evaluation`, {
    version: action.version,
    words,
  })
  expect(action).toMatchObject({
    state: 'evaluated',
    figures: { clues: 1, cases: 1, lots: 1, sticks: 2_000, agencies: 1 },
  })

  // The procedure, each step on its own day.
  const { by, step } = desk(caseNo)
  await step('2026-11-23', 'head', 'appoint', { officers: [h.people.first.staffId, h.people.second.staffId] })
  await step('2026-11-23', 'first', 'askFiling', { violation: 'P10', words: '联合行动中发现（模拟数据）' })
  await step('2026-11-24', 'head', 'approveFiling')
  await evidence(caseNo, by)
  const kept = { items: ['双喜（软）10条'], place: '一号库', risk: true, words: '容易转移' }
  await step('2026-11-24', 'head', 'holdEvidence', kept)
  await goodsReturned(lotNo)
  await step('2026-11-26', 'head', 'settleHold', { outcome: 'return', words: '退还当事人' })
  const opinion = { result: 'penalty', fine: '60000', gains: '1000', goods: 'none', licence: 'none' }
  await step('2026-11-27', 'first', 'report', {
    ...opinion,
    ...{ facts: '从外地购进卷烟销售', proof: '照片、笔录', happenedOn: '2026-10-20', why: '数额较大' },
  })
  await step('2026-11-30', 'legal', 'passReview', { jurisdiction: true, facts: true, law: true, words: '同意' })
  const served = { how: 'direct', receivedBy: '当事人本人' }
  await step('2026-12-01', 'first', 'notify', served)
  await step('2026-12-02', 'legal', 'askHearing', { askedOn: '2026-12-02', words: '要求听证' })
  const hearing = { heldOn: '2026-12-16', heldAt: '09:00', place: '本局', chair: h.people.legal.staffId }
  await step('2026-12-03', 'legal', 'callHearing', hearing)
  const heard = { submitted: '同调查终结报告', said: '请求减轻', finding: '事实清楚', signed: 'yes' }
  await step('2026-12-16', 'legal', 'holdHearing', heard)
  await step('2026-12-16', 'legal', 'reviewHearing', { words: '程序合法' })
  await step('2026-12-17', 'head', 'deliberate', {
    present: ['甲', '乙', '丙'],
    words: '同意',
    conclusion: '罚款五万元',
  })
  await step('2026-12-17', 'first', 'propose', { ...opinion, fine: '50000', why: '部分采纳' })
  await step('2026-12-18', 'head', 'decide')
  await step('2026-12-21', 'first', 'serve', served)
  await step('2026-12-28', 'first', 'pay', { amount: '51000', paidOn: '2026-12-28', way: 'bank', receipt: '模拟 1' })
  await step('2026-12-29', 'first', 'askClosing', { words: '已缴清' })
  await step('2026-12-29', 'head', 'close')
  await step('2026-12-30', 'first', 'archive', { main: true, side: true, box: '2026-1' })
  await settle()
  const { rows } = await h.all(tx =>
    sql<{ state: string }>`select state from cases.case where no = ${caseNo}`.execute(tx),
  )
  expect(rows).toEqual([{ state: 'archived' }])
  const around = {
    at: on('2026-12-30'),
    keys: h.house.services.keyring,
    files: await houseFiles(h.house.services.config),
  }
  expect(await h.all(tx => lintCase(tx, caseNo, around))).toEqual([])
  // Whoever reported reads the answer by the receipt; nobody ever knew who it was.
  const answer = await send<{ state: string }>('public', '/intelligence/reports/follow', { receipt })
  expect(answer.state).toMatch(/checking|done/)
})

type By = ReturnType<typeof desk>['by']

/**
 * What an officer calls a piece and what any record says is compared, at the desk and from a telephone. Whoever signs stands in the record by his own
 * name as what he is, but never as the one who reported.
 */
async function namedInFile(no: string, name: string): Promise<string[]> {
  const { keyring: keys, config } = h.house.services
  const around = { by: desk(no).by('first'), at: on('2026-11-24'), keys, files: await houseFiles(config) }
  const content = Buffer.from('模拟照片之二')
  const digest = sm3(content).toString('hex')
  const photo = {
    kind: 'audiovisual',
    title: `${name}提供的照片`,
    source: '现场拍摄',
    place: '店内',
    media: 'text/plain',
  }
  const record = { place: '店内', person: '当事人', words: `当事人说：是${name}告的吧`, refused: '' }
  const times = { from: '2026-11-24T09:00', until: '2026-11-24T09:40', signature: `M1 1 L${'9 9 '.repeat(9)}` }
  return h.all(async tx => {
    const done = [
      await addEvidence(tx, no, { ...photo, takenOn: '2026-11-23', digest, content }, around),
      await writeRecord(tx, no, { ...record, ...times, kind: 'inspection' }, around),
      await writeRecord(tx, no, { ...record, ...times, kind: 'questioning' }, around),
    ]
    return done.map(one => (one.ok ? 'kept' : one.refusal))
  })
}

/** What a telephone sends when it has network again: each record for itself, and what was not taken goes to the office as it was signed. */
async function fromTelephone(no: string, name: string): Promise<string[]> {
  const told = async (url: string, body: object) => {
    const answer = (await h.call('first', 'POST', url, body)).json() as { code?: string }
    return answer.code ?? 'kept'
  }
  const second = h.people.second.staffId
  const acts = [
    { person: '当事人', words: `问：谁告诉你的？\n答：${name}。` },
    { person: name, words: `问：你叫什么？\n答：我叫${name}，在店里帮工。` },
    { person: name, words: `问：是谁打的12313？\n答：是我${name}打的。` },
  ].map(said => {
    const record = sampleRecord({ ...said, caseNo: no, role: 'clerk', second })
    return { kind: 'record', record, digest: sm3(JSON.stringify(record)).toString('hex') }
  })
  const answers: string[] = []
  for (const act of acts) answers.push(await told(`/cases/${no}/field/acts`, act))
  const lot = { caseNo: no, custody: 'registered', kind: 'cigarette', brand: '', barcode: '', amount: 200, codes: [] }
  const where = { seizedAt: '店内', place: '一号库', heldOn: '2026-11-23', photos: [picture], second }
  answers.push(await told('/cases/goods/lots', { ...lot, ...where, note: `${name}指认` }))
  answers.push(await told(`/cases/${no}/field/held`, { act: acts[2], why: 'recordNamesReporter' }))
  return answers
}

async function evidence(no: string, by: By): Promise<void> {
  const { keyring, config } = h.house.services
  const files = await houseFiles(config)
  const content = Buffer.from('模拟照片')
  const at = on('2026-11-24')
  await h.all(async tx => {
    const around = { by: by('first'), at, keys: keyring, files }
    const photo = { kind: 'audiovisual', title: '货架照片', source: '现场拍摄', place: '店内', media: 'text/plain' }
    await addEvidence(
      tx,
      no,
      { ...photo, takenOn: '2026-11-23', digest: sm3(content).toString('hex'), content },
      around,
    )
    const record = {
      kind: 'questioning',
      place: '本局',
      person: '当事人',
      words: '问答（模拟数据）',
      refused: '',
    } as const
    const times = { from: '2026-11-24T09:00', until: '2026-11-24T09:40' }
    const made = await writeRecord(tx, no, { ...record, ...times, signature: `M1 1 L${'9 9 '.repeat(9)}` }, around)
    if (!made.ok) throw new Error(made.refusal)
    await confirmRecord(tx, made.value.id, made.value.digest, { ...around, by: by('second') })
    const sums = {
      business: null,
      purchases: 60_000_000,
      sales: null,
      wholesale: null,
      gains: 100_000,
      fakeSold: 0,
      tax: 0,
    }
    const more = { soldSticks: 0, party: 'unit', licence: 'retail', fakeBrand: false } as const
    await saveAmounts(
      tx,
      no,
      { ...sums, ...more, penalties: [], smugglingPenalties: [], evidence: '进货记录（模拟数据）' },
      { by: `staff:${h.people.first.staffId}`, at: at.instant.toString() },
    )
  })
}

/** Within the seven working days: nothing of it is to be confiscated, so it goes back, by two people. */
async function goodsReturned(lotNo: string): Promise<void> {
  const { keyring } = h.house.services
  const hand = (who: 'first' | 'second' | 'head', day: string) => ({
    ...{ staffId: h.people[who].staffId, at: on(day), calendar: chinaCalendar, keyring },
  })
  await h.all(async tx => {
    for (const done of [
      await confirmAll(tx, lotNo, hand('second', '2026-11-23')),
      await decideLot(tx, { lotNo, decision: 'return', note: '' }, hand('head', '2026-11-25')),
      await moveGoods(
        tx,
        {
          lotNo,
          kind: 'return',
          amount: 2_000,
          target: '当事人',
          second: h.people.second.staffId,
          photos: [],
          note: '',
        },
        hand('first', '2026-11-26'),
      ),
      await confirmAll(tx, lotNo, hand('second', '2026-11-26')),
    ])
      if (!done.ok) throw new Error(`${done.refusal} ${JSON.stringify(done.details)}`)
  })
}
