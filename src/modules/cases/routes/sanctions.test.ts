import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { learnCase } from '#modules/intelligence'
import { weighedFine } from '../actions/goods/weigh-fine.ts'
import type { CaseSums, NetworkView, Weighing } from '../contract.ts'
import { loadPriceLists } from '../queries/prices.ts'
import { criminalReached, readTransferDuty } from '../queries/sums.ts'
import { type CaseHouse, openCaseHouse } from '../testing/case-house.ts'
import { goodsActs } from '../testing/goods-acts.ts'

let h: CaseHouse
let acts: ReturnType<typeof goodsActs>
beforeAll(async () => {
  h = await openCaseHouse()
  acts = goodsActs(h)
})
afterAll(() => h.close())
beforeEach(() => h.house.clock.advance({ seconds: 1 }))

type Who = Parameters<CaseHouse['call']>[0]
const said = async <T>(who: Who, method: 'GET' | 'POST', url: string, body?: object) =>
  (await h.call(who, method, url, body)).json() as T & { code?: string }
const sums = (caseNo: string) => said<CaseSums>('legal', 'GET', `/${caseNo}/sums`)
const bar = async (caseNo: string, code: string) => (await sums(caseNo)).bars.find(one => one.code === code)
const amounts = (change: object = {}) => ({
  ...{ business: null, purchases: null, sales: null, wholesale: null, gains: 0, fakeSold: 0, tax: 0, soldSticks: 0 },
  ...{
    party: 'person',
    licence: 'none',
    fakeBrand: false,
    penalties: [],
    smugglingPenalties: [],
    evidence: '询问笔录、进货单',
  },
  ...change,
})
const list = (change: object = {}) => ({
  ...{
    version: '粤2026-模拟',
    province: '44',
    issuer: '模拟省局',
    basis: '模拟数据',
    effective: '2026-01-01',
    sure: 'design',
  },
  csv: 'source,kind,brand,yuan\nbrandRetail,cigarette,双喜（软）,100.00\naverageRetail,cigarette,,150\n',
  ...change,
})

it('a price list is taken whole, once, by one, and counts when another has compared it', async () => {
  expect(await said('first', 'POST', '/price-lists', list())).toMatchObject({ status: 403 })
  const bad = list({ csv: 'source,kind,brand,yuan\nbrandRetail,cigarette,双喜,一百\n' })
  expect(await said('head', 'POST', '/price-lists', bad)).toMatchObject({ code: 'priceListUnreadable' })
  expect(await said('head', 'POST', '/price-lists', list())).toMatchObject({
    items: [{ version: '粤2026-模拟', lines: 2 }],
  })
  // Another compares it with the paper; until then no price comes from it.
  const { version } = list() as { version: string }
  expect(await h.all(loadPriceLists)).toEqual([])
  const approval = `/price-lists/${encodeURIComponent(version)}/approval`
  expect(await said('head', 'POST', approval)).toMatchObject({ code: 'priceListOwn' })
  expect(await said('deputy', 'POST', approval)).toMatchObject({ items: [{ approvedBy: '模拟head2', mine: false }] })
  expect(await said('legal', 'POST', approval)).toMatchObject({ code: 'priceListApproved' })
  expect(await said('head', 'POST', '/price-lists', list())).toMatchObject({ code: 'priceListKnown' })
})

it('25万支 in a lorry: the sums are live, the threshold warns and is reached, the police have 24 hours', async () => {
  const caseNo = await acts.openCase()
  await acts.hold(caseNo, { brand: '', amount: 159_800 })
  expect(await bar(caseNo, 'businessSticks')).toMatchObject({ level: 'below', percent: 79 })
  await acts.hold(caseNo, { brand: '', amount: 200 })
  expect(await bar(caseNo, 'businessSticks')).toMatchObject({
    level: 'near',
    percent: 80,
    basis: expect.stringContaining('第三条第一款第二项'),
  })
  await acts.hold(caseNo, { brand: '双喜（软）', amount: 90_000 })
  expect(await sums(caseNo)).toMatchObject({
    ...{ sticks: 250_000, value: 12_000_000 + 4_500_000, unpriced: 0, duty: { due: true, lawyerFirst: false } },
    priceList: { version: '粤2026-模拟', sure: 'design' },
  })
  const at = h.house.clock.now()
  expect((await h.all(tx => criminalReached(tx, caseNo, at)))?.zh).toMatch(/非法经营罪.*应当移送公安机关/u)
  const approvedAt = at.instant.toString()
  const duty = await h.all(tx => readTransferDuty(tx, caseNo, { approvedAt }, at))
  expect(duty?.limits).toMatchObject([
    { step: 'send', dueAt: at.instant.add({ hours: 24 }).toString(), state: 'running' },
  ])
})

