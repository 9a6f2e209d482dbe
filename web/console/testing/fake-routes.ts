import type { FastifyInstance } from 'fastify'
import {
  type AlarmView,
  routes as access,
  type HeldActView,
  messageRoutes,
  type StaffView,
  type TerminalView,
} from '#contract/access'
import {
  type ApplicationDetail,
  guideRoutes,
  routes as licensing,
  type MandateView,
  proceedingRoutes as proceedings,
} from '#contract/licensing'
import { routes as registry } from '#contract/registry'
import { bind, Refused } from './bind-contract.ts'
import { freshAlarms, serveFleet } from './fake-fleet.ts'
import { serveHolder } from './fake-holder.ts'
import { serveLaw } from './fake-law.ts'
import { servePoints } from './fake-points.ts'
import { fileOf, licenceCard, rows } from './sample-files.ts'
import { bureauKeys } from './sample-licence.ts'
import { areas, mapAreas, mapPoints, retailerView, shops } from './sample-shops.ts'

/** What a test may look at and change. */
export interface FakeState {
  staff: StaffView
  signedIn: boolean
  signOuts: number
  version: number
  /** The next step is refused as outdated, as if a colleague had been faster. */
  conflictOnce: boolean
  /** Every API call fails as if the server had lost its database. */
  broken: boolean
  licenceState: { state: string; stateLabel: string; stateLabelEn: string; valid: boolean; currentVersion: number }
  readonly taken: unknown[]
  /** 授权委托 that the holder on the telephone gave. */
  mandates: MandateView[]
  mandatesHeld: readonly MandateView[]
  readonly terminals: TerminalView[]
  readonly held: HeldActView[]
  alarms: AlarmView[]
  readonly calls: { id: string; terminal: string; step: string; at: string; answeredBy: string | null }[]
}

const id = (last: number): string => `0f0f0f0f-0000-4000-8000-${String(last).padStart(12, '0')}`

export const freshState = (): FakeState => ({
  staff: { id: id(1), account: 'shenhe', name: '李敏', roles: ['reviewer'], areas: ['440785'], idleSeconds: 900 },
  signedIn: false,
  signOuts: 0,
  version: 4,
  conflictOnce: false,
  broken: false,
  licenceState: { state: 'valid', stateLabel: '有效', stateLabelEn: 'valid', valid: true, currentVersion: 3 },
  taken: [],
  mandates: [],
  mandatesHeld: [],
  terminals: (['active', 'proposed', 'frozen', 'revoked'] as const).map((state, index) => ({
    id: id(100 + index),
    code: `EP-${String(index + 1).padStart(3, '0')}`,
    name: `沙湖镇便民服务中心 0${index + 1} 号`,
    areaCode: '440785105',
    state,
    proposedBy: '周**',
    confirmedBy: state === 'proposed' ? null : '何**',
    lastSeenAt: state === 'proposed' ? null : '2026-11-23T01:12:00Z',
    version: state === 'proposed' ? null : '0.1.0',
    faults: state === 'frozen' ? ['打印机缺纸'] : [],
  })),
  alarms: freshAlarms(id(100)),
  held: [
    {
      id: id(250),
      terminal: '沙湖镇便民服务中心 01 号',
      reason: 'actTimeDoubtful',
      receivedAt: '2026-11-23T01:00:00Z',
      settledAt: null,
    },
  ],
  calls: [
    { id: id(200), terminal: '沙湖镇便民服务中心 01 号', step: '签名', at: '2026-11-23T01:20:00Z', answeredBy: null },
  ],
})

export function serveContract(app: FastifyInstance, state: FakeState): void {
  app.addHook('onRequest', async request => {
    if (state.broken && request.url.startsWith('/api/'))
      throw new Refused(503, 'databaseAway', {
        title: '系统暂时连不上数据库，刚才的操作没有完成。',
        next: '请稍候再试。',
      })
    const open = /staff-sessions|verification|guide-days|areas|demo|nearest|service-points|outreach/.test(request.url)
    if (request.url.startsWith('/api/') && !state.signedIn && !open)
      throw new Refused(401, 'notSignedIn', { title: '还没有登录，或登录已经结束。', next: '请重新登录。' })
  })
  serveAccess(app, state)
  serveHeldActs(app, state)
  serveLicensing(app, state)
  serveRegistry(app)
  serveLaw(app)
  servePoints(app)
  serveHolder(app, state)
}

