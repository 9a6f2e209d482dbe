import type { ProceedingKind } from '../rules/proceeding/kinds.ts'
import { type ServiceCode, serviceCodes } from '../rules/services/service.ts'
import type { SiteVisit } from '../rules/site-check/visit.ts'
import type { PaperFacts, PaperFile, PaperKind } from './paper.ts'
import type { ProceedingPaperFile, ProceedingPaperKind } from './proceeding/kinds.ts'

/** A file and the facts of every kind, for tests and previews. */
export const sampleFile: PaperFile = {
  applicationNo: 'R20261123-000001',
  service: 'renewal',
  licenceNo: '440785100123',
  shopName: '恩平市沙湖镇顺意商店',
  operatorName: '陈小明',
  receivedOn: '2026-11-02',
  acceptedOn: '2026-11-04',
  deemedAfter: '2026-12-31',
  renewedFrom: '2027-01-01',
  renewedTo: '2031-12-31',
  suspendedFrom: null,
  suspendedTo: null,
  faceBefore: null,
  faceAfter: null,
}

const refusing = {
  grounds: [2, 5],
  findings: '2026年11月10日两名工作人员实地核查，经营场所正门距沙湖镇中心小学东门32米，店内设有床铺和灶台',
}

const heard = '您于2026年11月18日当面陈述，称床铺已经搬走；经复查，床铺仍在'
const grants = Object.fromEntries(serviceCodes.map(code => [`${code}Grant`, {}])) as unknown as {
  [K in `${ServiceCode}Grant`]: PaperFacts[K]
}
const denials = Object.fromEntries(
  serviceCodes.map(code => [
    `${code}Denial`,
    { ...refusing, grounds: code === 'renewal' ? refusing.grounds : [1], heard },
  ]),
) as unknown as { [K in `${ServiceCode}Denial`]: PaperFacts[K] }

const sampleVisit: SiteVisit = {
  id: '00000000-0000-4000-8000-000000000009',
  digest: 'd'.repeat(64),
  verifiers: ['陈路', '吴江'],
  from: '2026年11月10日09:10',
  to: '2026年11月10日09:45',
  place: { lng: 112.441, lat: 22.345, accuracyMetres: 8, at: '2026-11-10T01:12:00Z' },
  areaM2: 36,
  items: [{ label: '经营场所与住所相独立', answer: '否', note: '货架后面放有床铺' }],
  lines: [
    {
      to: 'S1/正门',
      name: '南塘小学正门',
      kind: 'gate',
      walk: 128.5,
      limit: 100,
      line: { metres: 96, least: 78, most: 114 },
    },
    { to: '440785100002', name: '利民商店', kind: 'shop', walk: 61, limit: null, line: null },
  ],
  methods: ['测距轮', '皮尺'],
  objections: ['第三人李四：门前道路去年改过'],
  applicant: { kind: 'refused', words: '认为距离应当按直线量' },
  photos: [{ digest: 'e'.repeat(64), at: '2026年11月10日09:20' }],
  hasSketch: true,
}

/** 现场记录 of the field app in place of the record written from paper. */
export const sampleVisitRecord: PaperFacts['siteCheckRecord'] = {
  findings: '店面独立，货架整齐',
  second: '陈路',
  schoolMetres: 128.5,
  objection: '第三人李四：门前道路去年改过',
  visit: sampleVisit,
}

