import { describe, expect, it } from 'vitest'
import { destroyedDossier, lotOf } from '../../testing/destroyed-goods.ts'
import { freshCase } from '../../testing/sample-case.ts'
import { dossierOf, goodWalk, walked } from '../../testing/sample-dossier.ts'
import type { CaseFile, Clock, TakenStep } from '../procedure/case-file.ts'
import { clockKinds } from '../procedure/clocks.ts'
import type { Dossier } from './dossier.ts'
import { checks, lint } from './lint.ts'

const good = dossierOf(walked(goodWalk))
const codes = (dossier: Dossier) => lint(dossier).map(({ code }) => code)

/** Small hands that spoil one thing of a file. */
const file = (d: Dossier, change: Partial<CaseFile>): Dossier => ({ ...d, file: { ...d.file, ...change } })
const without =
  (...events: string[]) =>
  (d: Dossier) =>
    file(d, { steps: d.file.steps.filter(({ event }) => !events.includes(event)) })
const step = (event: string, change: Partial<TakenStep>) => (d: Dossier) =>
  file(d, {
    steps: d.file.steps.map(s => (s.event === event ? { ...s, ...change, input: { ...s.input, ...change.input } } : s)),
  })
const add =
  (after: string, event: string, change: Partial<TakenStep> = {}) =>
  (d: Dossier) =>
    file(d, {
      steps: d.file.steps.flatMap(s =>
        s.event === after
          ? [s, { ...s, n: s.n + 0.5, event: event as TakenStep['event'], from: s.to, ...change }]
          : [s],
      ),
    })
const clock = (kind: string, change: Partial<Clock>) => (d: Dossier) =>
  file(d, { clocks: d.file.clocks.map(c => (c.kind === kind ? { ...c, ...change } : c)) })
const noPaper =
  (kind: string) =>
  (d: Dossier): Dossier => ({ ...d, papers: d.papers.filter(p => p.kind !== kind) })
const paper =
  (kind: string, change: object) =>
  (d: Dossier): Dossier => ({
    ...d,
    papers: d.papers.map(p => (p.kind === kind ? { ...p, ...change } : p)),
  })
const unsaid =
  (kind: string, words: RegExp) =>
  (d: Dossier): Dossier => ({
    ...d,
    papers: d.papers.map(p => (p.kind === kind ? { ...p, words: p.words.replaceAll(words, '') } : p)),
  })
const beside =
  (change: Partial<Dossier>) =>
  (d: Dossier): Dossier => ({ ...d, ...change })

const simple = dossierOf(
  walked(
    [
      [
        '2026-03-02',
        'o1',
        'tellOnSpot',
        { officers: ['o1', 'o2'], shown: true, facts: '没有设置不向未成年人售烟标志', said: '马上改', proof: ['照片'] },
      ],
      ['2026-03-02', 'o1', 'decideOnSpot', { result: 'penalty', fine: '100', place: '店内', signed: 'yes' }],
      ['2026-03-03', 'o5', 'reportBack'],
    ],
    freshCase({ path: 'simple', state: 'simpleOpen', clocks: [], violation: 'P18' }),
  ),
)
const unpaid = dossierOf(
  walked([
    ...goodWalk.slice(0, 17),
    ['2026-04-29', 'o1', 'demand', { how: 'direct', receivedBy: '张三' }],
    ['2026-06-20', 'o5', 'applyCourt', { words: '罚款五千元' }],
  ]),
)
const refused = dossierOf(
  walked([
    ...goodWalk.slice(0, 17),
    ['2026-04-29', 'o1', 'demand', { how: 'direct', receivedBy: '张三' }],
    ['2026-06-20', 'o5', 'applyCourt', { words: '罚款五千元' }],
    ['2026-07-01', 'o5', 'noteCourt', { outcome: 'refused', ref: '（2026）模拟行审 1 号' }],
    ['2026-07-17', 'o1', 'askClosing', { words: '法院不予执行，未申请复议' }],
    ['2026-07-18', 'o5', 'close'],
  ]),
)
const transferred = dossierOf(
  walked([
    ...goodWalk.slice(0, 3),
    ['2026-03-05', 'o1', 'askTransfer', { words: '非法经营二十五万支', team: true }],
    ['2026-03-06', 'o5', 'approveTransfer', { principal: true }],
    [
      '2026-03-06',
      'o1',
      'sendTransfer',
      { to: '恩平市公安局', receivedBy: '李警官', attached: ['调查报告', '物品清单'], copied: true },
    ],
  ]),
)

const { dossier: destroyed } = destroyedDossier()
const stored = lotOf({ custody: 'confiscated' })
const set: Clock = { kind: 'unpublish', startedOn: '2026-04-20', dueOn: '2026-04-23', state: 'running' }

