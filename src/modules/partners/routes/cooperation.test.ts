import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type {
  ActionDetail,
  AgendaProposal,
  MeetingDetail,
  OwnDay,
  ResponseFigures,
  SixfoldView,
  TaskView,
} from '../contract.ts'
import { actionMoves } from '../rules/action/moves.ts'
import { meetingMoves } from '../rules/meeting/moves.ts'
import { taskMoves } from '../rules/task/moves.ts'
import { type CooperationHouse, openCooperationHouse } from '../testing/cooperation-house.ts'

let h: CooperationHouse
beforeAll(async () => {
  h = await openCooperationHouse()
})
afterAll(() => h.close())
beforeEach(() => h.house.clock.advance({ seconds: 1 }))
const soon = (hours: number) => h.house.clock.now().instant.add({ hours }).toString()
const now = () => soon(0)

it('has in the database the state tables of the program, and no other move', async () => {
  const { rows } = await h.all(tx =>
    sql<{
      machine: string
      fromState: string
      toState: string
    }>`select machine, from_state, to_state from partners.known_move`.execute(tx),
  )
  const known = Object.entries({ meeting: meetingMoves, task: taskMoves, action: actionMoves }).flatMap(
    ([machine, moves]) =>
      Object.entries(moves).flatMap(([from, row]) =>
        [...new Set(Object.values(row))].map(to => `${machine} ${from} ${to}`),
      ),
  )
  expect(rows.map(row => `${row.machine} ${row.fromState} ${row.toState}`).toSorted()).toEqual(known.toSorted())
})

