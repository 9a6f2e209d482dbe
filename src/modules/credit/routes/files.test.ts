import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { takeFinding, takeVerdict } from '../actions/take-finding.ts'
import type { ClockList, FileList } from '../contract.ts'
import { jobs } from '../jobs.ts'
import { kindCodes, ruleOf } from '../rules/kinds.ts'
import { raiseAlarms } from '../store/files.ts'
import { type CreditHouse, openCreditHouse } from '../testing/credit-house.ts'

let h: CreditHouse
beforeAll(async () => {
  h = await openCreditHouse()
})
afterAll(() => h.close())
beforeEach(() => h.house.clock.advance({ seconds: 1 }))

const shop = (n: number) => `44078510001${n}`
const code = (reply: { json(): unknown }) => JSON.stringify(reply.json())
const now = () => h.house.clock.now()
let task = 0
const finding = (licenceNo: string, change: object = {}) => {
  task += 1
  const taskId = `RW-2026-${String(task).padStart(6, '0')}`
  const fact = {
    taskId,
    licenceNo,
    source: 'person',
    sourceRef: null,
    outcome: 'rectify',
    checkedOn: '2026-11-23',
    rectifyBy: '2026-12-01',
    ...change,
  }
  return h.all(tx => takeFinding(tx, fact as Parameters<typeof takeFinding>[1], now(), h.setting()))
}
const told = async (event: string, licenceNo: string) => {
  const { rows } = await h.all(tx =>
    sql<{ payload: Record<string, string> }>`select payload from platform.announcement
      where event = ${event} and payload ->> 'licenceNo' = ${licenceNo} order by id`.execute(tx),
  )
  return rows.map(({ payload }) => payload)
}
const listed = async (kind: string, licenceNo: string, who: 'head' | 'town' = 'head') =>
  (await h.call(who, 'GET', `/files?kind=${kind}&licenceNo=${licenceNo}`)).json() as FileList
const firstOf = async (kind: string, licenceNo: string) => (await listed(kind, licenceNo)).items[0]?.id ?? ''
const stateOf = async (id: string) => (await h.read(id)).file.state

it('what was found is corrected by a day, looked at again by a visit that is asked for once, and closed by it', async () => {
  await finding(shop(1))
  await finding(shop(1), { taskId: 'RW-2026-000001' })
  const { items } = await listed('disposal', shop(1))
  expect(items).toMatchObject([{ state: 'rectifying', dueOn: '2026-12-08', late: false, openedBy: '系统' }])
  const id = items[0]?.id ?? ''
  expect(await told('credit.followUpAsked', shop(1))).toMatchObject([{ ref: `${id}#1`, dueBy: '2026-12-08' }])
  expect(code(await h.step('head', id, 'extend', { until: '2026-11-30', words: '模拟' }))).toContain('creditDayPast')
  await h.step('head', id, 'extend', { until: '2026-12-04', words: '货架还没有到' })
  // The visit of the first round comes late: it settles nothing any more and is a visit like others.
  await finding(shop(1), { source: 'followUp', sourceRef: `${id}#1`, outcome: 'clear' })
  expect(await stateOf(id)).toBe('rectifying')
  await finding(shop(1), { source: 'followUp', sourceRef: `${id}#2`, outcome: 'clear', rectifyBy: null })
  const detail = await h.read(id)
  expect(detail.file).toMatchObject({ state: 'closed', dueOn: null })
  expect(detail.events.map(({ event }) => event.zh)).toEqual(['立档', '延长改正期限', '确认已改正'])
})

