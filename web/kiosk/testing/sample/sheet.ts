import type { ServiceSheet } from '#contract/licensing'
import { passed } from './findings.ts'
import { licence } from './licences.ts'

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
