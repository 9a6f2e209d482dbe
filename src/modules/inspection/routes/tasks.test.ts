import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { person } from '../../registry/testing/small-county.ts'
import { proposeTask } from '../actions/propose-task.ts'
import { lapseTasks, rejectProposals } from '../actions/run-task.ts'
import type { DrawRoom, TaskBoard, TaskDetail, TaskView } from '../contract.ts'
import { listTasks } from '../queries/tasks.ts'
import { taskMoves } from '../rules/task/moves.ts'
import { type InspectionHouse, openInspectionHouse, shops } from '../testing/inspection-house.ts'
import { settingOn } from './tasks.ts'

let h: InspectionHouse
beforeAll(async () => {
  h = await openInspectionHouse()
})
afterAll(() => h.close())
beforeEach(() => h.house.clock.advance({ seconds: 1 }))

const asked = (licenceNo: string, change: object = {}) => ({
  licenceNo,
  kind: 'regular',
  reasons: ['cycle'],
  why: '',
  dueBy: '2026-12-15',
  partner: null,
  noNoticeReason: null,
  ...change,
})
const propose = (licenceNo: string, change: object = {}) => h.call('first', 'POST', '/tasks', asked(licenceNo, change))
const boardNow = async (query = '?proposals=all') => (await h.call('head', 'GET', `/tasks${query}`)).json() as TaskBoard
const openOf = async (licenceNo: string): Promise<TaskView> => {
  const task = (await boardNow()).items.findLast(one => one.licenceNo === licenceNo && one.state === 'proposed')
  if (!task) throw new Error(`no proposal for ${licenceNo}`)
  return task
}
const approve = (task: TaskView, change: object = {}, who: 'head' | 'first' = 'head') =>
  h.call(who, 'POST', `/tasks/${task.id}/approval`, {
    version: task.version,
    visitOn: '2026-11-30',
    hours: 'office',
    officers: [],
    ...change,
  })
const code = (reply: { json(): unknown }) => JSON.stringify(reply.json())

it('an alert becomes a proposal once, with reason, checklist, articles and a last day; nobody is sent by it', async () => {
  const fact = { alertId: 'A1', licenceNo: '440785100010', indicators: ['M08', 'M99'], words: '江门查获本店条码 12 条' }
  const at = h.house.clock.now()
  for (let n = 0; n < 2; n += 1) await h.all(tx => proposeTask(tx, fact, at, settingOn(at.today)))
  const tasks = (await boardNow()).items.filter(task => task.licenceNo === '440785100010')
  expect(tasks).toMatchObject([
    {
      kind: 'report',
      source: 'alert',
      reasons: ['M08'],
      state: 'proposed',
      officers: [],
      visitOn: null,
      dueBy: '2026-12-07',
    },
  ])
  expect(tasks[0]?.basis[0]).toContain('第四十六条')
  expect(tasks[0]?.checklist.join()).toContain('32 位条码')
})

it('a person approves, and the machine names two certified officers; grid staff without a certificate are never assigned', async () => {
  await propose('440785100011')
  const task = await openOf('440785100011')
  const detail = (await h.call('head', 'GET', `/tasks/${task.id}?on=2026-11-30`)).json() as TaskDetail
  expect(detail.candidates.find(one => one.id === h.people.grid.staffId)?.whyNot).toBe('noCertificate')
  const pair = [h.people.grid.staffId, h.people.first.staffId]
  expect(code(await approve(task, { officers: pair }))).toContain('taskOfficerCertificate')
  expect(code(await approve(task, { officers: [pair[1], pair[1]] }))).toContain('taskOfficersTwo')
  expect((await approve(task, {}, 'first')).statusCode).toBe(403)
  expect((await approve(task)).statusCode).toBe(200)
  const sent = (await boardNow()).items.find(one => one.id === task.id)
  expect(sent).toMatchObject({
    state: 'assigned',
    visitOn: '2026-11-30',
    hours: 'office',
    between: '08:30-17:30',
    visits: 1,
  })
  const ofShop = (await h.call('head', 'GET', '/shops/440785100011/tasks')).json() as { items: { id: string }[] }
  expect(ofShop.items.map(({ id }) => id)).toEqual([task.id])
  expect(sent?.officers).toHaveLength(2)
  expect(sent?.officers).not.toContain('模拟grid1')
  expect(code(await approve(task))).toContain('taskChanged')
})

