import { type Citation, cite } from '#kernel/citation'
import { ok, refuse } from '#kernel/refusal'
import type { Moves } from '#kernel/state-table'
import { choice, optional, short, textIn, words } from '../fields.ts'
import type { KindRule, StepFacts, Words } from '../file.ts'

/** 异常零售户档案: in and out by two people, looked at again at least every ninety days. */
const watchMoves = {
  proposed: { approve: 'open', reject: 'rejected' },
  open: { review: 'open', measure: 'open', leave: 'leaving', clear: 'left' },
  leaving: { approveExit: 'left', keep: 'open', clear: 'left' },
  left: {},
  rejected: {},
} as const satisfies Moves

/** 分类 (reference §6.7), the mildest first. */
export const watchLevels = {
  remind: { zh: '一般提醒', en: 'Reminder' },
  focus: { zh: '重点关注', en: 'Attention' },
  key: { zh: '重点监管', en: 'Close supervision' },
  case: { zh: '立案、移送', en: 'Case or transfer' },
} as const satisfies Readonly<Record<string, Words>>
export type WatchLevel = keyof typeof watchLevels
const levels = Object.keys(watchLevels) as WatchLevel[]

interface Reason extends Words {
  /** 分类处置: where one begins. */
  readonly level: WatchLevel
  readonly exit: string
}

/** 列入理由, each with the class it begins in and what lets one out. */
export const watchReasons = {
  alertConfirmed: { zh: '预警核实', en: 'Alert confirmed', level: 'focus', exit: '连续两次复核没有新的异常' },
  manyLicences: { zh: '一户多证', en: 'Several licences', level: 'focus', exit: '只保留一证，或者查明各自独立经营' },
  personMismatch: {
    zh: '人证不符',
    en: 'Not the holder',
    level: 'focus',
    exit: '已办变更、歇业，或者查明是家庭成员、雇员经营',
  },
  leak: { zh: '真烟外流', en: 'Goods leak out', level: 'key', exit: '连续两次复核没有查获外流条码，订购恢复正常' },
  idle: { zh: '长期不经营', en: 'Idle', level: 'remind', exit: '恢复经营，或者已办停业、歇业' },
  refusal: { zh: '拒绝检查', en: 'Refused a check', level: 'key', exit: '已接受检查且没有发现问题' },
  school: { zh: '学校周边', en: 'Near a school', level: 'focus', exit: '已退出，或者查明不在限制范围内' },
} as const satisfies Readonly<Record<string, Reason>>
export type WatchReason = keyof typeof watchReasons
export const isWatchReason = (code: string): code is WatchReason => Object.hasOwn(watchReasons, code)

/** 处置措施, each from the class on in which it is fit. What a wholesaler supplies is his business and no measure of the bureau. */
export const watchMeasures = {
  remind: { zh: '提醒', en: 'Remind', from: 'remind', basis: cite('YSJ', 31) },
  persuade: { zh: '劝告', en: 'Advise', from: 'remind', basis: cite('YSJ', 31) },
  admonish: { zh: '告诫', en: 'Admonish', from: 'focus', basis: cite('YSJ', 31) },
  talk: { zh: '约谈（另立约谈）', en: 'Talk (a file of its own)', from: 'focus', basis: cite('YSJ', 31) },
  orderRectify: { zh: '责令改正', en: 'Order to correct', from: 'focus', basis: cite('CF', 28) },
  suspend: { zh: '建议责令整顿（另行立项）', en: 'Propose an order to rectify', from: 'key', basis: cite('TL', 14) },
  case: { zh: '移交立案', en: 'Hand over as a case', from: 'case', basis: cite('S93', 33) },
} as const satisfies Readonly<Record<string, Words & { from: WatchLevel; basis: Citation }>>
export type WatchMeasure = keyof typeof watchMeasures

export const measuresOf = (level: WatchLevel): WatchMeasure[] =>
  (Object.keys(watchMeasures) as WatchMeasure[]).filter(
    code => levels.indexOf(watchMeasures[code].from) <= levels.indexOf(level),
  )

const levelField = choice('level', '分类', 'Class', watchLevels)
const nextReview = ({ today, policy }: StepFacts): string => today.add({ days: policy.watchReviewDays }).toString()
const levelIn = (facts: StepFacts): WatchLevel => levels.find(level => level === facts.file.data['level']) ?? 'remind'

