import type { CaseLot } from '../rules/goods/case-lots.ts'
import { emptyLot } from '../rules/goods/ledger.ts'
import type { Setting } from '../rules/procedure/step-rule.ts'
import { calm, freshCase } from './sample-case.ts'
import { dossierOf, walked } from './sample-dossier.ts'

export const lotOf = (change: Partial<CaseLot> = {}): CaseLot => ({
  ...emptyLot(400),
  ...{ lotNo: 'WP-2026-000001', kind: 'electronic', brand: '模拟电子烟', custody: 'registered' },
  ...{ decision: 'confiscate', dueOn: '2026-03-13', decidedOn: '2026-03-10', goneOn: null },
  ...change,
})

/** A new tobacco product sold, made without a licence: P20 beside P12, with goods in the ledger and a fine that was weighed. */
export const newProduct = (lots: readonly CaseLot[]): Setting => ({
  ...calm,
  around: {
    ...calm.around,
    ...{ lots, goodsValue: 100_000 },
    weighed: { violation: 'P20', like: 'P12', fine: 60_000, deviation: 'within', approvedBy: null },
  },
})

const served = { how: 'direct', receivedBy: '张三' }
export const destruction = { result: 'penalty', fine: '600', goods: 'destroy', goodsValue: '1000', licence: 'none' }
const told = { facts: '销售无生产许可证的电子烟', proof: '检查笔录、照片', happenedOn: '2026-02-20', why: '初次' }

/** 立案 to 结案 of it; the goods are destroyed between payment and closing. */
export const destroyedDossier = () => {
  const held = newProduct([lotOf()])
  const filed = walked(
    [
      ['2026-03-02', 'o5', 'appoint', { officers: ['o1', 'o2'] }],
      ['2026-03-03', 'o1', 'askFiling', { violation: 'P20', words: '检查发现' }],
      ['2026-03-04', 'o5', 'approveFiling'],
      ['2026-03-04', 'o5', 'holdEvidence', { items: ['电子烟 400 件'], place: '仓库', risk: true, words: '容易转移' }],
      ['2026-03-10', 'o5', 'settleHold', { outcome: 'confiscate', words: '待处罚决定' }],
      ['2026-03-12', 'o1', 'report', { ...destruction, ...told }],
      ['2026-03-13', 'o3', 'passReview', { jurisdiction: true, facts: true, law: true, words: '同意' }],
      ['2026-03-16', 'o1', 'notify', served],
      ['2026-03-18', 'o1', 'waiveStatement', { words: '书面表示' }],
      ['2026-03-19', 'o1', 'propose', { ...destruction, why: '没有申辩' }],
      ['2026-03-20', 'o5', 'decide'],
      ['2026-03-23', 'o1', 'serve', served],
      ['2026-03-24', 'o1', 'pay', { amount: '600', paidOn: '2026-03-24', way: 'bank', receipt: '模拟票据 2' }],
    ],
    freshCase(),
    held,
  )
  const done = newProduct([lotOf({ stored: 0, destroyed: 400 })])
  const closed = walked(
    [
      ['2026-04-01', 'o1', 'askClosing', { words: '已缴清，已销毁' }],
      ['2026-04-02', 'o5', 'close'],
    ],
    filed.at(-1),
    done,
  )
  return { filed, held, dossier: dossierOf([...filed, ...closed.slice(1)], done) }
}
