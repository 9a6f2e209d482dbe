import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import {
  takeFromCartons,
  takeFromInspection,
  takeFromPartner,
  takeFromVerdict,
} from '../actions/clue/from-elsewhere.ts'
import { noteCase } from '../actions/clue/take-step.ts'
import { learnClue } from '../graph/feed.ts'
import { learnAlert, learnCartons } from '../graph/feed-found.ts'
import { learnRegister } from '../graph/register.ts'
import { describeClue, findAnswer } from '../index.ts'
import { clueMoves } from '../rules/clue/moves.ts'
import { type ClueHouse, nonce, openClueHouse } from '../testing/clue-house.ts'

let h: ClueHouse
beforeAll(async () => {
  h = await openClueHouse()
})
afterAll(() => h.close())
beforeEach(() => h.house.clock.advance({ seconds: 1 }))

const now = () => h.house.clock.now()
const told = async (event: string, clueNo: string) => {
  const { rows } = await h.all(tx =>
    sql<{ payload: Record<string, string> }>`select payload from platform.announcement
      where event = ${event} and payload ->> 'clueNo' = ${clueNo} order by id`.execute(tx),
  )
  return rows.map(({ payload }) => payload)
}

it('a telephone report becomes a clue with seven days, offered facts and none believed but those ticked', async () => {
  const text = '粤J12345从沙湖镇南塘村拉了20件假烟，找13800138000'
  const { no, receipt } = await h.take({ text, confirmed: [{ kind: 'plate', value: '粤J12345' }] })
  expect(receipt).toBeNull()
  const detail = await h.read(no)
  expect(detail.clue).toMatchObject({ state: 'new', dueOn: '2026-11-30', clock: 'decide', informantCode: null })
  expect(detail.facts.map(({ kind, value, state }) => `${kind} ${value} ${state}`)).toEqual([
    'phone 13800138000 offered',
    'plate 粤J12345 confirmed',
    'place 沙湖镇南塘村 offered',
    'sticks 200000 offered',
  ])
  expect(await told('intelligence.clueTaken', no)).toMatchObject([{ source: 'desk', matter: 'counterfeit' }])
  expect(await told('intelligence.clueFactConfirmed', no)).toMatchObject([{ kind: 'plate' }])
  const phone = detail.facts[0]?.id ?? ''
  expect((await h.call('first', 'POST', `/clues/${no}/facts/${phone}`, { word: 'rejected' })).statusCode).toBe(200)
  const again = await h.call('first', 'POST', `/clues/${no}/facts/${phone}`, { word: 'confirmed' })
  expect(again.json().code ?? again.body).toContain('clueFactJudged')
  await h.call('first', 'POST', `/clues/${no}/facts`, { kind: 'phone', value: '13900139000' })
  expect(await told('intelligence.clueFactConfirmed', no)).toHaveLength(2)
})

it('what is the same is offered while typing and on the page, and joined by a person', async () => {
  const first = await h.take({
    text: '粤J55555的货车每周三夜里运烟',
    confirmed: [{ kind: 'plate', value: '粤J55555' }],
  })
  const typed = { text: '完全另一句话', facts: [{ kind: 'plate', value: '粤J·55555' }] }
  const compared = (await h.call('desk', 'POST', '/clues/compare', typed)).json()
  expect(compared.likenesses).toMatchObject([{ no: first.no, shared: ['plate'], state: 'new' }])
  const second = await h.take({ text: '粤J55555的货车每周三夜里运烟。' })
  expect((await h.read(second.no)).likenesses[0]).toMatchObject({ no: first.no, shared: ['plate'], text: 1 })
  expect((await h.step('desk', second.no, 'markDuplicate', { same: 'XS-2026-999999' })).body).toContain(
    'clueSameUnknown',
  )
  await h.step('desk', second.no, 'markDuplicate', { same: first.no })
  expect(await h.read(second.no)).toMatchObject({ sameAs: first.no, clue: { state: 'duplicate', dueOn: null } })
})