function serveAccess(app: FastifyInstance, state: FakeState): void {
  bind(app, access.signIn, ({ body }) => {
    if (body.password !== 'right')
      throw new Refused(401, 'signInFailed', { title: '账号、口令或动态码不对。', next: '请核对后再试。' })
    state.signedIn = true
    return state.staff
  })
  bind(app, access.demoAccounts, () => ({
    items: [{ account: 'shenhe', name: '李敏', password: 'right', code: '246810' }],
  }))
  bind(app, access.me, () => state.staff)
  bind(app, access.signOut, () => {
    state.signedIn = false
    state.signOuts += 1
    return undefined
  })
  bind(app, access.listTerminals, () => ({ items: state.terminals, total: state.terminals.length }))
  serveFleet(app, state)
  const terminal = (wanted: string): TerminalView => {
    const found = state.terminals.find(item => item.id === wanted)
    if (found === undefined) throw new Refused(404, 'notFound', { title: '没有找到这台终端。', next: '' })
    return found
  }
  bind(app, access.proposeTerminal, ({ body }) => {
    const made: TerminalView = {
      ...terminal(id(101)),
      ...body,
      id: id(300 + state.terminals.length),
      state: 'proposed',
    }
    state.terminals.push(made)
    return made
  })
  bind(app, access.confirmTerminal, ({ params }) => {
    terminal(params.id).state = 'confirmed'
    return { code: 'QX7M-4RTP-9KDE', expiresAt: '2026-11-23T02:00:00Z' }
  })
  bind(app, access.revokeTerminal, ({ params }) => Object.assign(terminal(params.id), { state: 'revoked' as const }))
  bind(app, access.listHelpCalls, () => ({ items: state.calls }))
  bind(app, access.answerHelpCall, ({ params }) => {
    for (const call of state.calls) if (call.id === params.id) call.answeredBy = state.staff.name
    return undefined
  })
}

function serveHeldActs(app: FastifyInstance, state: FakeState): void {
  bind(app, access.listHeldActs, () => ({ items: state.held }))
  bind(app, access.openHeldAct, ({ params }) => {
    const held = state.held.find(item => item.id === params.id)
    if (held === undefined) throw new Refused(404, 'notFound', { title: '没有找到这一项。', next: '' })
    const body = { service: 'renewal', licenceNo: '440785110003', signature: { strokes: [[1, 2]] } }
    return {
      held,
      act: { url: licensing.submit.url, capturedAt: '2026-11-22T08:00:00Z', body },
      person: { name: '冯模拟', idNoMasked: '**************2316' },
    }
  })
  bind(app, access.settleHeldAct, ({ params, body }) => {
    state.taken.push(body)
    for (const item of state.held) if (item.id === params.id) item.settledAt = '2026-11-23T02:30:00Z'
    return undefined
  })
}

