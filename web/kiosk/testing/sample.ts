import type { NearbyPoint } from '#contract/access'
import type { ApplicationRow, CheckResult, Finding, LicenceCard, ServiceSheet } from '#contract/licensing'
import type { DeviceState } from '../../../agent/contract.ts'

/** 模拟数据 for looking at the terminal: invented, in the shapes of the contracts. */
export const device: DeviceState = {
  terminal: { id: '0b0e8a52-5f0a-4d57-9d53-1c1b7c1f0001', name: '沙湖镇上凯岗村服务点', town: '沙湖镇' },
  demo: true,
  reader: 'ready',
  printer: { state: 'idle', reasons: [] },
  uplink: 'online',
  pendingActs: 0,
  storage: 'ok',
  version: 'test',
}

const villageHours = { opensAt: '07:00', closesAt: '23:00', openDays: [1, 2, 3, 4, 5, 6, 7], openNow: true }
export const nearby: readonly NearbyPoint[] = [
  { name: '沙湖镇乌石村自助终端', metres: 2310, hours: villageHours },
  { name: '沙湖镇便民服务中心（模拟）', metres: 940, hours: null },
]

export const licence: LicenceCard = {
  licenceNo: '440785104567',
  shopName: '恩平市沙湖镇阿英日用食杂店',
  operatorName: '梁阿英',
  address: '广东省江门市恩平市沙湖镇上凯岗村委会塘边村二巷18号首层之一',
  scope: ['卷烟零售', '雪茄烟零售'],
  validFrom: '2022-01-20',
  validTo: '2027-01-19',
  state: 'valid',
  stateLabel: '有效',
  stateLabelEn: 'Valid',
  daysLeft: 57,
  version: 3,
  openApplicationNo: null,
  suspension: null,
  services: [
    { service: 'renewal', available: true, why: null, whyEn: null, basis: [] },
    { service: 'print', available: true, why: null, whyEn: null, basis: [] },
  ],
}

export const secondLicence: LicenceCard = {
  ...licence,
  licenceNo: '440785104999',
  shopName: '恩平市沙湖镇阿英便利店二分店',
  validTo: '2028-06-30',
  state: 'suspended',
  stateLabel: '停业',
  stateLabelEn: 'Suspended',
  daysLeft: 585,
}

const finding = (
  rule: string,
  outcome: Finding['outcome'],
  words: Pick<Finding, 'reason' | 'reasonEn' | 'basis'> & Partial<Finding>,
): Finding => ({
  rule,
  outcome,
  next: null,
  nextEn: null,
  facts: {},
  ...words,
})

export const passed: readonly Finding[] = [
  finding('R01', 'pass', {
    reason: '申请人就是持证人。',
    reasonEn: 'The applicant is the holder.',
    basis: [{ instrument: 'S37', article: 9 }],
  }),
  finding('R06', 'pass', {
    reason: '离有效期届满还有三十日以上，申请及时。',
    reasonEn: 'The application is more than thirty days before expiry.',
    basis: [{ instrument: 'XK', article: 50, paragraph: 1 }],
  }),
  finding('R08', 'pass', {
    reason: '店铺与最近的学校出入口距离符合要求。',
    reasonEn: 'The shop is far enough from the nearest school gate.',
    basis: [
      { instrument: 'WB', article: 59 },
      { instrument: 'S205', article: 43, item: 2 },
    ],
  }),
]

export const toPerson: readonly Finding[] = [
  finding('R10', 'person', {
    reason: '同一地址还有一张有效的许可证，要由工作人员核对是不是同一家店。',
    reasonEn: 'Another valid licence has the same address; staff must check whether it is the same shop.',
    next: '工作人员会打电话或者上门核对，您不用再跑。',
    nextEn: 'A member of staff will call or visit you; there is no need to come again.',
    basis: [{ instrument: 'XK', article: 34 }],
  }),
  finding('R04', 'notChecked', {
    reason: '未能核对营业执照（市场监管系统暂时无响应），已转人工。',
    reasonEn: 'The business licence could not be checked because the registry did not answer; staff will do it.',
    basis: [{ instrument: 'S205', article: 43, item: 3 }],
  }),
]

