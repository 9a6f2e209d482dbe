import { describe, expect, it } from 'vitest'
import { createDraftStore } from './drafts.ts'
import { emptyDraft, type StepDraft, startDraft, stepBody } from './step-body.ts'

const body = (form: Parameters<typeof stepBody>[0]['form'], draft: Partial<StepDraft> = {}) =>
  stepBody({ event: 'e', form }, { ...emptyDraft, ...draft }, 7)

describe('what a step sends', () => {
  it.each([
    ['none', {}, { event: 'e', version: 7 }],
    ['opinion', { opinion: ' 同意 ' }, { event: 'e', opinion: '同意', version: 7 }],
    ['extension', { opinion: '需实地核查' }, { event: 'e', opinion: '需实地核查', version: 7 }],
    ['reasons', { opinion: '事实', grounds: [9, 2] }, { event: 'e', opinion: '事实', grounds: [2, 9], version: 7 }],
    [
      'corrections',
      {
        items: [
          { what: ' 照片 ', how: '重拍' },
          { what: '', how: ' ' },
        ],
      },
      { event: 'e', items: [{ what: '照片', how: '重拍' }], version: 7 },
    ],
    ['statement', { heard: false }, { event: 'e', statement: { heard: false, text: '' }, version: 7 }],
    [
      'statement',
      { heard: true, statement: '已搬离' },
      { event: 'e', statement: { heard: true, text: '已搬离' }, version: 7 },
    ],
  ] as const)('for a form of kind %s with %j is %j', (form, draft, expected) => {
    expect(body(form, draft)).toEqual({ body: expected })
  })

  it.each([
    ['opinion', { opinion: '  ' }, 'missing.opinion'],
    ['reasons', { opinion: '事实' }, 'missing.grounds'],
    ['reasons', { grounds: [2] }, 'missing.opinion'],
    ['corrections', {}, 'missing.items'],
    ['corrections', { items: [{ what: '照片', how: '' }] }, 'missing.items'],
    ['statement', {}, 'missing.heard'],
    ['statement', { heard: true }, 'missing.statement'],
    ['party', { opinion: '相邻', relation: 'neighbour', partyName: '邻店' }, 'missing.party'],
    ['party', { opinion: '相邻', relation: 'neighbour', partyName: '邻店', contact: '新街2号' }, 'missing.way'],
    ['partyAnswer', { opinion: '电话', partyId: 'p', partyAnswer: 'waived' }, 'missing.answeredOn'],
  ] as const)('a form of kind %s with %j says %s', (form, draft, missing) => {
    expect(body(form, draft)).toEqual({ missing })
  })
})

describe('the drafts', () => {
  it('keep what was typed until it is dropped, and tell who listens', () => {
    const store = createDraftStore()
    let told = 0
    const stop = store.subscribe(() => {
      told += 1
    })
    store.set('a', 'text')
    expect(store.get('a')).toBe('text')
    store.drop('a')
    store.drop('a')
    expect([store.get('a'), told]).toEqual([undefined, 2])
    stop()
    store.set('b', 1)
    store.clear()
    expect([store.size, told]).toEqual([0, 2])
  })
})

it('begins a list of corrections with every paper that is missing', () => {
  const materials = [
    { label: '营业执照', state: '已核对', detail: null },
    { label: '门牌证明', state: '缺', detail: '拍清楚即可' },
  ]
  expect(startDraft(materials).items).toEqual([{ what: '门牌证明', how: '拍清楚即可' }])
  expect(startDraft([])).toBe(emptyDraft)
})
