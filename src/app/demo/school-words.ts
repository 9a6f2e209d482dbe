/** What was said at the doors near schools (模拟). */
export const talks = [
  {
    said: '说明学校、幼儿园周边不得设售烟点，许可证到期前受保护，可以自愿歇业或者另址申请。',
    answer: 'willing',
    answerWords: '家里有别的生意，愿意退出。',
    signed: 'signed',
  },
  {
    said: '说明测得的步行距离、法律规定和届满时怎样审查；留下办事指南。',
    answer: 'considering',
    answerWords: '合同到明年，再和家人商量。',
    signed: 'signed',
  },
] as const

export const exitReasons = {
  close: '年纪大了，不再卖烟，保留食杂。',
  move: '在圩镇另租了铺面，新店办好以后这边歇业。',
} as const

type Event = 'confirm' | 'dismiss' | 'refer' | 'stop'
interface Step {
  readonly event: Event
  readonly agency: string | null
  readonly note: string
}

const confirm: Step = { event: 'confirm', agency: null, note: '现场看到散支售卖，拍照留存。' }
const refer: Step = { event: 'refer', agency: '市市场监督管理局', note: '移送函已送达。' }
const stop: Step = { event: 'stop', agency: null, note: '回访两次，已不再售卖。' }
const dismiss: Step = { event: 'dismiss', agency: null, note: '只卖文具，没有发现卷烟。' }

/** 无证售卖点 in every state; the address goes after the name of the school. */
export const places: readonly {
  readonly address: string
  readonly what: string
  readonly source: 'patrol' | 'report' | 'school' | 'partner'
  readonly steps: readonly Step[]
}[] = [
  { address: '旁小卖部', what: '放学时向学生卖散支烟。', source: 'school', steps: [confirm, refer, stop] },
  { address: '对面流动摊', what: '推车摊位摆卖卷烟。', source: 'patrol', steps: [confirm, refer] },
  { address: '侧文具店', what: '家长反映柜台下有烟。', source: 'report', steps: [dismiss] },
  { address: '门口奶茶店', what: '展示电子烟。', source: 'partner', steps: [confirm] },
  { address: '后巷杂货摊', what: '没有许可证，摆卖卷烟。', source: 'patrol', steps: [] },
]