it('a certificate that ends before the visit does not count', async () => {
  await propose('440785100012', { dueBy: '2027-12-31' })
  await h.all(tx =>
    sql`update access.staff set certificate_to = '2026-12-01' where id = ${h.people.third.staffId}`.execute(tx),
  )
  const officers = [h.people.third.staffId, h.people.first.staffId]
  const task = await openOf('440785100012')
  expect(code(await approve(task, { visitOn: '2026-12-02', officers }))).toContain('taskOfficerCertificate')
  expect((await approve(task, { visitOn: '2026-12-01', officers })).statusCode).toBe(200)
})

it('planned visits stop at the yearly limit; a report does not, and a day off is 错时 whatever was said', async () => {
  for (const visitOn of ['2026-11-28', '2026-12-01']) {
    await propose('440785100013')
    expect((await approve(await openOf('440785100013'), { visitOn })).statusCode).toBe(200)
  }
  const saturday = (await boardNow()).items.find(
    one => one.licenceNo === '440785100013' && one.visitOn === '2026-11-28',
  )
  expect(saturday?.hours).toBe('off')
  await propose('440785100013')
  const third = await openOf('440785100013')
  expect(code(await approve(third))).toContain('taskCapReached')
  await h.call('head', 'POST', `/tasks/${third.id}/steps`, {
    version: third.version,
    event: 'reject',
    note: '已到上限',
  })
  await propose('440785100013', { kind: 'report', reasons: ['reported'] })
  expect((await approve(await openOf('440785100013'))).statusCode).toBe(200)
})

it('proposals approved at the same moment stop at the yearly limit too', async () => {
  for (let n = 0; n < 4; n += 1) await propose('440785100017')
  const open = (await boardNow()).items.filter(one => one.licenceNo === '440785100017' && one.state === 'proposed')
  const replies = await Promise.all(open.map((task, n) => approve(task, { visitOn: `2026-12-0${n + 2}` })))
  expect(replies.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 200, 409, 409])
})

it.each<[string, object]>([
  ['taskRandomByDraw', { kind: 'random', reasons: ['drawn'] }],
  ['taskSurpriseReason', { kind: 'surprise', reasons: ['clue'] }],
  ['taskPartnerMissing', { kind: 'joint', reasons: ['clue'] }],
  ['taskDuePast', { dueBy: '2026-11-22' }],
  ['dateInvalid', { dueBy: '2026-02-30' }],
  ['taskShopUnknown', { licenceNo: '440785199999' }],
])('refuses %s by name', async (name, change) => {
  expect(code(await propose('440785100014', change))).toContain(name)
})

it('is not approved by its proposer, is taken back with a reason, and lapses when nobody sends it', async () => {
  await h.call('head', 'POST', '/tasks', asked('440785100015'))
  expect(code(await approve(await openOf('440785100015')))).toContain('taskOwnApproval')
  await propose('440785100016')
  const task = await openOf('440785100016')
  await approve(task)
  const step = (event: string, note: string, version: number) =>
    h.call('head', 'POST', `/tasks/${task.id}/steps`, { version, event, note })
  expect((await step('recall', '', task.version + 1)).statusCode).toBe(400)
  expect(code(await step('reject', '不需要', task.version + 1))).toContain('taskNotNow')
  expect((await step('recall', '两人生病', task.version + 1)).statusCode).toBe(200)
  const later = { ...h.house.clock.now(), today: Temporal.PlainDate.from('2026-12-16') }
  await h.all(tx => lapseTasks(tx, later))
  const { task: ended, events } = (await h.call('head', 'GET', `/tasks/${task.id}`)).json() as TaskDetail
  expect(ended.state).toBe('lapsed')
  expect(events.map(({ event }) => event)).toEqual(['propose', 'approve', 'recall', 'lapse'])
})