export const tooEarly = finding('R06', 'stop', {
  reason: '离有效期届满还有 585 天，延续要在届满前九十天内申请。',
  reasonEn: 'There are 585 days until expiry; a renewal is taken in the last ninety days.',
  next: '请在 2028年4月1日以后再来，不用提前跑。',
  nextEn: 'Come after 1 April 2028.',
  basis: [{ instrument: 'XK', article: 50 }],
})

export const suspended = finding('R05', 'stop', {
  reason: '许可证现在是停业状态，停业期间不能办延续。',
  reasonEn: 'The licence is suspended and cannot be renewed now.',
  next: '请先到窗口办理恢复营业，再办延续。',
  nextEn: 'Apply to resume business at the counter first.',
  basis: [{ instrument: 'S205', article: 23 }],
})

export const duplicate = finding('R17', 'stop', {
  reason: '这张许可证在 2026年11月20日已经提交过延续，正在办理。',
  reasonEn: 'A renewal of this licence was submitted on 20 November 2026 and is in progress.',
  next: '不用重复提交，可以在“查询打印”里看办到哪一步。',
  nextEn: 'There is no need to submit again; look it up under “Look up and print”.',
  basis: [{ instrument: 'XK', article: 32 }],
})

const known: ServiceSheet['known'] = {
  today: '2026-11-23',
  validTo: licence.validTo,
  scope: licence.scope,
  suspendedFrom: null,
  suspendedTo: null,
  business: { name: '恩平市沙湖镇阿英日用百货店', operatorName: '梁阿英', address: licence.address },
  minimumMonths: 1,
  maximumDays: 365,
}

const facts: ServiceSheet['facts'] = {
  request: { service: 'renewal' },
  today: '2026-11-23',
  applicantIsHolder: true,
  identity: { method: 'card', documentValid: true, adult: true },
  consent: { agreed: false, version: '2026-11' },
  business: { kind: 'found', live: true, sameName: true, sameOperator: true, sameAddress: true },
  licenceState: 'valid',
  window: {
    kind: 'open',
    daysLeft: 57,
    opensOn: '2026-10-21',
    lastTimelyDay: '2026-12-20',
    validTo: licence.validTo,
  },
  suspension: 'none',
  schools: { doorKnown: true, gates: [{ kind: 'school', least: 812, walk: null }] },
  nearestShop: null,
  sameAddressLicences: 0,
  sameOperatorLicences: 0,
  holds: [],
  siteCheckAgeDays: 40,
  openApplicationNo: null,
  assistedToday: null,
  automaticStopped: false,
}

const policy: ServiceSheet['policy'] = {
  schoolMetres: 100,
  kindergartenMetres: 50,
  spacingMetres: 50,
  siteCheckMaxAgeDays: 365,
  identityMethods: ['card'],
  stepUpMethods: ['card'],
  minimumAge: 18,
  suspensionMinimumMonths: 1,
  suspensionMaximumDays: 365,
  helperDailyLimit: 20,
  consentVersion: '2026-11',
  automatic: { issue: false, renewal: true, change: true, suspend: true, resume: true, reissue: true, close: true },
}

export const sheet: ServiceSheet = {
  service: 'renewal',
  licence,
  phoneMasked: '*******2046',
  known,
  facts,
  policy,
  renewal: {
    newValidFrom: '2027-01-20',
    newValidTo: '2032-01-19',
    window: 'open',
    lastTimelyDay: '2026-12-20',
    opensOn: '2026-10-21',
  },
  notice: {
    version: '2026-11',
    title: '延续申请和个人信息告知书',
    paragraphs: [
      '您要申请延续烟草专卖零售许可证。许可证、身份证和营业执照上已有的内容由本局直接核对，不用您再交材料，办理不收费。',
      '本局为办理这件申请，要使用您身份证上的姓名和号码、登记的电话、这次的签名和许可证信息，保存到许可证有效期满后十年。',
      '申请由规则先核对：全部符合的，当场准予；有一项要核对的，转工作人员，八个工作日内决定。机器不会作出不予许可的决定。',
      '您可以要求说明理由、陈述和申辩，也可以随时到窗口办理。您提供的情况应当真实，隐瞒情况的，要依法承担责任。',
    ],
    titleEn: 'Notice on the renewal and on personal data',
    paragraphsEn: [
      'You are applying to renew a tobacco retail licence. What your licence, ID card and business licence already say is checked by us; no papers and no fee are needed.',
      'For this application the bureau uses the name and number of your ID card, your telephone, this signature and your licence data, and keeps them for ten years after the licence ends.',
      'Rules check the application first. If all is met it is granted at once; otherwise a member of staff decides within eight working days. The machine never refuses a licence.',
      'You may ask for reasons, state your case, and apply at the counter instead at any time. What you declare must be true.',
    ],
  },
  findings: [...passed],
  outcome: 'grant',
}