it('what was not corrected waits as 待立案 under its own name, and may end without a case', async () => {
  await finding(shop(2))
  const id = await firstOf('disposal', shop(2))
  await finding(shop(2), { source: 'followUp', sourceRef: `${id}#1`, outcome: 'rectify' })
  expect(await stateOf(id)).toBe('failed')
  // 到期未改正 is proposed as a record; nobody has confirmed it.
  expect((await listed('record', shop(2))).items).toMatchObject([{ state: 'proposed', about: { zh: '到期未改正' } }])
  expect(code(await h.step('window', id, 'handOver', { words: '模拟' }))).toContain('creditStepNotAllowed')
  await h.step('first', id, 'handOver', { words: '两次未改正' })
  expect(await told('credit.caseAsked', shop(2))).toMatchObject([{ fileId: id, dueBy: '2026-11-30' }])
  const clocks = (await h.call('head', 'GET', '/clocks')).json() as ClockList
  expect(clocks.waitingCases).toBe(1)
  await h.step('head', id, 'file', { caseNo: '恩烟立〔2026〕第9号', words: '已在原系统立案' })
  await h.step('legal', id, 'conclude', { result: 'none', words: '情节轻微，不予处罚' })
  expect(await stateOf(id)).toBe('closed')
})

it('a fault is noted by one person and confirmed by another; the grade, its reasons and the next draw follow', async () => {
  const noted = { what: 'minors', happenedOn: '2026-11-20', words: '向一名初中生售烟', evidence: '笔录 2026-31' }
  const id = await h.opened('head', 'record', shop(3), noted)
  expect(await told('credit.gradeChanged', shop(3))).toEqual([])
  expect(code(await h.step('head', id, 'confirm', { words: '属实' }))).toContain('提出和决定要由不同的人')
  expect((await h.step('deputy', id, 'confirm', { words: '属实' })).statusCode).toBe(200)
  expect(await told('credit.gradeChanged', shop(3))).toMatchObject([
    { grade: 'C', before: null, gradedOn: '2026-11-23' },
  ])
  expect((await told('credit.holderTold', shop(3)))[0]?.['text']).toContain('提出异议')
  const credit = (await h.call('first', 'GET', `/shops/${shop(3)}`)).json()
  expect(credit.credit).toMatchObject({
    grade: 'C',
    points: 55,
    lines: [{ id, zh: '向未成年人售烟', points: -25, happenedOn: '2026-11-20', until: '2029-11-20' }],
  })
  const grades = (await h.call('head', 'GET', '/grades?grade=C')).json()
  expect(grades).toMatchObject({ counts: { C: 1 }, items: [{ licenceNo: shop(3) }] })
})

it('an objection is examined by somebody else, decided by a third, and takes the record and its points away', async () => {
  const noted = { what: 'swappedCode', happenedOn: '2026-11-01', words: '串码 3 条' }
  const record = await h.opened('first', 'record', shop(4), noted)
  await h.step('legal', record, 'confirm', { words: '属实' })
  expect(code(await h.open('window', 'objection', shop(5), { about: record, words: '不是我的店' }))).toContain(
    'creditTargetUnknown',
  )
  const id = await h.opened('window', 'objection', shop(4), { about: record, words: '这批烟是退货，有单据' })
  expect(code(await h.open('window', 'objection', shop(4), { about: record, words: '再提一次' }))).toContain(
    'creditOpenAlready',
  )
  expect((await h.read(id)).file.dueOn).toBe('2026-12-07')
  const finding = { upheld: 'yes', words: '退货单属实' }
  expect(code(await h.step('first', id, 'examine', finding))).toContain('creditOwnRecord')
  expect(code(await h.step('legal', id, 'examine', finding))).toContain('creditOwnRecord')
  expect((await h.step('second', id, 'examine', finding)).statusCode).toBe(200)
  expect((await h.step('head', id, 'grant', { words: '同意更正' })).statusCode).toBe(200)
  expect(await stateOf(record)).toBe('corrected')
  expect(await told('credit.gradeChanged', shop(4))).toMatchObject([{ grade: 'C' }, { grade: 'B', before: 'C' }])
})