describe('a meeting', () => {
  const reply = (one: { cookie: string }, words: string) =>
    h.asPartner(one, 'POST', '/own/acts', {
      kind: 'reply',
      meetingId: 'HY-2026-0001',
      coming: true,
      words,
      toldAt: now(),
    })
  const body = () => ({
    ...{ kind: 'joint', title: '第四季度联席会议', place: '局二楼会议室', startsAt: soon(24), call: false },
    agencies: [{ agencyId: h.market.id, contactId: h.market.contactId }],
    lines: [
      { kind: 'case', ref: 'AJ-2026-000001', words: '运输卷烟案', why: '还剩3日' },
      { kind: 'other', ref: '', words: '商议年底联合检查安排', why: '' },
    ],
  })
  const step = async (m: MeetingDetail, event: string) =>
    (
      await h.call('planner', 'POST', `/meetings/${m.id}/steps`, { version: m.version, event, note: '' })
    ).json() as MeetingDetail

  it('is called, sits, becomes minutes that another signs, and its decisions become tasks with owner and day', async () => {
    let m = (await h.call('planner', 'POST', '/meetings', body())).json() as MeetingDetail
    expect((await h.asPartner(h.market, 'GET', '/own/day')).json()).toMatchObject({ meetings: [] })
    m = await step(m, 'call')
    const { meetings } = (await h.asPartner(h.market, 'GET', '/own/day')).json() as OwnDay
    // What was not released to this agency is no line of its agenda.
    expect(meetings).toMatchObject([{ id: m.id, lines: [{ kind: 'other', words: '商议年底联合检查安排' }] }])
    expect(m.lines.map(({ shownTo }) => shownTo)).toEqual([[], ['模拟市监所']])
    const agreement = await h.release(h.market, 'AJ-2026-000001')
    const agenda = async () =>
      ((await h.asPartner(h.market, 'GET', '/own/day')).json() as OwnDay).meetings.flatMap(({ lines }) =>
        lines.map(({ ref, itemNo, words }) => [ref, itemNo, words]),
      )
    expect(await agenda()).toEqual([
      ['AJ-2026-000001', 'XZ-2026-000001', ''],
      ['', null, '商议年底联合检查安排'],
    ])
    const ours = (await h.call('planner', 'GET', `/meetings/${m.id}`)).json() as MeetingDetail
    expect(ours.lines.map(({ shownTo }) => shownTo)).toEqual([['模拟市监所'], ['模拟市监所']])
    await h.call('head', 'POST', `/agreements/${agreement}/withdrawal`, { why: '约定提前终止' })
    expect(await agenda()).toEqual([['', null, '商议年底联合检查安排']])
    expect((await h.asPartner(h.post, 'GET', '/own/day')).json()).toMatchObject({ meetings: [] })
    expect((await reply(h.post, '')).json()).toMatchObject({ code: 'meetingNotYours' })
    await reply(h.market, '准时到会')
    m = await step(m, 'begin')
    const said = m.lines.map(({ id }) => ({ id, words: '按期办结' }))
    const minutes = {
      version: m.version,
      minutes: '各单位通报了情况。',
      said: said.slice(0, 1),
      attended: [{ agencyId: h.market.id, there: true }],
    }
    m = (await h.call('planner', 'POST', `/meetings/${m.id}/minutes`, minutes)).json() as MeetingDetail
    expect(m.guests).toMatchObject([{ reply: 'coming', attended: true }])
    const decided = {
      agencyId: h.market.id,
      contactId: h.market.contactId,
      staffId: null,
      areaCode: null,
      aboutRef: '',
      words: '核对三户营业执照',
      dueOn: '2026-11-30',
    }
    expect(
      (await h.call('planner', 'POST', `/meetings/${m.id}/tasks`, { ...decided, dueOn: '2026-11-01' })).json(),
    ).toMatchObject({ code: 'partnerTaskDue' })
    expect(
      (await h.call('planner', 'POST', `/meetings/${m.id}/tasks`, { ...decided, agencyId: null })).json(),
    ).toMatchObject({ code: 'partnerTaskOwner' })
    m = (await h.call('planner', 'POST', `/meetings/${m.id}/tasks`, decided)).json() as MeetingDetail
    expect(m.tasks).toMatchObject([
      { owner: '模拟市监所', person: '模拟联系人market1', state: 'given', dueOn: '2026-11-30' },
    ])
    m = await step(m, 'end')
    const sign = (who: 'planner' | 'head', version: number) =>
      h.call(who, 'POST', `/meetings/${m.id}/signature`, { version })
    expect((await sign('head', m.version)).json()).toMatchObject({ code: 'meetingLineUnsaid' })
    m = (
      await h.call('planner', 'POST', `/meetings/${m.id}/minutes`, { ...minutes, version: m.version, said })
    ).json() as MeetingDetail
    expect((await sign('planner', m.version)).json()).toMatchObject({ code: 'meetingOwnSignature' })
    expect((await h.call('head', 'GET', `/meetings/${m.id}/minutes.pdf`)).json()).toMatchObject({
      code: 'minutesUnsigned',
    })
    expect((await sign('head', m.version)).json()).toMatchObject({ state: 'minuted', paperNo: '恩烟会〔2026〕1号' })
    const pdf = await h.call('head', 'GET', `/meetings/${m.id}/minutes.pdf`)
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
  })

  it('is called at once when it is urgent, from an agenda that the open matters make', async () => {
    await h.all(tx =>
      sql`insert into cases.case (no, path, state, area_code, about, origin, party_shown, due_on, opened_by, opened_on, opened_at)
        values ('AJ-2026-000009', 'ordinary', 'investigating', '440785', '无证运输', 'scene', '张*', '2026-11-20', 'staff:a', '2026-11-01', now())`.execute(
        tx,
      ),
    )
    const proposal = (await h.call('planner', 'GET', '/agenda?kind=urgent')).json() as AgendaProposal
    expect(proposal.lines).toContainEqual({
      kind: 'case',
      ref: 'AJ-2026-000009',
      words: '案件的办理期限',
      why: '已超期3日',
    })
    const urgent = {
      ...body(),
      kind: 'urgent',
      title: '紧急会商',
      startsAt: soon(1),
      lines: proposal.lines,
      call: true,
    }
    expect((await h.call('planner', 'POST', '/meetings', urgent)).json()).toMatchObject({ state: 'called' })
    expect((await h.call('planner', 'POST', '/meetings', { ...urgent, agencies: [] })).json()).toMatchObject({
      code: 'meetingGuestMissing',
    })
    expect((await h.call('window', 'GET', '/meetings')).statusCode).toBe(403)
  })
})

