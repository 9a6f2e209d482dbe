import { describe, expect, it } from 'vitest'
import { staffRoles } from '#kernel/actor'
import { destroyedDossier, destruction, lotOf, newProduct } from '../../testing/destroyed-goods.ts'
import { day } from '../../testing/sample-case.ts'
import { type CaseLot, lotWords, openDestruction } from '../goods/case-lots.ts'
import { applyMove, mayDecide, movesNow } from '../goods/ledger.ts'
import { goodsFate } from './goods-fate.ts'
import { goodsFault } from './goods-fault.ts'
import { type Sanction, sanctionIn } from './sanction.ts'
import { takeStep } from './take-step.ts'
import { tradeFault } from './trade-fault.ts'

const said = (goods: Sanction['goods'], value = '100000') => sanctionIn({ ...destruction, goods, goodsValue: value })
const beside = (violation: string, lots: readonly CaseLot[] = [lotOf()], more: object = {}) => ({
  ...{ violation, like: null, lots, goodsValue: null },
  ...more,
})

describe('what a penalty does with the goods', () => {
  it.each<[string, Sanction['goods'], ReturnType<typeof beside>, RegExp | undefined]>([
    ['P12 orders destruction', 'none', beside('P12'), /第五十八条规定公开销毁/],
    ['P06 orders destruction', 'confiscate', beside('P06'), /第五十三条第一项没有设定/],
    ['P07 orders destruction', 'none', beside('P07'), /第五十三条第二项规定公开销毁/],
    ['P20 beside P12 orders it too', 'none', beside('P20', undefined, { like: 'P12' }), /规定公开销毁/],
    ['P12 with the goods destroyed', 'destroy', beside('P12'), undefined],
    ['P12 with nothing in the ledger', 'none', beside('P12', []), undefined],
    ['P12 with all goods going back', 'none', beside('P12', [lotOf({ decision: 'return' })]), undefined],
    ['destruction of nothing', 'destroy', beside('P12', []), /台账里没有/],
    ['P03 orders confiscation', 'none', beside('P03'), /规定没收/],
    ['P03 with the goods taken', 'confiscate', beside('P03'), undefined],
    ['P10 takes no goods', 'confiscate', beside('P10'), /第五十六条没有设定对物品的“没收”/],
    ['P10 buys no goods', 'buy', beside('P10'), /没有设定/],
    ['P02 may buy them', 'buy', beside('P02'), undefined],
    ['fakes are destroyed whatever the act', 'destroy', beside('P10'), undefined],
    ['less than the ledger says', 'destroy', beside('P12', undefined, { goodsValue: 100_001 }), /按台账是¥1,000.01/],
    ['no less than the ledger says', 'destroy', beside('P12', undefined, { goodsValue: 100_000 }), undefined],
  ])('%s: %s', (_, goods, facts, fault) => {
    const found = goodsFault(said(goods), facts)?.zh
    if (fault === undefined) expect(found).toBeUndefined()
    else expect(found).toMatch(fault)
  })

  it('asks for a value where no price is known, since a large one gives the right to a hearing', () => {
    expect(goodsFault(said('destroy', ''), beside('P12'))?.zh).toMatch(/请填涉案物品价值/)
  })
})