/** Each defect planted once, in a file that has no other. */
const planted: readonly (readonly [code: string, spoil: (d: Dossier) => Dossier, into?: Dossier])[] = [
  ['twoOfficers', d => file(d, { officers: ['o1'] })],
  [
    'certificate',
    beside({ officers: good.officers.map(o => (o.id === 'o2' ? { ...o, certificateTo: '2026-01-31' } : o)) }),
  ],
  ['recusedActed', add('approveFiling', 'decideRecusal', { input: { granted: 'yes', officer: 'o1' }, by: 'staff:o5' })],
  ['recusalOpen', add('approveFiling', 'askRecusal', { input: { officer: 'o2' } })],
  [
    'filingMissing',
    d =>
      file(d, {
        steps: d.file.steps.map(s =>
          s.event === 'approveFiling' ? { ...s, event: 'appoint', input: { officers: ['o1', 'o2'] } } : s,
        ),
      }),
  ],
  ['filingLate', step('approveFiling', { on: '2026-03-20' })],
  ['filingBySame', step('approveFiling', { by: 'staff:o1' })],
  ['competence', d => file(d, { violation: 'P11' })],
  ['violationMissing', d => file(d, { violation: null })],
  ['partyUnknown', d => file(d, { party: { ...d.file.party, address: '' } })],
  ['timeBarred', d => file(d, { happenedOn: '2023-01-01' })],
  ['noEvidence', beside({ evidence: [] })],
  ['evidenceAltered', beside({ evidence: [{ n: 1, kind: 'document', intact: false, custody: ['taken'] }] })],
  ['custodyBroken', beside({ evidence: [{ n: 1, kind: 'document', intact: true, custody: [] }] })],
  [
    'custodyOut',
    d =>
      add(
        'close',
        'archive',
      )(beside({ evidence: [{ n: 1, kind: 'document', intact: true, custody: ['taken', 'stored', 'lent'] }] })(d)),
  ],
  ['recordMissing', beside({ records: [] })],
  ['recordUnsigned', beside({ records: [{ kind: 'questioning', by: 'staff:o1', secondBy: null, intact: true }] })],
  ['recordByOther', beside({ records: [{ kind: 'questioning', by: 'staff:o4', secondBy: 'staff:o2', intact: true }] })],
  [
    'recordAltered',
    beside({ records: [{ kind: 'questioning', by: 'staff:o1', secondBy: 'staff:o2', intact: false }] }),
  ],
  ['holdLate', clock('hold', { endedOn: '2026-03-20' })],
  ['holdOpen', clock('hold', { state: 'running', dueOn: '2026-05-30' })],
  ['holdPaper', noPaper('hold')],
  ['electronicConsent', step('serve', { input: { how: 'electronic' } })],
  ['reviewMissing', without('passReview')],
  ['reviewByOfficer', step('passReview', { by: 'staff:o2' })],
  ['noticeMissing', without('notify')],
  ['noticePaper', noPaper('notice')],
  ['noticeContent', unsaid('notice', /处以罚款[^。]*/gu)],
  ['noticeRights', unsaid('notice', /陈述、申辩/gu)],
  ['heavier', step('propose', { input: { licence: 'stop' } })],
  [
    'statementWait',
    d =>
      step('decide', { on: '2026-03-17' })(
        without('hearStatement', 'holdHearing', 'askHearing', 'callHearing', 'reviewHearing')(d),
      ),
  ],
  ['statementUnchecked', step('hearStatement', { input: { checked: '' } })],
  ['hearingNotOffered', noPaper('hearingNotice')],
  ['hearingNotHeld', without('callHearing', 'holdHearing', 'reviewHearing')],
  ['hearingTooSoon', step('callHearing', { on: '2026-03-30' })],
  ['hearingChair', step('callHearing', { input: { chair: 'o2' } })],
  ['hearingReview', without('reviewHearing')],
  ['discussionMissing', without('deliberate')],
  ['discussionFew', step('deliberate', { input: { present: ['甲'] } })],
  ['sameDecider', step('decide', { by: 'staff:o1' })],
  ['deciderOfficer', step('decide', { by: 'staff:o2' })],
  ['decideLate', clock('decide', { dueOn: '2026-04-01' })],
  ['insteadOfTransfer', beside({ criminal: { zh: '达到二十万支', en: '200,000' } })],
  ['transferLate', step('sendTransfer', { at: '2026-03-09T02:00:00Z' }), transferred],
  ['overpaid', step('pay', { input: { amount: '2000000' } })],
  ['paperAltered', paper('approval', { intact: false })],
  ['paperNumber', paper('approval', { number: '恩烟批〔2026〕第99号' })],
  ['paperDate', paper('approval', { issuedOn: '2027-01-04' })],
  ['partyDiffers', paper('notice', { addressee: '李四：' })],
  ['decisionMissing', noPaper('decision')],
  ['decisionUnsealed', paper('decision', { sealed: false })],
  ['decisionParty', unsaid('decision', /恩平市模拟路 1 号/gu)],
  ['decisionFacts', unsaid('decision', /12 条/gu)],
  ['approvalFacts', unsaid('approval', /12 条/gu)],
  ['decisionBasis', unsaid('decision', /依据《烟草专卖法实施条例》/gu)],
  ['decisionNorm', unsaid('decision', /违反了《烟草专卖法实施条例》/gu)],
  ['decisionCorrection', unsaid('decision', /责令[^。]*/gu)],
  ['decisionReconsider', unsaid('decision', /行政复议/gu)],
  ['decisionSue', unsaid('decision', /提起行政诉讼/gu)],
  ['decisionPayment', unsaid('decision', /缴纳/gu)],
  ['decisionLateFee', unsaid('decision', /，加处罚款的数额不超出罚款的数额/gu)],
  ['simpleRemedy', unsaid('simpleDecision', /应当先/gu), simple],
  ['simpleAmount', step('decideOnSpot', { input: { fine: '90000' } }), simple],
  ['serveLate', step('serve', { on: '2026-04-24' })],
  ['serviceProof', noPaper('serviceProof')],
  ['demandEarly', step('demand', { on: '2026-04-25' }), unpaid],
  ['courtEarly', step('applyCourt', { on: '2026-05-06' }), unpaid],
  ['courtLate', step('applyCourt', { on: '2026-10-06' }), unpaid],
  ['closedUnpaid', without('pay')],
  ['goodsUnbalanced', beside({ goods: { zh: '少 2 条', en: '2 short' } })],
  ['likeUnnamed', unsaid('approval', /、第五十八条/gu), destroyed],
  ['destructionUnsaid', unsaid('decision', /公开销毁/gu), destroyed],
  ['goodsUnnamed', unsaid('decision', /WP-2026-000001/gu), destroyed],
  ['destructionOpen', beside({ lots: [stored] }), destroyed],
  [
    'holdUnapproved',
    beside({ lots: [lotOf({ decision: 'return', stored: 0, returned: 400 })] }),
    without('holdEvidence', 'settleHold')(transferred),
  ],
  ['goodsGoneEarly', beside({ lots: [lotOf({ stored: 0, destroyed: 400, goneOn: '2026-03-22' })] }), destroyed],
  ['lotLate', beside({ lots: [lotOf({ stored: 0, destroyed: 400, decidedOn: '2026-03-16' })] }), destroyed],
  ['transferDecideLate', clock('transferDecide', { endedOn: '2026-03-10' }), transferred],
  ['unpublishLate', d => file(d, { clocks: [...d.file.clocks, { ...set, endedOn: '2026-04-24' }] })],
]