describe('a task', () => {
  const give = async (words: string) =>
    (
      await h.call('head', 'POST', '/tasks', {
        ...{
          agencyId: h.market.id,
          contactId: null,
          areaCode: null,
          aboutRef: 'XS-2026-000001',
          words,
          dueOn: '2026-11-24',
        },
      })
    ).json() as TaskView
  const act = (
    one: { cookie: string },
    taskId: string,
    event: string,
    words = '',
    toldAt = now(),
    key = randomUUID(),
  ) => h.asPartner(one, 'POST', '/own/acts', { kind: 'task', taskId, event, words, toldAt }, key)

  it('is received, answered and finished by its own agency, once for each key, and its times are measured', async () => {
    const task = await give('核查路边摊点')
    expect(task).toMatchObject({ town: '沙湖镇', state: 'given' })
    expect((await act(h.post, task.id, 'receive')).json()).toMatchObject({ code: 'partnerTaskUnknown' })
    h.house.clock.advance({ minutes: 2 })
    const [toldAt, key] = [now(), randomUUID()]
    expect((await act(h.market, task.id, 'receive', '', toldAt, key)).json()).toMatchObject({ label: '已接收' })
    expect((await act(h.market, task.id, 'receive', '', toldAt, key)).json()).toMatchObject({ label: '已接收' })
    expect((await act(h.market, task.id, 'finish')).json()).toMatchObject({ code: 'partnerTaskWords' })
    h.house.clock.advance({ minutes: 1 })
    await act(h.market, task.id, 'answer', '正在核对')
    h.house.clock.advance({ minutes: 1 })
    expect((await act(h.market, task.id, 'finish', '已责令停止')).json()).toMatchObject({ label: '已办，待确认' })
    expect((await act(h.market, task.id, 'accept', '自己确认')).statusCode).toBe(400)
    const closed = await h.call('head', 'POST', `/tasks/${task.id}/steps`, { event: 'accept', words: '' })
    expect(closed.json()).toMatchObject({
      state: 'closed',
      events: [{}, { event: 'receive', by: '模拟market1' }, {}, {}, {}],
    })
    const figures = (await h.call('head', 'GET', '/response')).json() as ResponseFigures
    const own = figures.agencies.find(({ key: id }) => id === h.market.id)
    expect(own?.response).toMatchObject({
      ...{
        received: { n: 1, medianMinutes: 2 },
        answered: { n: 1, medianMinutes: 3 },
        finished: { n: 1, p90Minutes: 4 },
      },
    })
    expect(figures.towns).toMatchObject([{ key: '440785103', response: { finished: { n: 1 } } }])
    for (const figure of ['received', 'answered', 'finished'] as const) {
      const opened = await h.call('head', 'GET', `/tasks?agency=${h.market.id}&state=${figure}`)
      expect(opened.json().items, figure).toHaveLength(own?.response[figure].n ?? 0)
    }
    expect((await h.call('head', 'GET', `/tasks?id=${task.id}`)).json().items).toHaveLength(1)
    const { members } = (await h.call('head', 'GET', '/sixfold')).json() as SixfoldView
    expect(members[3]).toMatchObject({
      name: '市场监管部门',
      unconfirmed: true,
      finished: 1,
      onTime: 1,
      agencies: [{ id: h.market.id }],
    })
    const rows = (await h.call('head', 'GET', `/tasks?agency=${h.market.id}&state=onTime`)).json() as {
      items: TaskView[]
    }
    expect(rows.items.map(({ id }) => id)).toEqual([task.id])
  })

  it('is red when its day is past, seen in its town and not in another, and kept as told when the rules do not take an act', async () => {
    const task = await give('查看学校周边')
    h.house.clock.advance({ hours: 48 })
    const late = await h.all(async tx =>
      (await import('../queries/tasks.ts')).listTasks(tx, '2026-11-26', { id: task.id }),
    )
    expect(late).toMatchObject([{ overdue: true }])
    h.house.clock.advance({ hours: -48 })
    const seen = (await h.call('town', 'GET', '/tasks')).json() as { items: TaskView[] }
    expect(seen.items.map(({ id }) => id)).toContain(task.id)
    const told = { kind: 'task', taskId: task.id, event: 'finish', words: '已处理', toldAt: now() }
    expect((await h.asPartner(h.market, 'POST', '/own/acts', told)).json()).toMatchObject({ code: 'partnerTaskNotNow' })
    await h.asPartner(h.market, 'POST', '/own/held-acts', { act: told, why: '任务现在不能这样办理。' })
    const held = (await h.call('head', 'GET', '/held-acts')).json() as { items: { id: string }[] }
    expect(held.items).toMatchObject([{ agency: '模拟市监所', act: told }])
    await h.call('head', 'POST', `/held-acts/${held.items[0]?.id}/settlement`, {})
    expect((await h.call('head', 'GET', '/held-acts')).json()).toEqual({ items: [] })
  })
})