it('what was established goes before the value of the goods, and what was said before stays', async () => {
  const caseNo = await acts.openCase()
  expect(await h.all(tx => criminalReached(tx, caseNo, h.house.clock.now()))).toBeNull()
  const saved = await said<CaseSums>(
    'first',
    'POST',
    `/${caseNo}/amounts`,
    amounts({ business: 4_999_999, licence: 'retail' }),
  )
  expect(saved).toMatchObject({ amounts: { business: 4_999_999 }, duty: { due: false } })
  await said('first', 'POST', `/${caseNo}/amounts`, amounts({ business: 5_000_000, licence: 'retail' }))
  expect((await sums(caseNo)).duty).toMatchObject({ due: true, lawyerFirst: true })
  expect(await said('first', 'POST', `/${caseNo}/amounts`, amounts({ evidence: ' ' }))).toMatchObject({
    code: 'textEmpty',
  })
  expect(await said('first', 'POST', '/AJ-2026-999999/amounts', amounts())).toMatchObject({ code: 'caseUnknown' })
})

it('a fine is weighed within the law, off its step only with a reason and a second person', async () => {
  const caseNo = await acts.openCase({
    about: '未在当地烟草专卖批发企业进货',
    origin: 'other',
    originRef: 'J-1',
    licenceNo: '440785100011',
  })
  const asked = { violation: 'P10', serious: false, factors: ['remedied'] }
  expect(await said('first', 'POST', `/${caseNo}/weighing`, asked)).toMatchObject({ code: 'violationBaseMissing' })
  await said('first', 'POST', `/${caseNo}/amounts`, amounts({ purchases: 1_000_000, licence: 'retail' }))
  expect(await said<Weighing>('first', 'POST', `/${caseNo}/weighing`, asked)).toMatchObject({
    ...{
      rangeFrom: 50_000,
      rangeTo: 100_000,
      step: 'light',
      stepFrom: 50_000,
      stepTo: 65_000,
      proposed: 57_500,
      mayFine: true,
    },
    sanction: [expect.stringContaining('第五十六条')],
    weighings: [],
  })
  const propose = (fine: number, reason = '') =>
    said<Weighing>('first', 'POST', `/${caseNo}/weighings`, { ...asked, fine, reason })
  expect(await propose(100_001, '情节恶劣，应当从重处罚。')).toMatchObject({ code: 'fineAboveLaw' })
  expect(await propose(80_000)).toMatchObject({ code: 'deviationReasonMissing' })
  expect(await h.all(tx => weighedFine(tx, caseNo))).toMatchObject({ refusal: 'fineNotWeighed' })
  expect(await propose(80_000, '同类案件本年一般按百分之八处罚。')).toMatchObject({
    weighings: [{ n: 1, deviation: 'otherStep', approvedBy: null }],
  })
  expect(await h.all(tx => weighedFine(tx, caseNo))).toMatchObject({ refusal: 'deviationUnapproved' })
  const approve = (who: Who) => said<Weighing>(who, 'POST', `/${caseNo}/weighings/1/approval`, {})
  expect(await approve('first')).toMatchObject({ status: 403 })
  expect(await approve('head')).toMatchObject({ weighings: [{ approvedBy: '模拟head1' }] })
  expect(await approve('deputy')).toMatchObject({ code: 'deviationApproved' })
  expect(await h.all(tx => weighedFine(tx, caseNo))).toEqual({ ok: true, value: { fine: 80_000 } })
  expect(await propose(60_000)).toMatchObject({ weighings: [{ n: 2, deviation: 'within' }, { n: 1 }] })
})

it('a network case says of every condition what it has and what it needs, and only with a source', async () => {
  const caseNo = await acts.openCase()
  const before = (await said('first', 'GET', `/${caseNo}/network`)) as unknown as NetworkView
  expect(before).toMatchObject({ name: null, facts: null })
  // 关系图: another case whose party has the same telephone is proposed, with what leads there; nothing is counted by itself.
  const other = await acts.openCase()
  const with_ = { keyring: h.house.services.keyring, at: h.house.clock.now() }
  for (const [n, no] of [caseNo, other].entries()) {
    const party = { name: `模拟人${n}`, idNo: '', address: '', phone: '13800138077' }
    const file = {
      no,
      about: '模拟',
      areaCode: '440785103',
      openedOn: '2026-11-20',
      open: true,
      licenceNo: null,
      clueNo: null,
    }
    await h.all(tx => learnCase(tx, { ...file, handlers: [], party }, with_))
  }
  expect(await said('first', 'GET', `/${caseNo}/network/proposal`)).toMatchObject({
    ...{
      cases: [{ caseNo: other, via: '电话 *******8077', about: expect.any(String), area: '440785' }],
      layers: 2,
      cut: false,
    },
  })
  expect(await said('courier', 'GET', `/${caseNo}/network/proposal`)).toMatchObject({ status: 403 })
  expect(await said('first', 'GET', `/${caseNo}/network`)).toMatchObject({ facts: null })
  const facts = { links: 9, layers: 9, areas: 9, provinces: 9, arrested: 9, sentenced: 9, value: 100_000_000_000 }
  const body = { ...facts, sticks: 900_000_000, evidence: '并案侦查的九件案件（模拟）' }
  expect(await said('first', 'POST', `/${caseNo}/network`, { ...body, evidence: '' })).toMatchObject({ status: 400 })
  const after = (await said('first', 'POST', `/${caseNo}/network`, body)) as unknown as NetworkView
  expect(after.name).toBe(after.classes[0]?.name)
  expect(after.classes.every(({ reached }) => reached)).toBe(true)
  expect(after.classes[0]?.conditions[0]).toMatchObject({ have: expect.any(Number), need: expect.any(Number) })
})
