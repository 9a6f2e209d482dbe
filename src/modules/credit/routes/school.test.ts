import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { noteLicence, recordWalk } from '#modules/registry'
import { openAccessHouse } from '../../access/testing/house.ts'
import { hireAndSignIn } from '../../access/testing/people.ts'
import { retailers, takeAreas, takeRetailers, takeSchools } from '../../registry/testing/small-county.ts'
import type { SchoolBoard, SchoolCase } from '../contract.ts'
import { createCredit, noteLicenceEnd } from '../index.ts'

/** About 50 m from the gate of 南塘小学 on the map: near, until somebody measures. */
const near = '440785100010'
const other = '440785100011'

async function openHouse() {
  const house = await openAccessHouse([createCredit()])
  const all = <T>(work: Parameters<typeof house.services.database.within<T>>[1]) =>
    house.services.database.within({ areas: 'all' }, work)
  await all(async tx => {
    await takeAreas(tx)
    await takeSchools(tx)
    const place = [112.441 - 0.0005, 22.345] as const
    const lines = [near, other].map((no, n) => ({
      no,
      place,
      address: `沙湖镇校前路${n + 1}号`,
      validTo: '2027-06-30',
    }))
    await takeRetailers(tx, retailers(...lines), house.services.keyring)
  })
  const people = {
    first: await hireAndSignIn(house, 'inspector1', ['inspector']),
    second: await hireAndSignIn(house, 'verifier1', ['verifier']),
    head: await hireAndSignIn(house, 'head1', ['head']),
    stranger: await hireAndSignIn(house, 'inspector2', ['inspector'], ['440785001']),
  }
  const call = async (who: keyof typeof people, method: 'GET' | 'POST', url: string, payload?: object) => {
    const headers = { cookie: people[who].cookie, 'idempotency-key': randomUUID() }
    const answer = await house.app.inject({
      method,
      url: `/api/credit/schools${url}`,
      headers,
      ...(payload ? { payload } : {}),
    })
    return answer.json()
  }
  const measure = (licenceNo: string, metres: number) =>
    all(tx => {
      const officers = [people.first.staffId, people.second.staffId]
      const walk = {
        schoolId: 'S1',
        gate: '正门',
        metres,
        method: 'wheel',
        measuredOn: '2026-11-10',
        photos: [],
      } as const
      return recordWalk(
        tx,
        { licenceNo },
        { ...walk, officers, note: '' },
        {
          by: people.first.staffId,
          second: people.second.staffId,
          at: house.clock.now(),
        },
      )
    })
  return { house, all, people, call, measure }
}

let open: Awaited<ReturnType<typeof openHouse>>
beforeAll(async () => {
  open = await openHouse()
})
afterAll(() => open.house.close())

const shopOf = async (no: string): Promise<SchoolCase> => open.call('head', 'GET', `/shops/${no}`)
const board = (): Promise<SchoolBoard> => open.call('head', 'GET', '')
const talk = (change: object = {}) => ({
  version: 0,
  talkedOn: '2026-11-20',
  officers: [open.people.second.staffId],
  said: '说明未成年人保护法的规定和自愿退出的办法。',
  answer: 'considering',
  answerWords: '家里商量以后再说。',
  signed: 'refused',
  ...change,
})

