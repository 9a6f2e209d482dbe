type Point = readonly [lng: number, lat: number]
type StepEvent = 'receive' | 'answer' | 'finish' | 'refuse' | 'accept'

export interface TaskStory {
  /** A demo account: of a partner (`partner.…`) or of a colleague. */
  readonly owner: string
  readonly town: string | null
  readonly words: string
  readonly givenDaysAgo: number
  readonly dueInDays: number
  /** Minutes after it was given. */
  readonly steps: readonly (readonly [minutes: number, event: StepEvent, words: string])[]
}

export interface MeetingStory {
  readonly kind: 'joint' | 'analysis' | 'urgent'
  readonly title: string
  readonly place: string
  readonly calledDaysAgo: number
  /** Below nothing: still to come. */
  readonly startsDaysAgo: number
  readonly guests: readonly string[]
  readonly absent: readonly string[]
  /** How many open matters the agenda takes over. */
  readonly matters: number
  readonly lines: readonly string[]
  readonly said: readonly string[]
  readonly minutes: string
  readonly tasks: readonly TaskStory[]
}

const done = (received: number, answered: number, finished: number, words: string): TaskStory['steps'] => [
  [received, 'receive', ''],
  [answered, 'answer', '已派人核查'],
  [finished, 'finish', words],
  [finished + 300, 'accept', ''],
]

/** 会议 of a demonstration (模拟数据): one held, its decisions done, late and open; one to come. */
export const meetingStories: readonly MeetingStory[] = [
  {
    ...{
      kind: 'joint',
      title: '打击涉烟违法第四季度联席会议',
      place: '局二楼会议室',
      calledDaysAgo: 14,
      startsDaysAgo: 10,
    },
    guests: ['partner.police', 'partner.market', 'partner.post', 'partner.hengpo'],
    absent: ['partner.hengpo'],
    matters: 3,
    lines: ['商定年底联合检查的时间和分工', '通报物流寄递环节的异常情况'],
    said: ['由承办人按期办结，超期的在下次会议上说明原因。', '同意，按会议意见办理。'],
    minutes: '各单位通报了第三季度情况，一致同意继续按月碰头。（模拟数据）',
    tasks: [
      {
        ...{
          owner: 'partner.market',
          town: '440785001',
          words: '核对恩城农贸市场周边三户的营业执照',
          givenDaysAgo: 10,
          dueInDays: -4,
        },
        steps: done(42, 260, 2880, '三户执照均在有效期内，其中一户已变更经营者。'),
      },
      {
        ...{ owner: 'partner.post', town: null, words: '抽查两个收寄网点的验视登记', givenDaysAgo: 10, dueInDays: -2 },
        steps: [
          [95, 'receive', ''],
          [1500, 'answer', '已约谈网点负责人，正在调取登记。'],
        ],
      },
      {
        ...{
          owner: 'inspector2',
          town: null,
          words: '整理涉烟物品鉴别要点，发给各参会单位',
          givenDaysAgo: 10,
          dueInDays: 5,
        },
        steps: [[30, 'receive', '']],
      },
    ],
  },
  {
    ...{ kind: 'analysis', title: '十二月线索分析座谈会', place: '局三楼情报室', calledDaysAgo: 1, startsDaysAgo: -3 },
    guests: ['partner.police', 'partner.shahu', 'partner.customs'],
    absent: [],
    matters: 8,
    lines: ['研究横陂沿海夜间运输的研判意见'],
    ...{ said: [], minutes: '', tasks: [] },
  },
]

/** 直接交办: enough of them that median and P90 say something. */
export const taskStories: readonly (TaskStory & { readonly source: 'direct' })[] = [
  [
    'partner.shahu',
    '440785103',
    '核实沙湖圩日路边摊点有无卷烟',
    25,
    -20,
    done(12, 90, 1300, '现场未见卷烟，已告知摊主。'),
  ],
  ['partner.shahu', '440785103', '查找粤J·模拟1的停放地点', 18, -14, done(8, 45, 620, '车辆停放在南塘村口，已拍照。')],
  ['partner.shahu', '440785103', '陪同检查一户夜间经营的小店', 6, -3, done(25, 130, 410, '已到场，检查中秩序正常。')],
  [
    'partner.market',
    '440785001',
    '核查学校旁便利店的经营范围',
    21,
    -16,
    done(35, 300, 2600, '经营范围不含烟草制品零售，已责令改正。'),
  ],
  [
    'partner.market',
    '440785001',
    '核查微信群卖烟的主体信息',
    4,
    3,
    [
      [180, 'receive', ''],
      [900, 'answer', '已调取登记信息，正在核对。'],
    ],
  ],
  [
    'partner.hengpo',
    '440785100',
    '巡查旧粮仓周边夜间车辆',
    15,
    -10,
    done(60, 700, 4200, '连续三晚巡查，未见异常装卸。'),
  ],
  ['partner.hengpo', '440785100', '劝导两处占道经营摊点', 3, -1, [[240, 'receive', '']]],
  ['partner.post', null, '协查运单SIM2026000003的收寄信息', 9, -2, done(50, 400, 3100, '寄件人未实名，网点已受提醒。')],
].map(([owner, town, words, givenDaysAgo, dueInDays, steps]) => ({
  ...{ source: 'direct', owner, town, words, givenDaysAgo, dueInDays, steps },
})) as readonly (TaskStory & { readonly source: 'direct' })[]