it('a repair is taken in at any time and granted only when every condition is met', async () => {
  const record = await h.opened('first', 'record', shop(5), {
    what: 'otherSource',
    happenedOn: '2026-09-10',
    words: '外来卷烟 5 条',
  })
  await h.step('legal', record, 'confirm', { words: '属实' })
  const id = await h.opened('window', 'repair', shop(5), { about: record, words: '已交罚款，已改正' })
  await h.step('second', id, 'examine', { performed: 'yes', harmless: 'yes', words: '已核对' })
  expect(code(await h.step('head', id, 'grant', { words: '同意' }))).toContain('行为发生满90日')
  expect((await h.read(id)).conditions.filter(({ met }) => !met)).toMatchObject([{ zh: '行为发生满90日' }])
  expect(await h.stepOn('2026-12-09', 'head', id, 'grant', { words: '同意' })).toMatchObject({ ok: true })
  expect(await stateOf(record)).toBe('repaired')
})

it('the archive is entered and left by two people, reviewed within ninety days, with measures fit for the class', async () => {
  await h.all(tx =>
    takeVerdict(
      tx,
      { alertId: 'A-1', subjectKind: 'retailer', subject: shop(6), verdict: 'true', reasons: ['M08'] },
      now(),
      h.setting(),
    ),
  )
  await h.all(tx =>
    takeVerdict(
      tx,
      { alertId: 'A-1', subjectKind: 'retailer', subject: shop(6), verdict: 'true', reasons: ['M08'] },
      now(),
      h.setting(),
    ),
  )
  const [entry] = (await listed('watch', shop(6))).items
  expect(entry).toMatchObject({ state: 'proposed', about: { zh: '真烟外流' } })
  const id = entry?.id ?? ''
  await h.step('head', id, 'approve', { level: 'remind', words: '先提醒' })
  expect((await h.read(id)).file).toMatchObject({ state: 'open', dueOn: '2027-02-21' })
  expect(code(await h.step('first', id, 'measure', { measure: 'talk', words: '约谈' }))).toContain(
    'creditMeasureTooHard',
  )
  await h.step('first', id, 'review', { level: 'case', words: '又查获 12 条' })
  await h.step('first', id, 'measure', { measure: 'case', words: '移交' })
  expect((await listed('disposal', shop(6))).items).toMatchObject([{ state: 'handedOver' }])
  await h.step('second', id, 'leave', { words: '连续两次复核没有外流' })
  expect((await h.step('head', id, 'approveExit', { words: '同意' })).statusCode).toBe(200)
  expect((await h.read(id)).file).toMatchObject({ state: 'left', dueOn: null })
})

it('a talk is noticed in time with a signed paper, recorded with commitments, and followed up', async () => {
  const { first, second } = h.people
  const asked = {
    words: '月订购量骤增',
    day: '2026-11-25',
    time: '上午9时30分',
    place: '本局二楼',
    staff: [first.staffId, second.staffId],
  }
  expect(code(await h.open('first', 'talk', shop(7), asked))).toContain('creditTalkTooSoon')
  expect(code(await h.open('first', 'talk', shop(7), { ...asked, staff: [first.staffId, first.staffId] }))).toContain(
    'creditTwoOfficers',
  )
  expect(
    code(
      await h.open('first', 'talk', shop(7), {
        ...asked,
        day: '2026-11-27',
        staff: [first.staffId, h.people.courier.staffId],
      }),
    ),
  ).toContain('creditOfficerUnknown')
  const id = await h.opened('first', 'talk', shop(7), { ...asked, day: '2026-11-27' })
  await h.step('head', id, 'notify', { words: '同意' })
  const [notice] = (await h.read(id)).papers
  expect(notice).toMatchObject({ title: '约谈通知书', number: '恩烟约谈〔2026〕第1号' })
  const pdf = await h.call('head', 'GET', `/papers/${notice?.id}`)
  expect(pdf.headers['content-type']).toContain('application/pdf')
  const kept = {
    words: '承认代他人收货',
    commitments: ['不再代收', '如实订购'],
    commitBy: '2026-12-31',
    signed: 'signed',
  }
  expect(code(await h.step('first', id, 'hold', kept))).toContain('creditTalkNotYet')
  expect(await h.stepOn('2026-11-27', 'first', id, 'hold', kept)).toMatchObject({ ok: true })
  expect((await told('credit.followUpAsked', shop(7))).at(-1)).toMatchObject({
    ref: `${id}#1`,
    words: expect.stringContaining('不再代收'),
  })
  await finding(shop(7), { source: 'followUp', sourceRef: `${id}#1`, outcome: 'clear', rectifyBy: null })
  await h.step('first', id, 'broken', { words: '又代收 20 条' })
  expect((await listed('record', shop(7))).items).toMatchObject([
    { state: 'proposed', about: { zh: '未履行约谈承诺' } },
  ])
})