describe('a joint action', () => {
  const plan = (kind: string) => ({
    ...{
      kind,
      title: '夜间集市联合行动',
      purpose: '查处夜市无证经营和非渠道卷烟',
      leadAgency: null,
      startsAt: soon(2),
      endsAt: soon(6),
    },
    area: [
      [112.3, 22.1],
      [112.4, 22.1],
      [112.4, 22.2],
      [112.3, 22.2],
    ],
    planners: [h.people.head.staffId],
    members: [
      { agencyId: null, name: '第一组', duty: '检查证照、登记保存', staff: [h.people.planner.staffId], contacts: [] },
      { agencyId: h.market.id, name: '第二组', duty: '查处无证零售', staff: [], contacts: [h.market.contactId] },
    ],
    phases: [
      { title: '集结', plannedAt: soon(2) },
      { title: '分组检查', plannedAt: soon(3) },
    ],
  })
  const move = async (who: 'planner' | 'head' | 'otherHead', a: ActionDetail, event: string) =>
    (
      await h.call(who, 'POST', `/actions/${a.id}/steps`, { version: a.version, event, note: '' })
    ).json() as ActionDetail & { code?: string }
  const ids = async (who: 'planner' | 'head' | 'other' | 'otherHead' | 'town') =>
    ((await h.call(who, 'GET', '/actions')).json() as { items: { id: string }[] }).items.map(({ id }) => id)

  it('by surprise is known to its planners alone until it is released: no list, no page, no stream, no row', async () => {
    let a = (await h.call('planner', 'POST', '/actions', plan('surprise'))).json() as ActionDetail
    expect(a).toMatchObject({ hidden: true, state: 'draft', mine: true })
    expect(await ids('head')).toEqual([a.id])
    expect([await ids('other'), await ids('otherHead')]).toEqual([[], []])
    for (const url of [`/actions/${a.id}`, `/actions/${a.id}/stream`])
      expect((await h.call('otherHead', 'GET', url)).json()).toMatchObject({ code: 'actionUnknown' })
    expect(await move('otherHead', a, 'approve')).toMatchObject({ code: 'actionUnknown' })
    const rows = (staff: string, table: string) =>
      h.house.services.database.within(
        { areas: ['440785'], staff },
        async tx => (await sql`select from ${sql.table(`partners.${table}`)}`.execute(tx)).rows.length,
      )
    for (const table of ['action', 'action_member', 'action_phase', 'action_event', 'action_plan']) {
      expect(await rows(h.people.other.staffId, table)).toBe(0)
      expect(await rows(h.people.planner.staffId, table)).toBeGreaterThan(0)
    }
    expect(await move('planner', a, 'approve')).toMatchObject({ code: 'actionOwnApproval' })
    a = await move('head', a, 'approve')
    expect((await h.asPartner(h.market, 'GET', '/own/day')).json()).toMatchObject({ actions: [] })
    expect(await ids('otherHead')).toEqual([])
    a = await move('head', a, 'release')
    expect([await ids('other'), await ids('otherHead')]).toEqual([[a.id], [a.id]])
    expect((await h.asPartner(h.market, 'GET', '/own/day')).json()).toMatchObject({
      actions: [{ id: a.id, members: [{ name: '第二组' }] }],
    })
    expect((await h.asPartner(h.post, 'GET', '/own/day')).json()).toMatchObject({ actions: [] })
    expect(await move('otherHead', a, 'start')).toMatchObject({ code: 'actionNotPlanner' })
    expect(await move('head', a, 'drop')).toMatchObject({ state: 'dropped' })
  })

  it('is changed with a reason as a new version, hidden as before, by its planners, and approved by another than who wrote it last', async () => {
    const change = (who: 'planner' | 'head' | 'otherHead', a: ActionDetail, part: object) =>
      h.call(who, 'POST', `/actions/${a.id}/plan`, {
        ...{ ...a.plan, version: a.version, reason: '夜市改到周五', ...part },
      })
    let a = (await h.call('planner', 'POST', '/actions', plan('surprise'))).json() as ActionDetail
    expect((await change('otherHead', a, {})).json()).toMatchObject({ code: 'actionUnknown' })
    expect((await change('planner', a, {})).json()).toMatchObject({ code: 'planUnchanged' })
    a = await move('head', a, 'approve')
    const area = a.area.map(([lng, lat]) => [lng + 0.1, lat])
    const phases = [...a.plan.phases, { title: '清点移交', plannedAt: soon(5) }]
    a = (await change('head', a, { area, phases, endsAt: soon(8) })).json() as ActionDetail
    expect(a).toMatchObject({
      ...{ state: 'draft', hidden: true, mine: true, area },
      phases: [{}, {}, { n: 3, title: '清点移交' }],
      versions: [
        { n: 1, by: '模拟planner1', reason: '', changed: [] },
        { n: 2, by: '模拟head1', reason: '夜市改到周五', changed: ['hours', 'area', 'phases'] },
      ],
    })
    expect(await ids('otherHead')).not.toContain(a.id)
    expect(await move('head', a, 'approve')).toMatchObject({ code: 'actionOwnApproval' })
    a = await move('planner', a, 'approve')
    a = await move('head', a, 'release')
    expect((await change('head', a, { endsAt: soon(9) })).json()).toMatchObject({ code: 'actionNotNow' })
    await move('head', a, 'drop')
  })

  it('runs live on a board, links what other domains know, and is evaluated by figures and words', async () => {
    let a = (await h.call('planner', 'POST', '/actions', plan('planned'))).json() as ActionDetail
    expect(await ids('other')).toContain(a.id)
    for (const event of ['approve', 'release', 'start']) a = await move('head', a, event)
    const group = a.members.find(({ agencyId }) => agencyId === h.market.id)?.id ?? ''
    const tell = (one: { cookie: string }, memberId: string, position: [number, number] | null) =>
      h.asPartner(one, 'POST', '/own/acts', {
        kind: 'step',
        actionId: a.id,
        memberId,
        step: 'onSite',
        position,
        words: '',
        toldAt: now(),
      })
    expect((await tell(h.post, group, null)).json()).toMatchObject({ code: 'actionUnknown' })
    const ours = a.members.find(({ agencyId }) => agencyId === null)?.id ?? ''
    expect((await tell(h.market, ours, null)).json()).toMatchObject({ code: 'actionGroupNotYours' })
    expect((await tell(h.market, group, [112.35, 22.15])).json()).toMatchObject({ label: '已到位' })
    await h.asPartner(h.market, 'POST', '/own/acts', {
      kind: 'find',
      actionId: a.id,
      words: '查获无证摊点一处',
      toldAt: now(),
    })
    await h.call('planner', 'POST', `/actions/${a.id}/phases/1`, { move: 'start' })
    expect((await h.call('planner', 'POST', `/actions/${a.id}/phases/1`, { move: 'start' })).json()).toMatchObject({
      code: 'phaseNotNow',
    })
    const link = (kind: string, ref: string) =>
      h.call('planner', 'POST', `/actions/${a.id}/results`, { kind, ref, words: '' })
    expect((await link('case', 'AJ-2026-999999')).json()).toMatchObject({ code: 'resultUnknown' })
    await link('case', 'AJ-2026-000009')
    expect((await link('case', 'AJ-2026-000009')).json()).toMatchObject({ code: 'resultTwice' })
    a = (await h.call('other', 'GET', `/actions/${a.id}`)).json() as ActionDetail
    expect(a).toMatchObject({
      ...{ figures: { cases: 1, casesFiled: 0, finds: 1, agencies: 1, people: 2 } },
      results: [
        { kind: 'find', by: '模拟market1' },
        { kind: 'case', ref: 'AJ-2026-000009', stands: '未立案' },
      ],
    })
    expect(a.members.find(({ id }) => id === group)).toMatchObject({
      step: 'onSite',
      position: [112.35, 22.15],
      inside: true,
    })
    h.house.clock.advance({ minutes: 3 })
    a = await move('planner', a, 'end')
    const evaluated = await h.call('head', 'POST', `/actions/${a.id}/evaluation`, {
      version: a.version,
      words: '两组配合有序，摊点已移交市场监管所处理。',
    })
    expect(evaluated.json()).toMatchObject({ state: 'evaluated', evaluatedBy: '模拟head1', figures: { minutes: 3 } })
  })

  it('is not planned without another agency, with people who have left, or by anybody at the window', async () => {
    const body = plan('offHours')
    expect(
      (await h.call('planner', 'POST', '/actions', { ...body, members: body.members.slice(0, 1) })).json(),
    ).toMatchObject({ code: 'actionMemberMissing' })
    expect((await h.call('planner', 'POST', '/actions', { ...body, planners: [randomUUID()] })).json()).toMatchObject({
      code: 'actionPeopleUnknown',
    })
    expect((await h.call('window', 'POST', '/actions', body)).statusCode).toBe(403)
  })
})