it('goes the whole way to a case that tells its number, with every refusal by name', async () => {
  const { no } = await h.take({ text: '横陂有人批发假烟' })
  expect((await h.step('courier', no, 'validate')).statusCode).toBe(403)
  expect((await h.step('first', no, 'validate', { matter: 'wholesale' })).body).toContain('clueStepNotAllowed')
  expect((await h.step('desk', no, 'validate')).body).toContain('clueFieldMissing')
  await h.walk(no, 'validate', 'grade')
  const other = h.people.courier.staffId
  expect((await h.step('analyst', no, 'assign', { staff: other })).body).toContain('clueOfficerUnknown')
  await h.walk(no, 'assign')
  expect((await h.step('second', no, 'begin')).body).toContain('clueStepNotAllowed')
  await h.walk(no, 'begin')
  expect((await h.step('head', no, 'extend', { days: '40', words: '等鉴别' })).body).toContain('clueExtensionTooLong')
  await h.step('head', no, 'extend', { days: '5', words: '等鉴别' })
  expect((await h.read(no)).clue.dueOn).toBe('2026-12-05')
  const stale = { event: 'convert', version: 1, input: { words: '模拟' } }
  expect((await h.call('first', 'POST', `/clues/${no}/steps`, stale)).body).toContain('clueChanged')
  await h.walk(no, 'convert')
  expect(await told('intelligence.clueConverted', no)).toMatchObject([
    { matter: 'counterfeit', decidedOn: '2026-11-23' },
  ])
  await h.all(tx => noteCase(tx, { clueNo: no, caseNo: '恩烟立〔2026〕第1号' }, now()))
  await h.walk(no, 'tell', 'close')
  expect(await h.read(no)).toMatchObject({
    caseNo: '恩烟立〔2026〕第1号',
    clue: { state: 'closed', outcome: 'converted' },
  })
  expect(await told('intelligence.clueAnswered', no)).toMatchObject([{ source: 'desk', outcome: 'converted' }])
  expect(await h.all(tx => findAnswer(tx, no, h.house.services.keyring))).toBe('模拟数据的说明')
})

it('unlicensed retail is the market regulator’s matter: the page says so, and it is referred', async () => {
  const { no } = await h.take({ text: '没有证的小卖部卖烟', matter: 'unlicensed' })
  expect((await h.read(no)).law).toContain('《烟草专卖法实施条例》第五十七条')
  await h.step('analyst', no, 'refer', { agency: 'market', words: '无证零售由市场监管部门处理' })
  expect(await told('intelligence.clueReferred', no)).toMatchObject([{ agency: 'market', matter: 'unlicensed' }])
})

it('findings, cartons and true alerts come in by themselves, each once', async () => {
  const task = { taskId: 'RW-2026-000077', licenceNo: '440785100012', areaCode: '440785103', checkedOn: '2026-11-23' }
  const carton = '6112012345678901ABCD440785100099'
  for (const _ of [1, 2]) {
    await h.all(tx => takeFromInspection(tx, { ...task, outcome: 'filed', reasons: ['M01'] }, now(), h.setting()))
    const cartons = { taskId: task.taskId, areaCode: task.areaCode, licenceNo: task.licenceNo, codes: [carton] }
    await h.all(tx => takeFromCartons(tx, cartons, now(), h.setting()))
    const alert = { alertId: 'A9', subjectKind: 'vehicle', subject: '粤J77777', areaCode: '440785', reasons: ['V01'] }
    await h.all(tx => takeFromVerdict(tx, { ...alert, verdict: 'true' }, now(), h.setting()))
    await h.all(tx => takeFromVerdict(tx, { ...alert, alertId: 'A10', verdict: 'false' }, now(), h.setting()))
  }
  await h.all(tx =>
    takeFromInspection(tx, { ...task, taskId: 'RW-2', outcome: 'clear', reasons: [] }, now(), h.setting()),
  )
  const listed = async (source: string) =>
    (await h.call('head', 'GET', `/clues?source=${source}`)).json().items as { no: string }[]
  expect(await listed('inspection')).toHaveLength(2)
  const [alert] = await listed('model')
  expect((await h.read(alert?.no ?? '')).facts).toMatchObject([
    { kind: 'plate', value: '粤J77777', state: 'confirmed' },
  ])
})

it('an item of a partner is a clue once, with what is certain in it, and says who gave it', async () => {
  const item = {
    agency: '邮政管理局',
    itemRef: 'YZ-7',
    matter: 'posting',
    areaCode: '440785',
    text: '包裹里夹带卷烟',
  } as const
  const certain = [{ kind: 'waybill', value: 'SF1234567890123' }] as const
  const take = () => h.all(tx => takeFromPartner(tx, { ...item, certain }, now(), h.setting()))
  const first = await take()
  expect(await take()).toMatchObject({ refusal: 'clueTakenAlready' })
  const detail = await h.read(first.ok ? first.value : '')
  expect(detail).toMatchObject({
    text: '邮政管理局移送：包裹里夹带卷烟',
    clue: { source: 'partner', informantCode: null },
  })
  expect(detail.facts).toMatchObject([{ kind: 'waybill', value: 'SF1234567890123', state: 'confirmed' }])
})

it('figures of each source are counted from the clues and open to exactly them; duplicates do not count', async () => {
  const period = 'from=2026-11-01&to=2026-11-30'
  const figures = (await h.call('head', 'GET', `/clue-figures?${period}`)).json().sources as Record<string, unknown>[]
  const desk = figures.find(({ source }) => source === 'desk')
  expect(desk).toMatchObject({ received: 5, closed: 1, converted: 1, founded: 1, daysToDecide: 0 })
  for (const figure of ['received', 'closed', 'converted'] as const) {
    const opened = (await h.call('head', 'GET', `/clues?source=desk&figure=${figure}&${period}`)).json()
    expect(opened.total).toBe(desk?.[figure])
  }
})