function serveLicensing(app: FastifyInstance, state: FakeState): void {
  const file = (applicationNo: string): ApplicationDetail => {
    const index = rows.findIndex(row => row.applicationNo === applicationNo)
    const row = rows[index]
    if (row === undefined) throw new Refused(404, 'notFound', { title: '没有找到这一项。', next: '请核对编号。' })
    return fileOf(row, index, state.version)
  }
  bind(app, licensing.workList, ({ query }) => {
    const items = rows.filter(
      row =>
        (query.tone === undefined || row.clock?.tone === query.tone) &&
        (query.state === undefined || row.state === query.state) &&
        (query.search === undefined || row.shopName.includes(query.search)),
    )
    const count = (tone: string) => rows.filter(row => row.clock?.tone === tone).length
    return { items, total: items.length, counts: { overdue: count('overdue'), soon: count('soon'), open: rows.length } }
  })
  bind(app, messageRoutes.messagesOfShop, () => ({ items: [] }))
  bind(app, messageRoutes.unreached, () => ({
    items: [
      {
        ...{ id: id(900), licenceNo: '440785104423', shopName: '水生商店', townName: '沙湖镇', validTo: '2027-01-15' },
        ...{ error: 'noPhone', at: '2026-11-22T02:00:00Z' },
      },
    ],
  }))
  bind(app, proceedings.openProceedings, () => ({
    items: [
      {
        ...{ proceedingNo: 'L20261123-000001', licenceNo: '440785104422', shopName: '模癸士多店', townName: '沙湖镇' },
        ...{ label: '执行处罚决定，取消资格、吊销许可证', labelEn: 'Carry out a penalty that takes the licence' },
        ...{ stateLabel: '审查中', stateLabelEn: 'Being examined', reason: '案件的处罚决定', caseNo: 'AJ-2026-000011' },
        ...{ basis: [{ instrument: 'TL', article: 14 }], openedOn: '2026-11-23', answerBy: null },
        next: { label: '提出处理意见', labelEn: 'Propose' },
      },
    ],
  }))
  bind(app, licensing.applicationDetail, ({ params }) => file(params.applicationNo))
  bind(app, licensing.takeStep, ({ params, body }) => {
    if (state.conflictOnce || body.version !== state.version) {
      state.conflictOnce = false
      state.version += 1
      throw new Refused(409, 'applicationChanged', { title: '这件刚刚有变动。', next: '请读取最新内容。' })
    }
    state.taken.push(body)
    state.version += 1
    const detail = file(params.applicationNo)
    const { opinion = '', event } = body
    return {
      ...detail,
      timeline: [
        ...detail.timeline,
        { at: '2026-11-23T02:30:00Z', event, label: event, by: state.staff.name, note: opinion },
      ],
    }
  })
  bind(app, licensing.licenceOfShop, ({ params }) => {
    const index = Math.max(
      0,
      shops.findIndex(shop => shop.licenceNo === params.licenceNo),
    )
    return {
      licence: licenceCard(index),
      applications: rows.slice(index, index + 1),
      prints: [{ printId: id(7), url: '', copyNo: 1, state: '已打印' }],
    }
  })
  bind(app, licensing.verificationKeys, () => bureauKeys)
  bind(app, guideRoutes.guideDays, () => ({ decide: 8, extend: 4, correct: 5, renewalOpens: 90, renewalLead: 30 }))
  bind(app, licensing.verify, ({ params, query }) => {
    const shop = shops.find(item => item.licenceNo === params.licenceNo)
    if (shop === undefined)
      throw new Refused(404, 'notFound', { title: '没有查到这个许可证号。', next: '请核对 12 位数字。' })
    const { licenceNo, shopName, operatorNameMasked, address } = shop
    const face = { licenceNo, shopName, operatorNameMasked, address, validFrom: '2022-01-16', validTo: '2031-01-15' }
    return {
      ...face,
      ...state.licenceState,
      version: query.version ?? 3,
      copyNo: query.copyNo ?? null,
      asOf: '2026-11-23T02:30:00Z',
    }
  })
}

function serveRegistry(app: FastifyInstance): void {
  bind(app, registry.listAreas, () => ({ items: areas }))
  bind(app, registry.listRetailers, ({ query }) => {
    const found = shops.filter(
      shop =>
        (query.search === undefined || `${shop.shopName}${shop.licenceNo}${shop.address}`.includes(query.search)) &&
        (query.town === undefined || shop.areaCode.startsWith(query.town)) &&
        (query.state === undefined || shop.state === query.state) &&
        (query.format === undefined || shop.businessFormat === query.format) &&
        (query.expiresBefore === undefined || shop.validTo < query.expiresBefore),
    )
    return { items: found.slice((query.page - 1) * query.size, query.page * query.size), total: found.length }
  })
  bind(app, registry.getRetailer, ({ params }) => {
    const shop = shops.find(item => item.licenceNo === params.licenceNo)
    if (shop === undefined) throw new Refused(404, 'notFound', { title: '没有找到这一项。', next: '请核对编号。' })
    return retailerView(shop)
  })
  bind(app, registry.mapPoints, () => mapPoints)
  bind(app, registry.mapAreas, () => mapAreas)
  bind(app, registry.nearestServicePoints, () => ({
    items: mapPoints.servicePoints.slice(0, 3).map((point, index) => ({ ...point, metres: 420 + index * 2180 })),
  }))
}
