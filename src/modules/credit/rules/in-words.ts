import { type Condition, modelConditions, repairConditions } from './criteria.ts'
import type { CreditFile, FileData, Standing, Words } from './file.ts'
import { type HolderSignal, holderSignals } from './holders.ts'
import { whatOf } from './kinds/record.ts'
import {
  isWatchReason,
  type WatchLevel,
  type WatchMeasure,
  watchLevels,
  watchMeasures,
  watchReasons,
} from './kinds/watch.ts'
import { type FileKind, ruleOf } from './kinds.ts'
import type { CreditPolicy } from './policy.ts'
import { recordKinds } from './records.ts'

const same = (text: string): Words => ({ zh: text, en: text })
const given = (data: FileData, key: string): string => {
  const value = data[key]
  return typeof value === 'string' ? value : ''
}
const list = (data: FileData, key: string): readonly unknown[] => {
  const value = data[key]
  return Array.isArray(value) ? value : []
}
const join = (all: readonly Words[]): Words => ({
  zh: all.map(({ zh }) => zh).join('、'),
  en: all.map(({ en }) => en).join(', '),
})

type Shown = Pick<CreditFile, 'data'> & { readonly kind: FileKind }

/** What a file is about, in one line. */
export function aboutOf({ kind, data }: Shown): Words {
  switch (kind) {
    case 'record':
      return recordKinds[whatOf({ data })]
    case 'watch': {
      const reason = given(data, 'reason')
      return isWatchReason(reason) ? watchReasons[reason] : same(reason)
    }
    case 'suspicion': {
      const what = given(data, 'what')
      const { zh, en } = isWatchReason(what) ? watchReasons[what] : same(what)
      const signals = join(list(data, 'signals').map(code => holderSignals[code as HolderSignal]))
      return { zh: `${zh}：${signals.zh}`, en: `${en}: ${signals.en}` }
    }
    case 'disposal': {
      const until = given(data, 'rectifyBy')
      if (until !== '') return { zh: `责令改正，${until} 前`, en: `to be corrected by ${until}` }
      return { zh: '涉嫌违法，移交立案', en: 'to be filed as a case' }
    }
    case 'objection':
    case 'repair':
      return { zh: `关于 ${given(data, 'about')}`, en: `about ${given(data, 'about')}` }
    case 'talk':
    case 'model':
      return same(given(data, 'words'))
  }
}

interface Fact extends Words {
  readonly value: Words
}

const labels: Readonly<Record<string, Words>> = {
  words: { zh: '事由', en: 'Facts' },
  happenedOn: { zh: '发生日期', en: 'Day' },
  evidence: { zh: '证据', en: 'Evidence' },
  taskId: { zh: '检查任务', en: 'Task' },
  checkedOn: { zh: '检查日期', en: 'Checked on' },
  rectifyBy: { zh: '改正期限', en: 'To be corrected by' },
  caseNo: { zh: '立案编号', en: 'Case number' },
  decision: { zh: '案件结果', en: 'Outcome of the case' },
  day: { zh: '约谈日期', en: 'Day' },
  time: { zh: '时间', en: 'Time' },
  place: { zh: '地点', en: 'Place' },
  record: { zh: '谈话记录', en: 'Record' },
  commitBy: { zh: '履行期限', en: 'To be kept by' },
  examined: { zh: '核查意见', en: 'Findings' },
  answer: { zh: '答复', en: 'Answer' },
  namedOn: { zh: '评定日期', en: 'Named on' },
  reviewedOn: { zh: '最近复核', en: 'Last review' },
  from: { zh: '来自', en: 'From' },
}

/** What the file says, as lines of label and value. */
export function factsOf({ kind, data }: Shown): readonly Fact[] {
  const plain = Object.entries(labels).flatMap(([key, label]) => {
    const value = given(data, key)
    return value === '' ? [] : [{ ...label, value: same(value) }]
  })
  return [...special(kind, data), ...plain]
}

function special(kind: FileKind, data: FileData): readonly Fact[] {
  if (kind === 'watch') {
    const level = given(data, 'level') as WatchLevel
    const reason = given(data, 'reason')
    const taken = list(data, 'measures') as readonly { measure: WatchMeasure; on: string; words: string }[]
    return [
      ...(Object.hasOwn(watchLevels, level) ? [{ zh: '分类', en: 'Class', value: watchLevels[level] }] : []),
      ...(isWatchReason(reason) ? [{ zh: '退出条件', en: 'Exit rule', value: same(watchReasons[reason].exit) }] : []),
      ...taken.map(({ measure, on, words }) => ({
        ...{ zh: '措施', en: 'Measure' },
        value: {
          zh: `${on} ${watchMeasures[measure].zh}：${words}`,
          en: `${on} ${watchMeasures[measure].en}: ${words}`,
        },
      })),
    ]
  }
  if (kind === 'suspicion') {
    const signals = list(data, 'signals').map(code => holderSignals[code as HolderSignal])
    return [
      { zh: '信号', en: 'Signals', value: join(signals) },
      { zh: '许可证', en: 'Licences', value: same(list(data, 'licences').map(String).join('、')) },
    ]
  }
  if (kind === 'talk') {
    const promised = list(data, 'commitments').map(String)
    return promised.length === 0 ? [] : [{ zh: '承诺', en: 'Commitments', value: same(promised.join('；')) }]
  }
  if (kind === 'model')
    return (list(data, 'objections') as readonly { on: string; from: string; words: string }[]).map(said => ({
      ...{ zh: '公示期意见', en: 'Objection' },
      value: same(`${said.on} ${said.from}：${said.words}`),
    }))
  return []
}

/** Numbers of files, tasks, alerts and licences that the file speaks of: each leads somewhere. */
export function linksOf({ data }: Pick<CreditFile, 'data'>): readonly string[] {
  const named = [data['taskId'], data['evidence'], data['about'], data['from'], ...list(data, 'licences')]
  const known = /^([A-Z]{2}-\d{4}-\d{6}|\d{12}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/
  return [...new Set(named.filter((one): one is string => typeof one === 'string' && known.test(one)))]
}

/** The conditions a rule checks for this kind, met and unmet, for whoever decides. */
export function conditionsOf(
  file: CreditFile & { readonly kind: FileKind },
  { standing, target }: { readonly standing: Standing; readonly target?: CreditFile },
  today: Temporal.PlainDate,
  policy: CreditPolicy,
): readonly Condition[] {
  if (file.kind === 'model') return modelConditions(standing, today, policy)
  if (file.kind !== 'repair' || !target || target.kind !== 'record') return []
  const record = { id: target.id, what: whatOf(target), happenedOn: given(target.data, 'happenedOn') }
  const seen = { performed: file.data['performed'] === 'yes', harmless: file.data['harmless'] === 'yes' }
  return repairConditions({ record, standing, ...seen }, today, policy)
}

const houseEvents: Readonly<Record<string, Words>> = {
  open: { zh: '立档', en: 'Begun' },
  visited: { zh: '复查、回访', en: 'Visited' },
  fault: { zh: '出现失信情形，提前复核', en: 'A fault: review at once' },
}

/** The name of a step in the history. */
export function eventWords(kind: FileKind, event: string): Words {
  const { zh, en } = ruleOf(kind).events[event] ?? houseEvents[event] ?? same(event)
  return { zh, en }
}

export function stateWords(kind: FileKind, state: string): Words {
  const { zh, en } = ruleOf(kind).states[state] ?? same(state)
  return { zh, en }
}