it('comes back with a finding of one of the two, is settled by another person, and both are announced', async () => {
  await propose('440785100018', { kind: 'report', reasons: ['reported'] })
  const task = await openOf('440785100018')
  const { first, second } = h.people
  await approve(task, { visitOn: '2026-11-25', officers: [first.staffId, second.staffId] })
  const report = (who: 'first' | 'third', change: object = {}) =>
    h.call(who, 'POST', `/tasks/${task.id}/finding`, {
      outcome: 'rectify',
      checkedOn: '2026-11-23',
      words: '未亮证，当场改正',
      rectifyBy: '2026-11-30',
      ...change,
    })
  expect(code(await report('third'))).toContain('findingNotYours')
  expect(code(await report('first', { checkedOn: '2026-11-24' }))).toContain('findingDayOutside')
  expect(code(await report('first', { checkedOn: '2026-11-22' }))).toContain('findingDayOutside')
  expect(code(await report('first', { rectifyBy: null }))).toContain('findingRectifyDay')
  expect(code(await report('first', { words: '' }))).toContain('findingWordsMissing')
  expect((await report('first')).statusCode).toBe(200)
  expect(code(await report('first'))).toContain('taskNotNow')
  const found = (await boardNow()).items.find(one => one.id === task.id)
  expect(found).toMatchObject({ state: 'found', outcome: 'rectify', rectifyBy: '2026-11-30', mine: false })
  const settled = { version: found?.version, verdict: 'true', words: '属实，到期复查' }
  expect((await h.call('head', 'POST', `/tasks/${task.id}/settlement`, settled)).statusCode).toBe(200)
  const { rows } = await h.all(tx =>
    sql<{
      event: string
      verdict: string | null
    }>`select event, payload->>'verdict' as verdict from platform.announcement
      where payload->>'taskId' = ${task.id} order by id`.execute(tx),
  )
  expect(rows).toEqual([
    { event: 'inspection.findingMade', verdict: null },
    { event: 'inspection.taskSettled', verdict: 'true' },
  ])
})

it('the database knows the moves of the program, and two officers without whom nobody goes', async () => {
  const { rows } = await h.all(tx =>
    sql<{ fromState: string; toState: string }>`select from_state, to_state from inspection.task_move`.execute(tx),
  )
  const known = Object.entries(taskMoves).flatMap(([from, row]) => Object.values(row).map(to => `${from} ${to}`))
  expect(rows.map(row => `${row.fromState} ${row.toState}`).toSorted()).toEqual([...new Set(known)].toSorted())
  await propose('440785100017')
  await expect(
    h.all(tx => sql`update inspection.task set state = 'assigned' where state = 'proposed'`.execute(tx)),
  ).rejects.toThrow(/task_two_officers/)
})