it('a model shop is nominated by anybody, passes the conditions, stands in public notice, and is named by another', async () => {
  const id = await h.opened('window', 'model', shop(8), { words: '十年无违规' })
  expect(code(await h.step('first', id, 'publicise', { words: '模拟' }))).toContain('creditModelUnmet')
  for (const day of ['2026-10-01', '2026-11-02'])
    await finding(shop(8), { outcome: 'clear', rectifyBy: null, checkedOn: day })
  expect((await h.step('first', id, 'publicise', { words: '条件具备' })).statusCode).toBe(200)
  const publicly = (await h.call('public', 'GET', '/public/models')).json()
  expect(publicly.items).toEqual([{ shopName: '模拟商店8', town: '沙湖镇', state: 'public', on: '2026-11-30' }])
  expect(code(await h.step('head', id, 'name', { words: '同意' }))).toContain('creditStillPublic')
  expect(await h.stepOn('2026-12-01', 'head', id, 'name', { words: '同意' })).toMatchObject({ ok: true })
  expect((await h.read(id)).file).toMatchObject({ state: 'named', dueOn: '2027-12-01' })
  const fault = await h.opened('first', 'record', shop(8), {
    what: 'noPriceTag',
    happenedOn: '2026-11-22',
    words: '模拟',
  })
  await h.step('legal', fault, 'confirm', { words: '属实' })
  const reviewed = await h.read(id)
  expect(reviewed.file).toMatchObject({ state: 'named', dueOn: '2026-11-23' })
  expect(reviewed.events.at(-1)).toMatchObject({ event: { zh: '出现失信情形，提前复核' }, note: fault })
  expect(code(await h.step('head', id, 'review', { words: '仍合格' }))).toContain('creditModelUnmet')
  expect((await h.step('head', id, 'remove', { words: '未明码标价' })).statusCode).toBe(200)
})

it('the register is compared with itself: a suspicion is told once, a person judges it, and what is true is proposed for the archive', async () => {
  await h.all(tx =>
    sql`update registry.retailer set bank_account_hash = 'b1' where licence_no in (${shop(0)}, ${shop(3)})`.execute(tx),
  )
  const first = (await h.call('first', 'POST', '/suspicions/compare', {})).json()
  expect(first).toMatchObject({ compared: 9, fresh: first.found })
  expect((await h.call('first', 'POST', '/suspicions/compare', {})).json()).toMatchObject({ fresh: 0 })
  const { items } = (await h.call('head', 'GET', `/files?kind=suspicion`)).json() as FileList
  const account = items.find(({ licenceNo }) => licenceNo === shop(0))
  const detail = await h.read(account?.id ?? '')
  expect(detail.facts.map(({ value }) => value.zh)).toEqual(['不同经营者使用同一收款账户', `${shop(0)}、${shop(3)}`])
  await h.step('first', account?.id ?? '', 'confirm', { words: '夫妻两证共用一个账户' })
  for (const no of [shop(0), shop(3)])
    expect((await listed('watch', no)).items).toMatchObject([{ state: 'proposed', about: { zh: '一户多证' } }])
})

