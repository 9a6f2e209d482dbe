import { staffRoles } from '#kernel/actor'
import { chinaCalendar } from '#platform/calendar'
import type { CasePaper, PaperFacts } from '../papers/case-paper.ts'
import { paperKinds } from '../papers/kinds.ts'
import { paperWords } from '../papers/paper-words.ts'
import { addressee } from '../papers/words.ts'
import type { Dossier, LintPaper } from '../rules/lint/dossier.ts'
import type { CaseFile, Input } from '../rules/procedure/case-file.ts'
import type { Setting } from '../rules/procedure/step-rule.ts'
import { stepRule } from '../rules/procedure/steps.ts'
import { takeStep } from '../rules/procedure/take-step.ts'
import { calm, day, freshCase } from './sample-case.ts'

type Walked = readonly [on: string, by: string, event: string, input?: Input]

const served = { how: 'direct', receivedBy: '张三' }
export const opinion = { result: 'penalty', fine: '6000', gains: '1000', goods: 'none', licence: 'none' }
const report = {
  ...opinion,
  ...{
    facts: '当事人从外地购进卷烟 12 条销售',
    proof: '检查笔录、询问笔录、照片',
    happenedOn: '2026-02-20',
    why: '首次，配合调查',
  },
}

/** A whole case as it should be: filed, evidence kept and settled, reviewed, told, heard, discussed, decided, served, paid, closed. */
export const goodWalk: readonly Walked[] = [
  ['2026-03-02', 'o5', 'appoint', { officers: ['o1', 'o2'] }],
  ['2026-03-03', 'o1', 'askFiling', { violation: 'P10', words: '检查发现' }],
  ['2026-03-04', 'o5', 'approveFiling'],
  ['2026-03-04', 'o5', 'holdEvidence', { items: ['卷烟 12 条'], place: '本局仓库', risk: true, words: '容易转移' }],
  ['2026-03-10', 'o5', 'settleHold', { outcome: 'evidence', words: '随案处理' }],
  ['2026-03-12', 'o1', 'report', report],
  ['2026-03-13', 'o3', 'passReview', { jurisdiction: true, facts: true, law: true, words: '同意' }],
  ['2026-03-16', 'o1', 'notify', served],
  ['2026-03-18', 'o1', 'hearStatement', { said: '第一次，不懂法', checked: '属实，已考虑', accepted: 'partly' }],
  ['2026-03-19', 'o3', 'askHearing', { askedOn: '2026-03-19', words: '要求听证' }],
  ['2026-03-20', 'o3', 'callHearing', { heldOn: '2026-04-03', heldAt: '09:00', place: '本局', chair: 'o4' }],
  ['2026-04-03', 'o4', 'holdHearing', { submitted: '同报告', said: '请求减轻', finding: '事实清楚', signed: 'yes' }],
  ['2026-04-07', 'o3', 'reviewHearing', { words: '程序合法' }],
  ['2026-04-08', 'o5', 'deliberate', { present: ['甲', '乙', '丙'], words: '一致同意', conclusion: '罚款五千元' }],
  ['2026-04-09', 'o1', 'propose', { ...opinion, fine: '5000', why: '采纳部分申辩，减轻' }],
  ['2026-04-10', 'o5', 'decide'],
  ['2026-04-13', 'o1', 'serve', served],
  ['2026-04-20', 'o1', 'pay', { amount: '6000', paidOn: '2026-04-20', way: 'bank', receipt: '模拟票据 1' }],
  ['2026-04-21', 'o1', 'askClosing', { words: '已缴清' }],
  ['2026-04-22', 'o5', 'close'],
]

export const walked = (
  steps: readonly Walked[],
  from: CaseFile = freshCase(),
  setting: Setting = calm,
): readonly CaseFile[] => {
  const files = [from]
  for (const [on, by, event, input = {}] of steps) {
    const asked = { event, input, by: `staff:${by}`, roles: staffRoles, at: day(on) }
    const taken = takeStep(files.at(-1) ?? from, asked, setting)
    if (!taken.ok) throw new Error(`${event} on ${on}: ${JSON.stringify(taken)}`)
    files.push(taken.value)
  }
  return files
}

/** The documents of every step, numbered as the house numbers them, without a database. */
function papersOf(files: readonly CaseFile[], { around, policy }: Setting): readonly LintPaper[] {
  const made: (LintPaper & { readonly kind: string })[] = []
  for (const file of files.slice(1)) {
    const step = file.steps.at(-1)
    if (!step) continue
    for (const kind of stepRule(step.event)?.papers ?? []) {
      const rule = paperKinds[kind]
      const facts: PaperFacts = {
        ...{ file, step, policy, like: around.weighed?.like ?? null, lots: around.lots },
        nameOf: id => `模拟${id}`,
        certificateOf: id => `19J${id}`,
        numberOf: wanted => made.findLast(paper => paper.kind === wanted)?.number ?? '',
      }
      if (!rule || !(rule.due?.(facts) ?? true)) continue
      const paper: Pick<CasePaper, 'blocks'> = { blocks: rule.compose(facts) }
      made.push({
        ...{ kind, mark: rule.mark, year: 2026, serial: made.length + 1, issuedOn: step.on, intact: true },
        number: `恩烟${rule.mark}〔2026〕第${made.length + 1}号`,
        sealed: rule.to !== 'inside',
        addressee: rule.to === 'party' ? addressee(facts) : '',
        words: paperWords(paper.blocks),
      })
    }
  }
  return made
}

export function dossierOf(files: readonly CaseFile[], setting: Setting = calm): Dossier {
  const file = files.at(-1) as CaseFile
  const { lots, weighed } = setting.around
  return {
    ...{ lots, like: weighed?.like ?? null, published: null },
    ...{
      file,
      papers: papersOf(files, setting),
      policy: calm.policy,
      officers: calm.officers,
      calendar: chinaCalendar,
    },
    evidence: [{ n: 1, kind: 'document', intact: true, custody: ['taken', 'stored'] }],
    records: [{ kind: 'inspection', by: 'staff:o1', secondBy: 'staff:o2', intact: true }],
    ...{ goods: null, criminal: null, today: '2026-04-30' },
  }
}
