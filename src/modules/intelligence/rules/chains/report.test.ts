import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ChainItem, composeReport, isOneSentence, itemKinds, itemStates, mayMove } from './report.ts'

const item = (id: number, more: Partial<ChainItem>): ChainItem => ({
  id,
  kind: 'fragment',
  text: '九件包裹寄往同一电话',
  state: 'open',
  reason: null,
  evidence: [],
  items: [],
  ...more,
})

describe('the report of a chain', () => {
  it('gives every sentence a source that is listed, or is not made', () => {
    const anyItem = fc.integer({ min: 1, max: 8 }).chain(id =>
      fc.record({
        id: fc.constant(id),
        kind: fc.constantFrom(...itemKinds),
        text: fc.constant('一句话'),
        state: fc.constantFrom(...itemStates),
        reason: fc.constantFrom(null, '有据'),
        evidence: fc.array(fc.constantFrom('线索 一', '案件 二', '寄递 三'), { maxLength: 2 }),
        items: fc.array(fc.integer({ min: 1, max: 8 }), { maxLength: 3 }),
      }),
    )
    fc.assert(
      fc.property(fc.uniqueArray(anyItem, { selector: one => one.id, maxLength: 8 }), items => {
        const task = { id: 1, itemId: 3, asker: '甲', asked: '乙', what: '寄件人', dueOn: '2026-12-01', answer: null }
        const made = composeReport(items, [task])
        if (!made.ok) return
        for (const { sources } of made.value.parts.flatMap(({ sentences }) => sentences)) {
          expect(sources.length).toBeGreaterThan(0)
          for (const no of sources) expect(made.value.sources[no - 1]).toBeDefined()
        }
      }),
    )
  })

  it('lets a hypothesis stand on fragments, and a task on the gap it fills', () => {
    const items = [
      item(1, { evidence: ['寄递数据 甲'] }),
      item(2, { kind: 'hypothesis', text: '同一人分散寄递', items: [1] }),
      item(3, { kind: 'gap', text: '收件人的身份', items: [2] }),
    ]
    const task = { id: 1, itemId: 3, asker: '稽查', asked: '邮政', what: '收件地址', dueOn: '2026-12-01', answer: null }
    const made = composeReport(items, [task])
    if (!made.ok) return expect.unreachable(made.refusal)
    expect(made.value.sources).toEqual(['寄递数据 甲'])
    expect(made.value.parts.map(({ title }) => title.slice(0, 1))).toEqual(['一', '二', '三', '四'])
  })

  it('is refused where an item rests on itself, on nothing, or hides a second sentence', () => {
    for (const wrong of [
      item(1, {}),
      item(1, { kind: 'hypothesis', items: [1] }),
      item(1, { evidence: ['甲'], text: '一句。又一句' }),
    ])
      expect(composeReport([wrong], [])).toMatchObject({ refusal: 'chainSentenceUnsourced' })
    expect(isOneSentence('只有一句。')).toBe(true)
  })

  it('moves an item only from open, and only where its kind may go', () => {
    expect(mayMove('hypothesis', 'open', 'held')).toBe(true)
    expect(mayMove('hypothesis', 'held', 'refuted')).toBe(false)
    expect(mayMove('gap', 'open', 'refuted')).toBe(false)
  })
})