/** The same sheet for another service. */
export const sheetOf = (service: ServiceSheet['service']): ServiceSheet => ({
  ...sheet,
  service,
  renewal: null,
  findings: [],
})

/** A renewal that lies otherwise in time. */
export const sheetAt = (
  change: Partial<NonNullable<ServiceSheet['renewal']>>,
  rest: Partial<ServiceSheet> = {},
): ServiceSheet => ({
  ...sheet,
  ...rest,
  renewal: sheet.renewal && { ...sheet.renewal, ...change },
})

export const granted: CheckResult = {
  applicationNo: '440785-YX-20261123-000018',
  checkCode: 'K7M4QX',
  outcome: 'grant',
  state: 'decidedGrant',
  headline: '准予延续。新的有效期到2032年1月19日（周一）。',
  headlineEn: 'Renewed. The new term ends on 2032-01-19.',
  nextSteps: [
    {
      text: '新的许可证现在就可以打印，电子证照同时更新。',
      textEn: 'You can print the new licence now; the e-licence is updated too.',
      by: null,
    },
    {
      text: '原来的许可证到期后自然失效，不用交回。',
      textEn: 'The old licence ends by itself; keep or discard it.',
      by: null,
    },
  ],
  findings: [...passed],
  licence: { ...licence, validFrom: '2027-01-20', validTo: '2032-01-19', version: 4 },
  receivedAt: '2026-11-23T02:05:00Z',
}

export const forPerson: CheckResult = {
  ...granted,
  applicationNo: '440785-YX-20261123-000019',
  outcome: 'person',
  state: 'accepted',
  headline: '申请已经收到，由工作人员核对后决定',
  headlineEn: 'Your application was received; a member of staff will decide',
  nextSteps: [
    {
      text: '工作人员核对后作出决定，结果打您登记的电话告诉您',
      textEn: 'A member of staff decides and calls you',
      by: '2026-12-03',
    },
    {
      text: '期限内没有决定的，按法律视为准予延续。',
      textEn: 'Without a decision in time the renewal counts as granted by law.',
      by: null,
    },
  ],
  findings: [...toPerson, ...passed],
  licence,
}

export const stopped: CheckResult = {
  ...forPerson,
  outcome: 'stop',
  state: 'draft',
  headline: '这张许可证已经有一件延续在办，没有再收一件',
  headlineEn: 'A renewal of this licence is already in progress; no second one was taken',
  nextSteps: [
    { text: '不用重复提交，请等原来那件的结果', textEn: 'Please wait for the first result', by: '2026-12-02' },
  ],
  findings: [duplicate],
}

export const applications: readonly ApplicationRow[] = [
  {
    applicationNo: '440785-YX-20261120-000007',
    service: 'renewal',
    serviceLabel: '延续',
    licenceNo: licence.licenceNo,
    shopName: licence.shopName,
    townName: '沙湖镇',
    state: 'reviewing',
    stateLabel: '审查中',
    outcome: 'person',
    receivedAt: '2026-11-20T03:00:00Z',
    clock: { kind: 'decision', label: '决定期限', dueOn: '2026-12-02', workingDaysLeft: 7, tone: 'calm', basis: [] },
    nextStep: '工作人员正在核对，请保持电话畅通。',
    canWithdraw: true,
    flags: [],
  },
]

export const article = {
  instrument: 'XK',
  title: '行政许可法',
  inForce: '2004-07-01',
  article: 50,
  heading: '第五十条',
  text: '第五十条　被许可人需要延续依法取得的行政许可的有效期的，应当在该行政许可有效期届满三十日前向作出行政许可决定的行政机关提出申请。但是，法律、法规、规章另有规定的，依照其规定。\n行政机关应当根据被许可人的申请，在该行政许可有效期届满前作出是否准予延续的决定；逾期未作决定的，视为准予延续。',
  summary: null,
  sure: 'text' as const,
  notice: null,
}