it('nobody of another town sees a file, and the page of an unknown one says so', async () => {
  expect((await listed('disposal', shop(1), 'town')).items).toEqual([])
  const id = await firstOf('disposal', shop(1))
  expect((await h.call('town', 'GET', `/files/${id}`)).statusCode).toBe(404)
  expect((await h.call('courier', 'GET', `/files/${id}`)).statusCode).toBe(403)
  expect((await h.open('courier', 'record', shop(1), {})).statusCode).toBe(403)
  expect(code(await h.open('window', 'record', shop(1), {}))).toContain('notPermitted')
})

it.each<[string, object]>([
  ['creditShopUnknown', { licenceNo: '440785199999' }],
  ['creditFieldMissing', { input: { what: 'minors', happenedOn: '2026-11-01' } }],
  ['creditFieldMissing', { input: { what: 'clear', happenedOn: '2026-11-01', words: 'x' } }],
  ['creditDayFuture', { input: { what: 'minors', happenedOn: '2026-11-24', words: 'x' } }],
  ['dateInvalid', { input: { what: 'minors', happenedOn: '2026-02-30', words: 'x' } }],
  ['textControlCharacter', { input: { what: 'minors', happenedOn: '2026-11-01', words: 'x\u202ey' } }],
])('refuses %s by name and loses nothing', async (name, change) => {
  const body = {
    kind: 'record',
    licenceNo: shop(1),
    input: { what: 'minors', happenedOn: '2026-11-01', words: 'x' },
    ...change,
  }
  expect(code(await h.call('first', 'POST', '/files', body))).toContain(name)
})

it('a stale page is told so, and a clock that ran out is an alarm until the file moves on', async () => {
  const id = await firstOf('watch', shop(0))
  const stale = { event: 'approve', version: 9, input: { level: 'focus', words: 'x' } }
  expect(code(await h.call('head', 'POST', `/files/${id}/steps`, stale))).toContain('creditChanged')
  await h.step('head', id, 'approve', { level: 'focus', words: '同意' })
  const alarms = async () => ((await h.call('head', 'GET', '/clocks')).json() as ClockList).alarms
  const before = await alarms()
  for (let twice = 0; twice < 2; twice += 1) await h.all(tx => raiseAlarms(tx, '2027-02-22', now().instant.toString()))
  expect(await alarms()).toBeGreaterThan(before)
  const raised = await alarms()
  await h.stepOn('2026-11-24', 'first', id, 'review', { level: 'focus', words: '已复核' })
  expect(await alarms()).toBe(raised - 1)
  expect(jobs.map(({ name }) => name)).toContain('credit.watchClocks')
})

it('the database knows the moves of the program and refuses what the program would', async () => {
  const { rows } = await h.all(tx =>
    sql<{
      kind: string
      fromState: string
      toState: string
    }>`select kind, from_state, to_state from credit.file_move`.execute(tx),
  )
  const known = kindCodes.flatMap(kind =>
    Object.entries(ruleOf(kind).moves).flatMap(([from, row]) => Object.values(row).map(to => `${kind} ${from} ${to}`)),
  )
  expect(rows.map(row => `${row.kind} ${row.fromState} ${row.toState}`).toSorted()).toEqual(
    [...new Set(known)].toSorted(),
  )
  const id = await firstOf('record', shop(3))
  const write = (change: ReturnType<typeof sql>) =>
    h.all(tx => sql`update credit.file set ${change} where id = ${id}`.execute(tx))
  await expect(write(sql`state = 'rejected'`)).rejects.toThrow(/cannot go/)
  await expect(write(sql`decided_by = proposed_by`)).rejects.toThrow(/file_by_two/)
  await expect(h.all(tx => sql`delete from credit.file_event`.execute(tx))).rejects.toThrow(
    /permission denied|never changed/,
  )
})