it('the register, alerts, cartons, accounts and named persons enter the graph with their record and day, once', async () => {
  const with_ = { keyring: h.house.services.keyring, at: now() }
  const { no } = await h.take({ text: '收款微信号 wx_yan888，找老陈' })
  const account = (await h.read(no)).facts.find(({ kind }) => kind === 'account')
  await h.call('first', 'POST', `/clues/${no}/facts/${account?.id}`, { word: 'confirmed' })
  await h.call('first', 'POST', `/clues/${no}/facts`, { kind: 'person', value: '陈小明' })
  const alerts = [
    ['retailer', '440785100010'],
    ['waybill', 'SF1234567890123'],
    ['vehicle', 'ab12cd34ef56'],
    ['deliveryPoint', 'point-7'],
    ['vessel', '412345678'],
    ['place', '112.3,22.1'],
  ] as const
  const carton = '6112012345678901ABCD440785100011'
  for (const _ of [1, 2]) {
    expect(await learnRegister(h.house.services.database, with_)).toBe(3)
    await h.all(async tx => {
      for (const { factId = '' } of await told('intelligence.clueFactConfirmed', no))
        await learnClue(tx, { clueNo: no, factId }, with_)
      for (const [subjectKind, subject] of alerts)
        await learnAlert(tx, { alertId: `A-${subject}`, subjectKind, subject, areaCode: '440785', reasons: [] }, with_)
      const shop = { areaCode: '440785103', licenceNo: '440785100010', foundAt: '2026-11-22T17:00:00Z' }
      const found = { taskId: 'RW-9', ...shop, codes: [carton, 'unreadable'] }
      await learnCartons(tx, found, with_)
    })
  }
  const { rows } = await h.all(tx =>
    sql<{
      said: string
    }>`select a.kind || ' ' || e.kind || ' ' || b.kind || ' by ' || e.source_kind || ' ' || count(*) as said
      from intelligence.graph_edge e join intelligence.graph_node a on a.id = e.a join intelligence.graph_node b on b.id = e.b
      where e.valid_from is not null and e.confidence > 0 group by a.kind, e.kind, b.kind, e.source_kind order by 1`.execute(
      tx,
    ),
  )
  expect(rows.map(({ said }) => said)).toEqual([
    'alert names address by alert 1',
    'alert names licence by alert 1',
    'alert names plate by alert 1',
    'alert names vessel by alert 1',
    'alert names waybill by alert 1',
    'clue names account by clue 1',
    'clue names person by clue 1',
    'code foundAt shop by finding 1',
    'code marks licence by finding 1',
    'finding names code by finding 1',
    'person operates shop by registry 3',
    'shop at address by registry 3',
    'shop holds licence by registry 3',
  ])
  const { rows: days } = await h.all(tx =>
    sql<{
      day: string
    }>`select distinct valid_from as day from intelligence.graph_edge where source_ref = 'RW-9'`.execute(tx),
  )
  // The day in China, not in Greenwich.
  expect(days).toEqual([{ day: '2026-11-23' }])
})

it('a colleague of another town sees nothing of it, and the database knows the same moves as the program', async () => {
  const { no } = await h.take({ areaCode: '440785103' })
  expect((await h.call('town', 'GET', `/clues/${no}`)).statusCode).toBe(404)
  const { rows } = await h.all(tx =>
    sql<{ move: string }>`select from_state || ' ' || to_state as move from intelligence.clue_move`.execute(tx),
  )
  const known = Object.entries(clueMoves).flatMap(([from, row]) =>
    [...new Set(Object.values(row))].map(to => `${from} ${to}`),
  )
  expect(rows.map(({ move }) => move).toSorted()).toEqual(known.toSorted())
  const jump = h.all(tx => sql`update intelligence.clue set state = 'unfounded' where no = ${no}`.execute(tx))
  await expect(jump).rejects.toThrow('cannot go from new to unfounded')
  const own = h.all(tx =>
    sql`update intelligence.clue set assigned_to = 'staff:a', unfounded_by = 'staff:a' where no = ${no}`.execute(tx),
  )
  await expect(own).rejects.toMatchObject({ constraint: 'unfounded_by_another' })
})

it('a case file gets the code name and a rounded hour', async () => {
  const { no } = await h.take({ reporter: { name: '陈金丝' }, nonce: nonce() })
  const described = await h.all(tx => describeClue(tx, no, h.house.services.keyring))
  expect(described).toMatchObject({ receivedAt: '2026-11-23T02:00:00Z', informantCode: expect.stringMatching(/^XR-/) })
})
