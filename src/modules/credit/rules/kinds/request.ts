import { cite } from '#kernel/citation'
import { ok, type Result, refuse } from '#kernel/refusal'
import type { Moves } from '#kernel/state-table'
import { repairConditions, unmet } from '../criteria.ts'
import { limitAfter } from '../days.ts'
import { choice, short, textIn, words } from '../fields.ts'
import type { Field, KindRule, StepFacts, StepOutcome } from '../file.ts'
import { whatOf } from './record.ts'

/** 信用异议、信用修复: taken in always, examined by somebody who did not make the record, decided by another. */
const requestMoves = {
  received: { examine: 'examined' },
  examined: { grant: 'granted', deny: 'denied', sendBack: 'received' },
  granted: {},
  denied: {},
} as const satisfies Moves

const yesNo = { yes: { zh: '是', en: 'yes' }, no: { zh: '否', en: 'no' } }
const asks: readonly Field[] = [short('about', '信用记录或档案编号', 'Number of the record'), words('理由', 'Why')]

const rule = (
  [zh, en, prefix]: readonly [string, string, string],
  opinion: readonly Field[],
  article: number,
): Omit<KindRule, 'begin' | 'decide'> => ({
  zh,
  en,
  prefix,
  moves: requestMoves,
  states: {
    received: { zh: '已收到，待核查', en: 'Received', due: { zh: '办理期限', en: 'Decide by' } },
    examined: { zh: '已核查，待决定', en: 'Examined', due: { zh: '办理期限', en: 'Decide by' } },
    granted: { zh: '同意', en: 'Granted' },
    denied: { zh: '不同意', en: 'Denied' },
  },
  open: { by: ['window', 'inspector', 'legal', 'head'], asks },
  events: {
    examine: {
      zh: '核查',
      en: 'Examine',
      by: ['inspector', 'legal'],
      asks: [...opinion, words('核查情况和意见', 'Findings and opinion')],
      proposes: true,
      basis: [cite('YSJ', article)],
    },
    grant: { zh: '同意', en: 'Grant', by: ['head'], asks: [words('意见', 'Opinion')], decides: true },
    deny: { zh: '不同意', en: 'Deny', by: ['head'], asks: [words('理由', 'Why')], decides: true },
    sendBack: { zh: '退回核查', en: 'Send back', by: ['head'], asks: [words('理由', 'Why')] },
  },
})

export const objection: KindRule = {
  ...rule(
    ['信用异议', 'Objection', 'YY'],
    [
      choice('upheld', '异议是否成立', 'Is it right', {
        yes: { zh: '成立', en: 'yes' },
        no: { zh: '不成立', en: 'no' },
      }),
    ],
    49,
  ),
  begin: facts => begin(facts, facts.policy.objectionWorkingDays, { record: ['counted'], watch: ['open', 'leaving'] }),
  decide: facts => {
    const fault = ownRecord(facts)
    if (fault) return fault
    if (facts.event === 'examine')
      return ok({ data: { upheld: textIn(facts.input, 'upheld'), examined: textIn(facts.input, 'words') } })
    return decided(facts, facts.target?.kind === 'watch' ? 'clear' : 'correct')
  },
}

export const repair: KindRule = {
  ...rule(
    ['信用修复', 'Repair', 'XF'],
    [
      choice('performed', '已履行义务、改正到位', 'Obligations performed', yesNo),
      choice('harmless', '已消除不良影响', 'Harm removed', yesNo),
    ],
    52,
  ),
  begin: facts => begin(facts, facts.policy.repairWorkingDays, { record: ['counted'] }),
  decide: facts => {
    const fault = ownRecord(facts)
    if (fault) return fault
    const { event, input } = facts
    if (event === 'examine') {
      const seen = { performed: textIn(input, 'performed'), harmless: textIn(input, 'harmless') }
      return ok({ data: { ...seen, examined: textIn(input, 'words') } })
    }
    return event === 'grant' ? (conditionsOf(facts) ?? decided(facts, 'repair')) : decided(facts, 'repair')
  },
}

function begin(
  { input, target, today, policy: _, calendar }: StepFacts,
  workingDays: number,
  states: Readonly<Record<string, readonly string[]>>,
): Result<StepOutcome> {
  if (!target || !(states[target.kind]?.includes(target.state) ?? false)) return refuse('creditTargetUnknown')
  return ok({
    data: { about: target.id, words: textIn(input, 'words') },
    dueOn: limitAfter(calendar, today, workingDays),
  })
}

/** Whoever noted or confirmed the record neither examines nor decides what is said against it. */
const ownRecord = ({ target, by, event }: StepFacts): Result<never> | undefined =>
  event === 'examine' && target?.doers.includes(by) ? refuse('creditOwnRecord') : undefined

function conditionsOf({ target, standing, file, today, policy }: StepFacts): Result<never> | undefined {
  if (!target) return refuse('creditTargetUnknown')
  const record = { id: target.id, what: whatOf(target), happenedOn: String(target.data['happenedOn']) }
  const seen = { performed: file.data['performed'] === 'yes', harmless: file.data['harmless'] === 'yes' }
  const missing = unmet(repairConditions({ record, standing, ...seen }, today, policy))
  if (missing.length === 0) return undefined
  return refuse('creditRepairUnmet', {
    why: missing.map(({ zh }) => zh).join('；'),
    whyEn: missing.map(({ en }) => en).join('; '),
  })
}

function decided({ event, file, input }: StepFacts, move: string): Result<StepOutcome> {
  if (event === 'sendBack') return ok({})
  const about = String(file.data['about'])
  const text = `您提出的${file.kind === 'repair' ? '信用修复申请' : '信用异议'}（${file.id}）已经办结：${event === 'grant' ? '同意' : `不同意，理由：${textIn(input, 'words')}`}。`
  return ok({
    dueOn: null,
    data: { answer: textIn(input, 'words') },
    effects: [{ do: 'tell', text }, ...(event === 'grant' ? [{ do: 'move', file: about, event: move } as const] : [])],
  })
}
