import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Report, ReportTarget } from '#modules/exchange'
import { httpCertificatePublisher } from './certificate-library/adapter.ts'
import { startCertificateSimulator } from './certificate-library/simulator.ts'
import { httpKioskPlatform } from './kiosk-platform/adapter.ts'
import { startKioskSimulator } from './kiosk-platform/simulator.ts'
import { httpNationalPortal } from './national-portal/adapter.ts'
import { portalItems, withdrawalApplyType } from './national-portal/item-codes.ts'
import { startPortalSimulator } from './national-portal/simulator.ts'
import { httpRatingPlatform } from './rating-platform/adapter.ts'
import { startRatingSimulator } from './rating-platform/simulator.ts'
import type { SimulatedDesk } from './simulated-desk.ts'
import type { Behaviour } from './simulated-server.ts'

const id = '0b0e8a52-5f0a-4d57-9d53-1c1b7c1f0001'
const patience = 200

interface Case {
  readonly name: string
  readonly start: () => Promise<SimulatedDesk>
  readonly target: (url: string | undefined) => ReportTarget
  readonly report: Report
}

const cases: readonly Case[] = [
  {
    name: 'the national portal',
    start: startPortalSimulator,
    target: url => httpNationalPortal(url, patience),
    report: { id, kind: 'applied', about: 'R20261126-000001', body: { service: 'renewal', on: '2026-11-26' } },
  },
  {
    name: 'the terminal platform',
    start: startKioskSimulator,
    target: url => httpKioskPlatform(url, patience),
    report: { id, kind: 'terminals', about: '2026-11-26T02', body: { terminals: [] } },
  },
  {
    name: 'the rating platform',
    start: startRatingSimulator,
    target: url => httpRatingPlatform(url, patience),
    report: {
      id,
      kind: 'rating',
      about: 'R20261126-000001',
      body: { service: 'renewal', grade: 2, reasons: ['slow'] },
    },
  },
  {
    name: 'the e-certificate library',
    start: () => startCertificateSimulator(new Map(), () => 0),
    target: url => httpCertificatePublisher(url, patience),
    report: { id, kind: 'certificate', about: '440785100001', body: { version: 2, state: 'valid' } },
  },
]

describe.each(cases)('$name', ({ start, target, report }) => {
  let simulator: SimulatedDesk
  beforeEach(async () => {
    simulator = await start()
  })
  afterEach(() => simulator.stop())
  const hand = () => target(simulator.url).hand(report)

  it('takes a report once and gives its receipt again when asked again', async () => {
    const first = await hand()
    expect(first.kind).toBe('accepted')
    expect(await hand()).toEqual(first)
    expect(simulator.taken()).toHaveLength(1)
  })

  it('has taken a report whose answer was lost, and takes it no second time', async () => {
    simulator.behave('answerLost')
    expect(await hand()).toMatchObject({ kind: 'unavailable' })
    simulator.behave('normal')
    expect(await hand()).toMatchObject({ kind: 'accepted' })
    expect(simulator.taken()).toHaveLength(1)
  })

  it.each([
    ['slow', '等不到对方答复'],
    ['down', '连不上对方'],
    ['nonsense', '对方的答复不合约定'],
    ['lying', '对方答的不是这一件'],
  ] satisfies [Behaviour, string][])('is unavailable when it is %s, and says why', async (mode, why) => {
    simulator.behave(mode)
    expect(await hand()).toEqual({ kind: 'unavailable', why })
  })

  it('passes on why it refuses', async () => {
    simulator.behave('refusing')
    expect(await hand()).toEqual({ kind: 'refused', why: '事项编码没有在平台登记' })
  })

  it('waits where no address is set', async () => {
    expect(await target(undefined).hand(report)).toEqual({ kind: 'unavailable', why: '还没有接通' })
  })
})

describe('the codes of the national portal', () => {
  // Reference §2.1, written out again so that a slip in either place is seen.
  it.each([
    ['issue', 'XINBAN', '许可-00977-001', 1001, '新办申请'],
    ['renewal', 'YANXU', '许可-00977-002', 1003, '延续申请'],
    ['change', 'BIANGENG', '许可-00977-003', 1002, '变更申请'],
    ['reissue', 'BUBAN', '许可-00977-004', 1006, '补办申请'],
    ['suspend', 'TINGYE', '许可-00977-005', 1004, '停业申请'],
    ['close', 'XIEYE', '许可-00977-006', 1007, '歇业申请'],
    ['resume', 'HUIFU', '许可-00977-007', 1005, '恢复营业申请'],
  ] as const)('%s is %s', (service, key, itemCode, applyType, name) => {
    expect(portalItems[service]).toEqual({ key, itemCode, applyType, name })
  })

  it('go out with the report; a withdrawal has its own number', async () => {
    const simulator = await startPortalSimulator()
    const { hand } = httpNationalPortal(simulator.url)
    const about = 'R20261126-000001'
    await hand({ id: 'a', kind: 'applied', about, body: { service: 'suspend' } })
    await hand({ id: 'b', kind: 'withdrawn', about, body: { service: 'suspend' } })
    expect(simulator.taken()).toMatchObject([
      { itemCode: '许可-00977-005', applyType: 1004, applicationNo: about },
      { itemCode: '许可-00977-005', applyType: withdrawalApplyType },
    ])
    expect(await hand({ id: 'c', kind: 'applied', about, body: { service: 'stop' } })).toMatchObject({
      kind: 'refused',
    })
    await simulator.stop()
  })
})