export const samplePaperFacts: { readonly [K in PaperKind]: PaperFacts[K] } = {
  receipt: {},
  acceptance: { dueOn: '2026-11-16' },
  correction: {
    items: [
      { what: '营业执照', how: '登记的经营者与许可证不一致，请提供变更后的营业执照。' },
      { what: '授权委托书', how: '代办的，请提供委托人签名的委托书' },
    ],
    answerBy: '2026-11-30',
  },
  notAccepted: { reason: '该许可证由鹤山市烟草专卖局核发，请向该局提出' },
  lapse: { reason: '补正期限为2026年11月30日。' },
  withdrawal: {},
  notRequired: { reason: '只销售打火机，不销售烟草制品' },
  siteCheckOrder: { reason: '经营场所需要现场核对' },
  siteCheckRecord: {
    findings: '店面独立，货架整齐，与住所分开',
    second: '吴江',
    schoolMetres: 128.5,
    objection: '',
  },
  siteSurvey: { visit: sampleVisit },
  partyNotice: { reason: '申请的店与您的店相距不到三十米', answerBy: '2026-11-30' },
  hearingNotice: { reason: '本许可直接涉及相邻零售户的重大利益', answerBy: '2026-11-30' },
  hearingCall: { heldAt: '2026-12-10T09:30', words: '地点：本局二楼会议室；主持人：法制审核人员梁某' },
  hearingRecord: { record: '申请人和利害关系人均到场，各自陈述了意见' },
  extension: { reason: '需要向教育部门核实学校出入口的位置', dueOn: '2026-11-20' },
  statementNotice: { ...refusing, answerBy: '2026-11-20' },
  ...grants,
  ...denials,
  deemedRenewal: {},
  catalogue: {
    papers: [{ what: '《受理行政许可通知书》恩烟许受〔2026〕第1号，2026年11月4日', sm3: 'a'.repeat(64) }],
    materials: [{ what: '延续申请表（手写签名）', sm3: 'b'.repeat(64) }],
    events: [{ what: '2026年11月2日 提交申请，申请人', sm3: 'c'.repeat(64) }],
  },
}

const face = {
  licenceNo: '440785100123',
  shopName: '恩平市沙湖镇顺意商店',
  operatorName: '陈小明',
  enterpriseType: '个体工商户',
  address: '恩平市沙湖镇南塘村8号',
  scope: ['卷烟零售'],
  supplier: '广东烟草江门市有限公司',
  validFrom: '2022-01-01',
  validTo: '2026-12-31',
  issuer: '恩平市烟草专卖局',
  issuedOn: '2022-01-01',
  version: 1,
}

/** The same file as one of another service, as it stands after its grant. */
export const sampleFileOf = (service: ServiceCode): PaperFile => ({
  ...sampleFile,
  service,
  ...(service === 'suspend' ? { suspendedFrom: '2026-12-01', suspendedTo: '2027-02-28' } : {}),
  ...(service === 'change'
    ? { faceBefore: face, faceAfter: { ...face, shopName: '恩平市沙湖镇顺意便利店', version: 2 } }
    : {}),
})

/** A file of what the bureau began itself, for tests and previews. */
export const sampleProceeding: ProceedingPaperFile = {
  proceedingNo: 'L20261123-000001',
  kind: 'rescind',
  licenceNo: '440785100123',
  shopName: '恩平市沙湖镇顺意商店',
  suspendedFrom: '2025-09-01',
  caseNo: 'AJ-2026-000011',
  answerBy: '2026-11-30',
  heard: 'heard',
  hearingHeld: true,
  ground: { document: 'fy', no: '恩府复〔2026〕模拟1号', on: '2026-11-20', effect: 'annulled' },
  ...{ state: 'valid', validTo: '2029-06-01' },
  words: '申请时提供的租赁合同系伪造',
  findings: '房屋所有人书面证明没有出租，合同上的签名不是本人所签',
}

/** What the decision of each title is about. */
export const sampleKinds: Partial<Readonly<Record<ProceedingPaperKind, ProceedingKind>>> = {
  actStatementNotice: 'rectify',
  reclaimNotice: 'reclaim',
  rectifyOrder: 'rectify',
  acceptRectificationNotice: 'acceptRectification',
  disqualifyDecision: 'disqualify',
  revokeNotice: 'revoke',
  reclaimDecision: 'reclaim',
  takeBackDecision: 'takeBack',
  cancelDecision: 'cancelExpired',
  restoreNotice: 'restore',
}