const toldOf = ({ file }: StepFacts): string => {
  const reason = String(file.data['reason'])
  return `您的店（许可证尾号${file.licenceNo.slice(-4)}）被列入异常零售户档案，理由：${isWatchReason(reason) ? watchReasons[reason].zh : ''}。不认可的，可以在“我的”里提出异议，或者到窗口说明情况。`
}

export const watch: KindRule = {
  zh: '异常零售户档案',
  en: 'Watch file',
  prefix: 'YD',
  moves: watchMoves,
  states: {
    proposed: { zh: '拟列入，待批准', en: 'Entry proposed' },
    open: { zh: '在档', en: 'On file', due: { zh: '复核期限', en: 'Review by' } },
    leaving: { zh: '拟退出，待批准', en: 'Exit proposed', due: { zh: '复核期限', en: 'Review by' } },
    left: { zh: '已退出', en: 'Left' },
    rejected: { zh: '不列入', en: 'Not entered' },
  },
  open: {
    by: ['inspector', 'analyst', 'head'],
    asks: [
      choice('reason', '列入理由', 'Reason', watchReasons),
      words('事实', 'Facts'),
      optional(short('evidence', '证据（预警、任务、处置编号）', 'Evidence (number of alert, task or disposal)')),
    ],
  },
  events: {
    approve: {
      zh: '批准列入',
      en: 'Approve',
      by: ['head'],
      asks: [levelField, words('意见', 'Opinion')],
      decides: true,
      basis: [cite('YSJ', 50)],
    },
    reject: { zh: '不列入', en: 'Reject', by: ['head'], asks: [words('理由', 'Why')], decides: true },
    review: {
      zh: '复核',
      en: 'Review',
      by: ['inspector', 'analyst', 'head'],
      asks: [levelField, words('复核情况', 'What the review found')],
    },
    measure: {
      zh: '采取措施',
      en: 'Take a measure',
      by: ['inspector', 'head'],
      asks: [choice('measure', '措施', 'Measure', watchMeasures), words('做了什么', 'What was done')],
      basis: [cite('YSJ', 31)],
    },
    leave: {
      zh: '建议退出',
      en: 'Propose the exit',
      by: ['inspector', 'analyst'],
      asks: [words('符合退出条件的事实', 'Why the exit rule is met')],
      proposes: true,
    },
    approveExit: {
      zh: '批准退出',
      en: 'Approve the exit',
      by: ['head'],
      asks: [words('意见', 'Opinion')],
      decides: true,
    },
    keep: { zh: '不同意退出', en: 'Keep', by: ['head'], asks: [words('理由', 'Why')], decides: true },
    clear: { zh: '异议成立，退出', en: 'Cleared by objection', by: [], asks: [] },
  },
  begin: ({ input, file }) => {
    if (file.data['reason'] !== undefined) return ok({})
    const [reason, evidence] = [textIn(input, 'reason'), textIn(input, 'evidence')]
    return ok({ data: { reason, words: textIn(input, 'words'), evidence } })
  },
  decide: facts => {
    const { event, input } = facts
    if (event === 'approve')
      return ok({
        data: { level: textIn(input, 'level') },
        dueOn: nextReview(facts),
        effects: [{ do: 'tell', text: toldOf(facts) }, { do: 'reviewModel' }],
      })
    if (event === 'review') return ok({ data: { level: textIn(input, 'level') }, dueOn: nextReview(facts) })
    if (event === 'measure') return measureTaken(facts)
    return ok(event === 'approveExit' || event === 'clear' ? { dueOn: null } : {})
  },
}

function measureTaken(facts: StepFacts) {
  const measure = textIn(facts.input, 'measure') as WatchMeasure
  if (!measuresOf(levelIn(facts)).includes(measure))
    return refuse('creditMeasureTooHard', {
      level: watchLevels[levelIn(facts)].zh,
      levelEn: watchLevels[levelIn(facts)].en,
    })
  const taken = Array.isArray(facts.file.data['measures']) ? facts.file.data['measures'] : []
  const line = { measure, on: facts.today.toString(), words: textIn(facts.input, 'words') }
  return ok({
    data: { measures: [...taken, line] },
    ...(measure === 'case'
      ? {
          effects: [
            {
              do: 'open',
              kind: 'disposal',
              state: 'handedOver',
              data: { from: facts.file.id, words: line.words },
            } as const,
          ],
        }
      : {}),
  })
}
