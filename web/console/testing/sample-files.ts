import type { ApplicationDetail, ApplicationRow, Finding, LicenceCard, OfficerStep } from '#contract/licensing'
import { shops } from './sample-shops.ts'

export function licenceCard(index: number): LicenceCard {
  const shop = shops[index] ?? shops[0]
  if (shop === undefined) throw new Error('no sample shops')
  return {
    licenceNo: shop.licenceNo,
    shopName: shop.shopName,
    operatorName: shop.operatorNameMasked,
    address: shop.address,
    scope: ['卷烟', '雪茄烟'],
    validFrom: '2022-01-16',
    validTo: '2027-01-15',
    state: shop.state,
    stateLabel: '有效',
    stateLabelEn: 'valid',
    daysLeft: 53,
    version: 3,
    openApplicationNo: null,
    suspension: null,
    services: [],
  }
}

const clocks = [
  { dueOn: '2026-11-19', workingDaysLeft: -2, tone: 'overdue' },
  { dueOn: '2026-11-24', workingDaysLeft: 1, tone: 'soon' },
  { dueOn: '2026-11-25', workingDaysLeft: 2, tone: 'soon' },
  { dueOn: '2026-12-01', workingDaysLeft: 6, tone: 'calm' },
  { dueOn: '2026-12-03', workingDaysLeft: 8, tone: 'calm' },
] as const

const states = [
  ['reviewing', '审核中', 'under review', '提出审核意见', 'Propose'],
  ['submitted', '已收件', 'received', '受理', 'Accept'],
  ['proposed', '待审批', 'awaiting decision', '审批', 'Decide'],
] as const

export const rows: ApplicationRow[] = Array.from({ length: 14 }, (_, index): ApplicationRow => {
  const shop = shops[index] ?? shops[0]
  const [state, stateLabel, stateLabelEn, nextStep, nextStepEn] = states[index % states.length] ?? states[0]
  const clock = clocks[index % clocks.length] ?? clocks[0]
  return {
    applicationNo: `YX-2026-${String(1_001 + index)}`,
    service: 'renewal',
    canWithdraw: false,
    serviceLabel: '延续申请',
    serviceLabelEn: 'Renewal',
    licenceNo: shop?.licenceNo ?? '',
    shopName: shop?.shopName ?? '',
    townName: shop?.townName ?? '',
    state,
    stateLabel,
    stateLabelEn,
    outcome: 'person',
    receivedAt: `2026-11-${String(10 + (index % 12)).padStart(2, '0')}T01:${String(10 + index)}:00Z`,
    clock: {
      kind: 'decide',
      label: '作出决定',
      labelEn: 'decision',
      ...clock,
      basis: [{ instrument: 'XK', article: 42, paragraph: 1 }],
    },
    nextStep,
    nextStepEn,
    flags: index % 5 === 0 ? ['LATE'] : [],
  }
})

const finding = (
  rule: string,
  outcome: Finding['outcome'],
  texts: readonly [string, string],
  rest: Partial<Finding>,
): Finding => ({
  rule,
  outcome,
  reason: texts[0],
  reasonEn: texts[1],
  next: null,
  nextEn: null,
  basis: [],
  facts: {},
  ...rest,
})

const findings: Finding[] = [
  finding('R01', 'pass', ['申请人就是持证人。', 'The applicant is the holder.'], {
    basis: [{ instrument: 'S37', article: 9 }],
    facts: { holder: true },
  }),
  finding('R05', 'pass', ['许可证状态为有效。', 'The licence is valid.'], { facts: { state: 'valid' } }),
  finding(
    'R08',
    'person',
    [
      '距沙湖中心小学正门直线 86 米，需要人工核实是否在周围。',
      'A school gate is 86 m away in a straight line; a person must look.',
    ],
    {
      next: '由审核人员查看位置，必要时安排实地核查。',
      nextEn: 'A reviewer looks at the place and orders a site check if needed.',
      basis: [
        { instrument: 'WB', article: 59, paragraph: 1 },
        { instrument: 'S205', article: 43, item: 2 },
      ],
      facts: { metres: 86, limit: 100, gate: '沙湖中心小学 正门' },
    },
  ),
  finding(
    'R04',
    'notChecked',
    ['未能核对营业执照：市场监管系统暂时无响应。', 'The business licence could not be checked.'],
    {
      next: '已转人工。',
      nextEn: 'A person looks at it.',
    },
  ),
]

