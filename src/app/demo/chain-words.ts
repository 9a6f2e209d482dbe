/** A step of the story of the van: what is known (by the relations that say so), what is supposed, what is missing and who asks for it. */
export type ChainStep =
  | {
      readonly kind: 'fragment'
      readonly text: string
      readonly of: readonly ('portal' | 'quay' | 'market' | 'case')[]
      readonly thing: 'plate' | 'phone'
    }
  | { readonly kind: 'hypothesis' | 'gap'; readonly text: string; readonly on: readonly number[] }

/** 模拟数据: three reports and a case that speak of one van. `on` counts the steps before, from 0. */
export const vanStory: readonly ChainStep[] = [
  { kind: 'fragment', text: '三条线索说的是同一辆面包车', of: ['portal', 'quay', 'market'], thing: 'plate' },
  {
    kind: 'fragment',
    text: '码头线索里司机的电话，就是横陂无证运输案当事人的电话',
    of: ['quay', 'case'],
    thing: 'phone',
  },
  { kind: 'hypothesis', text: '同一伙人从横陂码头接货，夜里运到沙湖镇旧砖厂，再在圩日卖出', on: [0, 1] },
  { kind: 'hypothesis', text: '面包车是向租车行租的，司机不知道运的是什么', on: [0] },
  { kind: 'gap', text: '面包车的车主是谁还不清楚', on: [0] },
  { kind: 'gap', text: '货从哪条船上卸下还不清楚', on: [2] },
]

export const vanTitle = '粤J8K215 面包车夜间送货（模拟）'

interface ChainTask {
  /** The gap it is to fill. */
  readonly gap: number
  readonly asker: string
  readonly asked: string
  readonly what: string
  readonly days: number
  readonly answer?: string
}

export const vanTasks: readonly ChainTask[] = [
  {
    ...{ gap: 4, asker: '稽查一组', asked: '恩平交警', what: '查面包车的登记车主和近三个月的违章记录', days: 3 },
    answer: '车辆登记在模拟货运部名下，负责人就是横陂案的当事人',
  },
  { gap: 5, asker: '研判岗', asked: '海警工作站', what: '核对横陂码头近两周夜间靠岸的船', days: 7 },
]

export const vanJudged = [
  { step: 4, state: 'filled', reason: '交警答复了登记车主' },
  { step: 3, state: 'refuted', reason: '车辆不是租的，登记在货运部名下' },
] as const