it('the board shows first what the officers can go to, counts the rest, and opens it when asked; an alert judged false asks nobody', async () => {
  const at = h.house.clock.now()
  const many = Array.from({ length: 12 }, (_, n) => `4407851000${n + 10}`)
  for (const licenceNo of many) {
    const fact = { alertId: `B${licenceNo}`, licenceNo, indicators: ['M01'], words: '' }
    await h.all(tx => proposeTask(tx, fact, at, settingOn(at.today)))
  }
  const [whole, board] = [await boardNow(), await boardNow('')]
  const { pairs, perPair, planned } = board.force
  const first = board.first.flatMap(({ ids }) => ids)
  const free = pairs * perPair - planned
  expect(free).toBeGreaterThan(0)
  const shops = new Set(first.map(id => board.items.find(one => one.id === id)?.licenceNo))
  expect(shops.size).toBe(free)
  expect(
    board.items
      .filter(({ state }) => state === 'proposed')
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(first.toSorted())
  expect(board.rest).toBe(whole.items.length - board.items.length)
  expect(board.rest).toBeGreaterThan(0)
  expect([whole.rest, whole.first]).toEqual([0, board.first])
  const ref = `B${many[11]}`
  expect(await boardNow(`?ref=${ref}`)).toMatchObject({ first: [], rest: 0, items: [{ state: 'proposed' }] })
  for (const licenceNo of many)
    await h.all(tx =>
      rejectProposals(tx, { source: 'alert', ref: `B${licenceNo}`, note: '预警研判为不属实' }, { by: 'test', at }),
    )
  // However old: the page of a shop leads to tasks of two years, and a draw to its own.
  const long = { since: '2027-06-01', year: 2027 }
  const found = await h.all(async tx => [await listTasks(tx, { ...long, ref }), await listTasks(tx, long)])
  expect(found.map(rows => rows.some(({ state }) => state === 'rejected'))).toEqual([true, false])
})

it('an interest on record keeps an officer from the shop, or every shop of the person, while it lasts; a draw recuses him by itself', async () => {
  const licenceNo = '440785100021'
  const idNo = person(shopPerson(licenceNo))
  const { length: all } = shops.filter(shop => shop.person === shopPerson(licenceNo))
  const interest = {
    kind: 'relative',
    licenceNo: null,
    person: { name: '模拟亲属', idNo },
    words: '夫妻',
    fromOn: null,
  }
  const state = (who: 'first' | 'head', change: object) =>
    h.call(who, 'POST', '/api/access/interests', { staffId: null, ...interest, toOn: '2026-11-27', ...change })
  const stated = await state('first', {})
  const own = { licenceNo, person: null, staffId: h.people.second.staffId, toOn: null }
  expect([stated.statusCode, (await state('head', own)).statusCode]).toEqual([200, 200])
  await propose(licenceNo)
  const task = await openOf(licenceNo)
  const whyNot = async (on: string) => {
    const { candidates } = (await h.call('head', 'GET', `/tasks/${task.id}?on=${on}`)).json() as TaskDetail
    return ['first', 'second', 'third'].map(
      who => candidates.find(({ id }) => id === h.people[who as 'first'].staffId)?.whyNot,
    )
  }
  expect(await whyNot('2026-11-27')).toEqual(['interested', 'interested', null])
  expect(await whyNot('2026-11-30')).toEqual([null, 'interested', null])
  const officers = [h.people.first.staffId, h.people.third.staffId]
  expect(code(await approve(task, { officers, visitOn: '2026-11-27' }))).toContain('taskOfficerInterested')
  expect(code(await approve(task, { visitOn: '2026-11-27' }))).toContain('taskOfficersNone')
  expect((await approve(task, { officers, visitOn: '2026-11-30' })).statusCode).toBe(200)

  const party = (who: 'legal' | 'audit', post: string) => ({ kind: 'staff', staffId: h.people[who].staffId, post })
  const parties = [party('legal', 'legal'), party('audit', 'auditAdmin'), { kind: 'outside', name: '零售户代表' }]
  const draw = {
    title: '抽查（模拟数据）',
    items: [{ code: 'C01', name: '亮证' }],
    visitsFrom: '2026-11-25',
    visitsTo: '2026-12-31',
  }
  const { id } = (
    await h.call('first', 'POST', '/draws', { ...draw, publicValue: null, repeats: null, parties })
  ).json()
  const { lists } = (await h.call('head', 'GET', `/draws/${id}`)).json() as DrawRoom
  const reason = '登记的利害关系'
  expect(lists.recusals.toSorted((a, b) => b.shops - a.shops)).toEqual([
    { officerName: '模拟inspector1', by: '模拟inspector1', reason, shops: all },
    { officerName: '模拟inspector2', by: '模拟head1', reason, shops: 1 },
  ])
})

const shopPerson = (licenceNo: string): number => shops.find(({ no }) => no === licenceNo)?.person ?? 0