type StepRow = readonly [
  event: string,
  label: string,
  labelEn: string,
  form: OfficerStep['form'],
  whyNot: string | null,
]

const stepRows: readonly StepRow[] = [
  ['proposeGrant', '拟准予延续', 'Propose to grant', 'opinion', null],
  ['proposeDeny', '拟不予延续', 'Propose to refuse', 'reasons', null],
  ['recordStatement', '记录陈述申辩', 'Record the statement', 'statement', null],
  ['askCorrection', '一次性告知补正', 'Ask for corrections', 'corrections', null],
  ['extend', '延长审批期限', 'Extend the time', 'extension', null],
  ['grant', '准予延续', 'Grant', 'opinion', '审核和审批不能是同一人，请由审批人办理'],
]

const steps: OfficerStep[] = stepRows.map(([event, label, labelEn, form, whyNot], index) => ({
  event,
  label,
  labelEn,
  allowed: whyNot === null,
  whyNot,
  whyNotEn: whyNot === null ? '' : 'Review and decision must be two persons',
  basis: [index === 1 ? { instrument: 'S205', article: 43 } : { instrument: 'XK', article: 38, paragraph: 1 }],
  paper: null,
  form,
  main: index === 0,
  grounds:
    form === 'reasons' ? [{ item: 2, label: '经营场所在中小学、幼儿园周边', labelEn: 'premises around a school' }] : [],
}))

export function fileOf(row: ApplicationRow, index: number, version: number): ApplicationDetail {
  return {
    ...row,
    version,
    licence: licenceCard(index),
    request: [],
    deliver: { mode: 'door', label: '送证上门', labelEn: 'Brought to the shop' },
    helper: null,
    applicant: {
      nameMasked: '陈**',
      idNoMasked: '**************2316',
      phoneMasked: '*******5678',
      method: '身份证读卡',
    },
    channel: '自助终端',
    terminal: '沙湖镇便民服务中心 01 号',
    timeline: [
      { at: row.receivedAt, event: 'submit', label: '提交申请', labelEn: 'Submitted', by: '申请人', note: null },
      {
        at: row.receivedAt,
        event: 'ruleRun',
        label: '智能核对',
        labelEn: 'Rules were run',
        by: '系统',
        note: '转人工：1 项需人工看，1 项未能核对',
      },
      { at: '2026-11-20T02:00:00Z', event: 'accept', label: '受理', labelEn: 'Accepted', by: '黄**', note: null },
    ],
    agent: null,
    materials: [
      {
        kind: 'form',
        label: '延续申请表',
        labelEn: 'Form',
        source: '终端填写',
        state: '已签名',
        detail: null,
        documents: [],
      },
      {
        kind: 'id',
        label: '居民身份证',
        labelEn: 'Identity card',
        source: '读卡器',
        state: '已核验',
        detail: '证件有效期内',
        documents: [],
      },
      {
        kind: 'business',
        label: '营业执照',
        labelEn: 'Business licence',
        source: '数据共享',
        state: '未能核对',
        detail: '市场监管系统暂时无响应',
        documents: [],
      },
    ],
    trace: {
      runAt: row.receivedAt,
      ruleVersion: '2026-11-01',
      policyVersion: '2026-10',
      inputsDigest: '9f2c41d07c55e1be03a9',
      findings,
    },
    papers: [
      {
        kind: 'accept',
        label: '受理行政许可通知书',
        labelEn: 'Notice of acceptance',
        number: '恩烟许受〔2026〕118号',
        at: '2026-11-20T02:00:00Z',
        url: '/api/licensing/papers/0f0f0f0f-0000-4000-8000-000000000001/page',
      },
    ],
    steps,
    proposal: null,
    handler: null,
    cosigners: [],
    parties: [],
    colleagues: [],
  }
}