it('a new product names the article it refers to in every document and in what the public reads', () => {
  expect(codes({ ...destroyed, published: '《烟草专卖法实施条例》第六十五条、第五十八条' })).toEqual([])
  expect(codes({ ...destroyed, published: '《烟草专卖法实施条例》第六十五条' })).toEqual(['likeUnnamed'])
  expect(codes({ ...destroyed, like: null })).toEqual(['likeUnnamed'])
})

describe('the check of a file', () => {
  it('lets a case close on a ruling that its closing paper names, not before the days of review ran out', () => {
    expect(codes(refused)).toEqual([])
    expect(refused.papers.find(({ kind }) => kind === 'closing')?.words).toContain(
      '（2026）模拟行审 1 号，裁定不予执行',
    )
    expect(codes(without('noteCourt')(refused))).toEqual(['closedUnpaid'])
    expect(codes(clock('courtReview', { dueOn: '2026-07-18' })(refused))).toEqual(['closedUnpaid'])
  })

  it('finds nothing in files as they should be', () => {
    for (const dossier of [good, simple, unpaid, transferred, destroyed]) expect(lint(dossier)).toEqual([])
  })

  const found = planted.map(([code, spoil, into = good]) => [code, codes(spoil(into))] as const)
  it.each(found)('finds %s and nothing else', (code, all) => {
    expect(all).toEqual([code])
  })

  it('has planted each of its checks, at least thirty, each with its article', () => {
    expect(planted.map(([code]) => code).toSorted()).toEqual(Object.keys(checks).toSorted())
    expect(planted.length).toBeGreaterThanOrEqual(30)
    for (const { basis } of Object.values(checks)) expect(basis.length).toBeGreaterThan(0)
    expect(Object.keys(clockKinds)).toContain('decide')
  })
})
