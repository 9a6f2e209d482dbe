import type { Figure } from './figure.ts'
import type { ServiceCase } from './service-case.ts'

type ServiceFigure = Figure<ServiceCase>

const owner = { zh: '许可服务', en: 'Licence services' }
const applications = ['licensing.published_application']
const places = [...applications, 'registry.published_retailer', 'registry.published_service_point']
const received = (one: ServiceCase) => one.receivedOn
const decided = (one: ServiceCase) => one.decidedOn ?? undefined

const applyTime = {
  unit: 'minutes',
  sources: applications,
  owner,
  day: received,
  value: (one: ServiceCase) => one.applyMinutes,
} as const
const approvalTime = {
  unit: 'workingDays',
  sources: applications,
  owner,
  day: decided,
  value: (one: ServiceCase) => one.approvalDays,
} as const
const distance = { unit: 'metres', aggregate: 'median', sources: places, owner, day: received } as const

/** 服务指标 (reference §9). The order is the order on the page. */
export const serviceFigures: readonly ServiceFigure[] = [
  {
    code: 'received',
    name: { zh: '收件量', en: 'Applications received' },
    formula: { zh: '本期提交的办件数。', en: 'Applications submitted in the period.' },
    unit: 'cases',
    aggregate: 'count',
    sources: applications,
    owner,
    day: received,
    value: () => 1,
  },
  {
    code: 'decided',
    name: { zh: '办结量', en: 'Applications decided' },
    formula: { zh: '本期作出决定的办件数。', en: 'Applications decided in the period.' },
    unit: 'cases',
    aggregate: 'count',
    sources: applications,
    owner,
    day: decided,
    value: () => 1,
  },
  {
    ...applyTime,
    code: 'applyMinutes',
    name: { zh: '申请时长', en: 'Time to apply' },
    formula: {
      zh: '从第一次触摸屏幕到提交的分钟数，取中位数。不含审批。',
      en: 'Minutes from the first touch to submit, median. Approval is not part of it.',
    },
    aggregate: 'median',
  },
  {
    ...applyTime,
    code: 'applyMinutesP90',
    name: { zh: '申请时长（九成以内）', en: 'Time to apply, P90' },
    formula: {
      zh: '十件里有九件在这个分钟数以内提交。',
      en: 'Nine of ten applications are submitted within these minutes.',
    },
    aggregate: 'p90',
  },
  {
    ...approvalTime,
    code: 'approvalDays',
    name: { zh: '审批时长', en: 'Time to decide' },
    formula: {
      zh: '从受理到作出决定的工作日数，受理当天为第0日，取中位数。',
      en: 'Working days from acceptance (day 0) to the decision, median.',
    },
    aggregate: 'median',
  },
  {
    ...approvalTime,
    code: 'approvalDaysP90',
    name: { zh: '审批时长（九成以内）', en: 'Time to decide, P90' },
    formula: {
      zh: '十件里有九件在这个工作日数以内作出决定。',
      en: 'Nine of ten are decided within these working days.',
    },
    aggregate: 'p90',
  },
  {
    code: 'onTime',
    name: { zh: '准时率', en: 'Decided on time' },
    formula: {
      zh: '在承诺期限当日或之前作出决定的办件 ÷ 作出决定的办件。当场作出的决定算准时。',
      en: 'Decided on or before the promised day ÷ decided. A decision at once is on time.',
    },
    unit: 'share',
    aggregate: 'share',
    sources: applications,
    owner,
    day: decided,
    value: ({ decideBy, decidedOn, receivedOn }) =>
      decidedOn === receivedOn || (decideBy === null || decidedOn === null ? undefined : decidedOn <= decideBy),
  },
  {
    code: 'firstTime',
    name: { zh: '一次办成率', en: 'Done the first time' },
    formula: {
      zh: '没有被要求补正的办件 ÷ 作出决定的办件。',
      en: 'Without a request for corrections ÷ decided.',
    },
    unit: 'share',
    aggregate: 'share',
    sources: applications,
    owner,
    day: decided,
    value: one => !one.corrected,
  },
  {
    code: 'automatic',
    name: { zh: '自动准予占比', en: 'Granted by the rules' },
    formula: {
      zh: '由规则当场准予的办件 ÷ 作出决定的办件。机器不作不予许可的决定。',
      en: 'Granted by the rules at once ÷ decided. The machine never refuses.',
    },
    unit: 'share',
    aggregate: 'share',
    sources: applications,
    owner,
    day: decided,
    value: one => one.decidedAs === 'machine',
  },
  {
    code: 'assisted',
    name: { zh: '帮办率', en: 'Done with a helper' },
    formula: { zh: '有帮办员在旁的办件 ÷ 收件量。', en: 'With a helper beside the applicant ÷ received.' },
    unit: 'share',
    aggregate: 'share',
    sources: applications,
    owner,
    day: received,
    value: one => one.assisted,
  },
  {
    code: 'zeroErrand',
    name: { zh: '零跑动率', en: 'No way to town' },
    formula: {
      zh: '没有到城里窗口跑过一次的办件 ÷ 办结量。在村里终端办、邮寄或送证上门都不算跑动；到窗口申请或到窗口领证各算一次。',
      en: 'Without one way to the window in town ÷ decided. A village terminal, post and delivery to the door count as none.',
    },
    unit: 'share',
    aggregate: 'share',
    sources: [...applications, 'delivery.published_item'],
    owner,
    day: decided,
    value: one => one.windowVisits === 0,
  },
  {
    ...distance,
    code: 'usedMetres',
    name: { zh: '到实际使用的服务点', en: 'To the point used' },
    formula: {
      zh: '经营场所到办件所用终端或窗口的直线距离，取中位数。手机上办的不计。',
      en: 'Straight line from the shop to the terminal or window used, median. Telephones are not counted.',
    },
    value: one => one.usedMetres,
  },
  {
    ...distance,
    code: 'nearestMetres',
    name: { zh: '到最近的服务点', en: 'To the nearest point' },
    formula: {
      zh: '经营场所到最近服务点的直线距离，取中位数。',
      en: 'Straight line from the shop to the nearest service point, median.',
    },
    value: one => one.nearestMetres,
  },
  {
    ...distance,
    code: 'hallMetres',
    name: { zh: '到城里窗口（从前的路）', en: 'To the hall in town (the way before)' },
    formula: {
      zh: '经营场所到最近政务服务大厅的直线距离，取中位数：没有村级终端时要走的路。',
      en: 'Straight line from the shop to the nearest hall, median: the way without village terminals.',
    },
    value: one => one.hallMetres,
  },
]