describe('a shop near a school', () => {
  it('is only to be measured as long as the map alone speaks; nobody persuades it', async () => {
    expect(await shopOf(near)).toMatchObject({ shop: { standing: 'toMeasure', walk: null }, may: [] })
    expect(await open.call('first', 'POST', `/shops/${near}/talks`, talk())).toMatchObject({
      code: 'schoolNotMeasured',
    })
  })

  it('is protected until expiry once a signed walk shows it inside', async () => {
    expect(await open.measure(near, 72.5)).toMatchObject({ ok: true })
    expect(await shopOf(near)).toMatchObject({
      shop: { standing: 'protected', walk: 72.5, limit: 100, validTo: '2027-06-30', insideSince: '2026-11-10' },
      may: ['persuade', 'agree'],
    })
    expect((await shopOf(near)).law.map(({ basis }) => basis).join()).toContain('第四十三条')
  })

  it.each<[string, object, string]>([
    ['alone', { officers: [] }, 'schoolOfficersTwo'],
    ['on a day ahead', { talkedOn: '2027-01-01' }, 'schoolDayLater'],
    ['with a signature of somebody who was not there', { answer: 'absent', signed: 'signed' }, 'schoolSignature'],
    ['after somebody else', { version: 7 }, 'schoolCaseChanged'],
  ])('is not persuaded %s', async (_, change, code) => {
    expect(await open.call('first', 'POST', `/shops/${near}/talks`, talk(change))).toMatchObject({ code })
  })

  it('is persuaded within the campaign of the day, may announce its exit, think again and leave', async () => {
    const campaign = {
      title: '秋季校园周边专项行动',
      agencies: ['市教育局', '市市场监督管理局', '市公安局'],
      goal: '劝导全覆盖，无证售卖清零。',
      fromOn: '2026-11-01',
      toOn: '2026-12-31',
    }
    const opened: SchoolBoard = await open.call('head', 'POST', '/campaigns', campaign)
    expect(opened.campaigns).toMatchObject([{ id: 'ZX-2026-001', agencies: campaign.agencies, insideAtStart: 1 }])
    expect(await open.call('first', 'POST', `/shops/${near}/talks`, talk())).toMatchObject({
      shop: { standing: 'persuaded', talks: 1 },
      talks: [{ campaignId: 'ZX-2026-001', signed: 'refused' }],
    })
    const exit = { version: 1, way: 'move', reason: '儿子在镇上另租了铺面。', by: '2027-01-31' }
    expect(await open.call('first', 'POST', `/shops/${near}/exit`, exit)).toMatchObject({
      shop: { standing: 'exiting', exitBy: '2027-01-31' },
      exitWay: 'move',
    })
    const back = await open.call('first', 'POST', `/shops/${near}/exit-retraction`, {
      version: 2,
      reason: '铺面没有谈成。',
    })
    expect(back).toMatchObject({ shop: { standing: 'persuaded', exitBy: null }, exitWay: null })
    await open.call('first', 'POST', `/shops/${near}/exit`, { ...exit, version: 3 })
    await end(near, 'cancelled')
    expect(await shopOf(near)).toMatchObject({ shop: { standing: 'out', outCause: 'move' }, may: [] })
    const { campaigns, trend } = await board()
    expect(campaigns).toMatchObject([{ left: 1, insideNow: 0, talks: 1 }])
    expect(trend.at(-1)).toMatchObject({ inside: 0, left: 1 })
  })

  it('measured far enough is none, and the end of its licence changes nothing', async () => {
    await open.measure(other, 130)
    expect(await shopOf(other)).toMatchObject({ shop: { standing: 'outside', walk: 130 }, may: [] })
    await end(other, 'cancelled')
    expect((await shopOf(other)).shop).toBeNull()
  })
})

/** What licensing announces, and what the house does with it. */
const end = (licenceNo: string, state: 'cancelled') =>
  open.all(async tx => {
    const fact = { licenceNo, state, validFrom: '2022-02-01', validTo: '2027-06-30' }
    await noteLicence(tx, fact)
    await noteLicenceEnd(tx, fact, open.house.clock.now())
  })

describe('a place that sells without a licence', () => {
  const place = {
    areaCode: '440785103',
    address: '南塘小学东门外小卖部',
    position: null,
    what: '学生反映卖散支烟。',
    source: 'school',
  }
  it('is looked at, handed to the agency that punishes, and stopped', async () => {
    const reported: SchoolBoard = await open.call('first', 'POST', '/places', place)
    expect(reported.places).toMatchObject([{ id: 'WZ-2026-0001', state: 'reported', campaignId: 'ZX-2026-001' }])
    const step = (version: number, event: string, agency: string | null = null) =>
      open.call('first', 'POST', '/places/WZ-2026-0001/steps', { version, event, agency, note: '现场核实。' })
    expect(await step(1, 'stop')).toMatchObject({ code: 'schoolCaseNotNow' })
    expect(await step(1, 'confirm')).toMatchObject({ places: [{ state: 'confirmed' }] })
    expect(await step(2, 'refer')).toMatchObject({ code: 'schoolAgencyMissing' })
    expect(await step(2, 'refer', '市市场监督管理局')).toMatchObject({ places: [{ agency: '市市场监督管理局' }] })
    expect(await step(2, 'stop')).toMatchObject({ code: 'schoolCaseChanged' })
    const stopped: SchoolBoard = await step(3, 'stop')
    expect(stopped).toMatchObject({ places: [{ state: 'stopped' }], campaigns: [{ placesStopped: 1 }] })
  })

  it('and a campaign are unseen by somebody of another town', async () => {
    const theirs: SchoolBoard = await open.call('stranger', 'GET', '')
    expect([theirs.places, theirs.shops]).toEqual([[], []])
  })

  it('belongs to a campaign that is closed once, with its summary', async () => {
    const closing = () =>
      open.call('head', 'POST', '/campaigns/ZX-2026-001/closing', { summary: '劝导一户，退出一户。' })
    expect(await closing()).toMatchObject({ campaigns: [{ summary: '劝导一户，退出一户。' }] })
    expect(await closing()).toMatchObject({ code: 'schoolCaseNotNow' })
    const url = '/campaigns/ZX-2026-001/closing'
    expect(await open.call('first', 'POST', url, { summary: '不归我结束。' })).toMatchObject({ status: 403 })
  })
})