describe('destruction in public', () => {
  it.each<[string, readonly CaseLot[], string | undefined]>([
    ['nothing in the ledger', [], 'none'],
    ['still in store', [lotOf()], 'WP-2026-000001'],
    ['half of it', [lotOf({ stored: 200, destroyed: 200 })], 'WP-2026-000001'],
    ['all of it', [lotOf({ stored: 0, destroyed: 400 })], undefined],
    ['all but the sample', [lotOf({ stored: 0, sampled: 10, destroyed: 390 })], undefined],
    ['used up by the test', [lotOf({ stored: 0, sampled: 400 })], undefined],
    ['sold instead', [lotOf({ stored: 0, sold: 400 })], 'WP-2026-000001'],
    ['another lot that went back', [lotOf({ stored: 0, destroyed: 400 }), lotOf({ decision: 'return' })], undefined],
  ])('%s', (_, lots, open) => {
    const found = openDestruction(lots)
    expect(typeof found === 'object' ? found.lotNo : found).toBe(open)
  })

  const { filed, held } = destroyedDossier()
  const served = filed.at(-1)
  const close = (lots: readonly CaseLot[], remedy: object = {}) => {
    if (!served) throw new Error('the walk is empty')
    const by = { by: 'staff:o1', roles: staffRoles, at: day('2026-04-01') }
    let file = served
    if (Object.keys(remedy).length > 0)
      for (const [event, input] of [
        ['beginRemedy', { what: 'fy', ref: '模拟复议 1 号' }],
        ['endRemedy', { ref: '模拟复议决定 1 号', ...remedy }],
      ] as const) {
        const taken = takeStep(file, { ...by, event, input }, held)
        if (!taken.ok) throw new Error(JSON.stringify(taken))
        file = taken.value
      }
    const asked = takeStep(file, { ...by, event: 'askClosing', input: { words: '完毕' } }, newProduct(lots))
    return asked.ok ? 'asked' : String(asked.details?.['why'])
  }

  it('keeps the case open until the ledger says that it was done', () => {
    expect(close([lotOf()])).toMatch(/WP-2026-000001 还没有销毁完/)
    expect(close([])).toMatch(/台账里却没有/)
    expect(close([lotOf({ stored: 0, destroyed: 400 })])).toBe('asked')
  })

  it('is owed no more where a remedy set the decision aside, unless what was decided on the goods stands', () => {
    const back = [lotOf({ decision: 'return', stored: 0, returned: 400 })]
    expect(close(back, { result: 'changed' })).toBe('asked')
    expect(close([lotOf()], { result: 'changed', goodsStand: true })).toMatch(/还没有销毁完/)
    expect(close([lotOf()], { result: 'upheld' })).toMatch(/还没有销毁完/)
  })

  it('leaves no other way for the goods: neither back to the party nor to an auction', () => {
    const lot = {
      ...lotOf(),
      nature: 'genuine',
      difference: 0,
      unconfirmed: 0,
      condemned: true,
      fate: 'destroy',
    } as const
    const move = { amount: 100, officers: ['a', 'b'], photos: 1, to: '销毁点' } as const
    expect(applyMove(lot, { ...move, kind: 'sell' })).toMatchObject({ refusal: 'goodsCondemned' })
    expect(applyMove({ ...lot, decision: 'return' }, { ...move, kind: 'return' })).toMatchObject({ ok: false })
    expect(applyMove(lot, { ...move, kind: 'destroy' })).toMatchObject({ ok: true })
    expect(mayDecide(lot, 'return')).toMatchObject({ refusal: 'goodsCondemned' })
    expect(mayDecide({ ...lot, condemned: false }, 'return')).toMatchObject({ ok: true })
    expect(movesNow(lot, ['inspector'])).toContain('destroy')
    expect(movesNow(lot, ['inspector'])).not.toContain('sell')
  })

  it('waits for the service of the decision, and ends where a remedy set it aside', () => {
    expect([...new Set(filed.map(file => `${file.state} ${goodsFate(file)}`))].slice(-4)).toEqual([
      'noticed open',
      'proposed open',
      'decided open',
      'served destroy',
    ])
    const ended = (to: string) =>
      goodsFate({ decidedOn: null, steps: [{ ...filed.at(-1)?.steps.at(-1), to }] as never })
    expect(['terminated', 'withdrawn', 'notFiled', 'referred', 'transferred'].map(ended)).toEqual([
      ...['none', 'none', 'none', 'open', 'open'],
    ])
    if (!served) throw new Error('the walk is empty')
    const changed = { ...served.steps.at(-1), event: 'endRemedy', input: { result: 'changed' } }
    expect(goodsFate({ ...served, steps: [...served.steps, changed as never] })).toBe('none')
  })

  it('is named in the documents lot by lot', () => {
    expect(lotWords(lotOf())).toBe('WP-2026-000001 模拟电子烟（电子烟）400件（台、个）')
  })
})

it.each<[string, string | null, Sanction['licence'], RegExp | undefined]>([
  ['P06', null, 'none', /第五十三条第一项规定了对经营的处罚/],
  ['P06', null, 'stop', undefined],
  ['P08', null, 'none', /第五十四条/],
  ['P09', null, 'revoke', /第五十五条/],
  ['P17', null, 'none', /第六十四条/],
  ['P19', null, 'none', /第十四条/],
  ['P19', null, 'revoke', undefined],
  ['P20', 'P08', 'none', /第五十四条/],
  ['P10', null, 'none', undefined],
  ['P12', null, 'none', undefined],
])(
  '%s beside %s with “%s” for the trade: what the article orders is not left out, since it gives the right to a hearing',
  (code, like, licence, fault) => {
    const found = tradeFault({ ...said('none'), licence }, code, like)?.zh
    if (fault === undefined) expect(found).toBeUndefined()
    else expect(found).toMatch(fault)
  },
)