export interface PlanStory {
  readonly title: string
  readonly purpose: string
  readonly minutes: number
  readonly area: readonly Point[]
  readonly groups: readonly { readonly name: string; readonly duty: string; readonly who: string }[]
  readonly phases: readonly { readonly title: string; readonly after: number }[]
}

export interface ActionStory extends PlanStory {
  readonly kind: 'planned' | 'offHours' | 'surprise'
  readonly startedMinutesAgo: number
  readonly phases: readonly {
    readonly title: string
    readonly after: number
    readonly begun: number | null
    readonly over: number | null
  }[]
  /** A step without a code is something found. */
  readonly steps: readonly {
    readonly group: string
    readonly minutes: number
    readonly step: 'assembled' | 'underway' | 'onSite' | 'checking' | 'finished' | null
    readonly position: Point
    readonly words: string
  }[]
  /** `null`: still going on. */
  readonly evaluation: string | null
}

const townArea: readonly Point[] = [
  [112.296, 22.178],
  [112.326, 22.176],
  [112.33, 22.198],
  [112.3, 22.201],
]
const coastArea: readonly Point[] = [
  [112.29, 22.04],
  [112.37, 22.035],
  [112.38, 22.09],
  [112.31, 22.1],
]

/** 联合行动 of a demonstration (模拟数据): one evaluated, one live from shortly before the house was filled. */
export const actionStories: readonly ActionStory[] = [
  {
    ...{
      kind: 'surprise',
      title: '恩城农贸市场突击联合检查',
      startedMinutesAgo: 12 * 24 * 60,
      minutes: 190,
      area: townArea,
    },
    purpose: '查处农贸市场周边非渠道卷烟和无证零售。（模拟数据）',
    groups: [
      { name: '检查一组', duty: '检查证照和卷烟来源，先行登记保存', who: 'inspector' },
      { name: '检查二组', duty: '查处无证零售，核对营业执照', who: 'partner.market' },
      { name: '外围组', duty: '维持秩序，处置阻碍执行职务', who: 'partner.police' },
    ],
    phases: [
      { title: '集结和部署', after: 0, begun: 0, over: 20 },
      { title: '同时入场检查', after: 20, begun: 22, over: 150 },
      { title: '清点和移交', after: 150, begun: 152, over: 185 },
    ],
    steps: [
      { group: '检查一组', minutes: 24, step: 'onSite', position: [112.311, 22.187], words: '' },
      { group: '检查二组', minutes: 26, step: 'onSite', position: [112.314, 22.189], words: '' },
      {
        group: '检查二组',
        minutes: 80,
        step: null,
        position: [112.314, 22.189],
        words: '查获无证摊点一处，已由市场监管部门立案。',
      },
      { group: '检查一组', minutes: 180, step: 'finished', position: [112.311, 22.187], words: '' },
    ],
    evaluation: '集结保密，入场同步，没有走漏。清点用时偏长，下次带足封装袋和标签。（模拟数据）',
  },
  {
    ...{ kind: 'offHours', title: '横陂沿海夜间错时联合行动', startedMinutesAgo: 75, minutes: 240, area: coastArea },
    purpose: '夜间检查沿海道路运输车辆，核查旧粮仓线索。（模拟数据）',
    groups: [
      { name: '道路组', duty: '检查准运证和购货凭证', who: 'inspector.hengpo' },
      { name: '镇街组', duty: '查处占道和违规停放，配合检查', who: 'partner.hengpo' },
      { name: '缉私组', duty: '查处走私嫌疑车辆和物品', who: 'partner.customs' },
    ],
    phases: [
      { title: '集结', after: 0, begun: 0, over: 18 },
      { title: '设卡检查', after: 20, begun: 21, over: null },
      { title: '粮仓核查', after: 150, begun: null, over: null },
    ],
    steps: [
      { group: '道路组', minutes: 20, step: 'onSite', position: [112.335, 22.062], words: '' },
      { group: '镇街组', minutes: 24, step: 'onSite', position: [112.328, 22.068], words: '' },
      { group: '缉私组', minutes: 35, step: 'underway', position: [112.361, 22.048], words: '十分钟后到' },
      { group: '道路组', minutes: 40, step: 'checking', position: [112.336, 22.063], words: '已检查四辆' },
      {
        group: '镇街组',
        minutes: 55,
        step: null,
        position: [112.328, 22.068],
        words: '一辆面包车无法说明车上卷烟来源，已交道路组。',
      },
    ],
    evaluation: null,
  },
]

/** 突击行动 not released yet (模拟数据): its planners alone see it, with both versions of its plan. */
export const hiddenStory = {
  ...{ kind: 'surprise', title: '横陂渔港突击联合检查', minutes: 180, area: coastArea },
  purpose: '核查渔港夜间上岸货物中的卷烟。（模拟数据）',
  groups: [
    { name: '码头组', duty: '检查准运证和购货凭证，先行登记保存', who: 'inspector' },
    { name: '缉私组', duty: '查处走私嫌疑物品', who: 'partner.customs' },
  ],
  phases: [
    { title: '集结', after: 0 },
    { title: '码头检查', after: 30 },
  ],
  change: {
    reason: '潮水推迟，码头检查晚一小时，并加一个清点阶段。（模拟数据）',
    minutes: 240,
    phases: [
      { title: '集结', after: 0 },
      { title: '码头检查', after: 90 },
      { title: '清点和移交', after: 200 },
    ],
  },
} as const satisfies PlanStory & { kind: ActionStory['kind']; change: object }
