import { type Citation, cite } from '#kernel/citation'
import { competenceOf } from '../competence.ts'
import { openDestruction } from '../goods/case-lots.ts'
import type { Words } from './case-file.ts'
import { hasRun, running } from './clocks.ts'
import { courtEnd, openRefusal } from './court.ts'
import { inRound, lastOf } from './fields.ts'
import { balanceOf } from './payment.ts'
import { collectiveDue, hearingDue, sanctionOf } from './sanction.ts'
import { standingOf } from './standing.ts'
import type { Officer, StepFacts } from './step-rule.ts'

interface NeedRule {
  readonly basis: readonly Citation[]
  /** Why the step is not possible yet; undefined = the condition is met. */
  readonly unmet: (facts: StepFacts) => Words | undefined
}

const unless = (met: boolean, zh: string, en: string): Words | undefined => (met ? undefined : { zh, en })

export const certifiedOn = (officer: Officer | undefined, on: string): boolean =>
  officer?.active === true &&
  officer.certificateFrom !== null &&
  officer.certificateTo !== null &&
  officer.certificateFrom <= on &&
  officer.certificateTo >= on

const staffIdOf = (label: string): string => label.replace(/^staff:/, '')
const isOfficer = ({ file, by }: StepFacts): boolean => file.officers.includes(staffIdOf(by))

const isUnderRemedy = (file: StepFacts['file']): boolean =>
  (lastOf(file, 'beginRemedy')?.n ?? 0) > (lastOf(file, 'endRemedy')?.n ?? 0)

/** 前提: every condition of a step by name, with its article; the guard, the buttons, the page and the check of the file read this table. */
export const needs = {
  twoOfficers: {
    basis: [cite('CF', 42), cite('TL', 49)],
    unmet: ({ file, officers, at }) => {
      const named = file.officers.filter(id =>
        certifiedOn(
          officers.find(officer => officer.id === id),
          at.today.toString(),
        ),
      )
      return unless(
        new Set(named).size >= 2,
        '先指定两名执法证有效的办案人员。',
        'Name two officers with valid certificates first.',
      )
    },
  },
  byOfficer: {
    basis: [cite('CF', 42)],
    unmet: facts => unless(isOfficer(facts), '这一步由本案办案人员办理。', 'An officer of this case takes this step.'),
  },
  byOther: {
    basis: [cite('CF', 58), cite('CF', 64)],
    unmet: facts => unless(!isOfficer(facts), '本案办案人员不能办这一步。', 'No officer of this case takes this step.'),
  },
  recusalDecided: {
    basis: [cite('CF', 43)],
    unmet: ({ file }) => {
      const asked = lastOf(file, 'askRecusal')?.n ?? 0
      return unless(
        asked === 0 || (lastOf(file, 'decideRecusal')?.n ?? 0) > asked,
        '回避申请还没有决定。调查不停止，但不能报审、告知和决定。',
        'A recusal is not decided yet; the investigation goes on, nothing is decided.',
      )
    },
  },
  violationNamed: {
    basis: [cite('CF', 40)],
    unmet: ({ file }) => unless(file.violation !== null, '先确定违法行为。', 'Say which violation it is first.'),
  },
  ours: {
    basis: [cite('CF', 22), cite('TL', 57)],
    unmet: ({ file }) => {
      const who = competenceOf(file.violation)
      return unless(
        who === undefined || who.who === 'bureau',
        `${who?.zh ?? ''}不由烟草专卖局处罚，请移送有权机关。`,
        `${who?.en ?? ''} is not punished by this bureau; refer it.`,
      )
    },
  },
  evidence: {
    basis: [cite('CF', 40), cite('CF', 46)],
    unmet: ({ around }) => unless(around.evidence > 0, '案卷里还没有证据。', 'There is no evidence in the file yet.'),
  },
  record: {
    basis: [cite('CF', 55)],
    unmet: ({ around }) =>
      unless(around.records > 0, '还没有签名的询问笔录或者检查笔录。', 'No signed record of a question or inspection.'),
  },
  holdsSettled: {
    basis: [cite('CF', 56)],
    unmet: ({ file }) =>
      unless(
        running(file.clocks, 'hold') === undefined,
        '先行登记保存的物品还没有作出处理决定。',
        'Evidence kept in place is not settled yet.',
      ),
  },
  noticed: {
    basis: [cite('CF', 44), cite('CF', 62)],
    unmet: ({ file }) =>
      unless(
        sanctionOf(file)?.result !== 'penalty' || inRound(file, 'notify') !== undefined,
        '没有告知当事人，不能作出处罚决定。',
        'Without notice to the party nothing is decided.',
      ),
  },
  heard: {
    basis: [cite('CF', 45), cite('CF', 62)],
    unmet: ({ file, at }) => {
      if (inRound(file, 'notify') === undefined) return undefined
      const clock = file.clocks.findLast(({ kind }) => kind === 'statement')
      // Who has spoken may speak again until the day his notice named, unless he says that he has done.
      const done = inRound(file, 'waiveStatement', 'holdHearing')
      return unless(
        done !== undefined || (clock !== undefined && hasRun(clock, at.today)),
        `当事人可以陈述申辩到${clock?.dueOn ?? ''}，期满或者当事人明确表示不再陈述以后再办。`,
        `The party may state and defend until ${clock?.dueOn ?? ''}.`,
      )
    },
  },
  hearingOffered: {
    basis: [cite('CF', 63), cite('CF', 64)],
    unmet: ({ file, policy, at }) => {
      const sanction = sanctionOf(file)
      if (!sanction || !hearingDue(sanction, file.party, policy) || inRound(file, 'holdHearing')) return undefined
      const clock = file.clocks.findLast(({ kind }) => kind === 'hearingRequest')
      const waived =
        inRound(file, 'waiveStatement')?.input['hearing'] === true || inRound(file, 'dropHearing') !== undefined
      const over = clock !== undefined && inRound(file, 'notify') !== undefined && hasRun(clock, at.today)
      return unless(
        over || waived,
        `当事人可以要求听证到${clock?.dueOn ?? '告知后五个工作日'}。`,
        `The party may ask for a hearing until ${clock?.dueOn ?? 'five working days after the notice'}.`,
      )
    },
  },
  discussed: {
    basis: [cite('CF', 57, { paragraph: 2 })],
    unmet: ({ file, policy }) => {
      const sanction = sanctionOf(file)
      const due = sanction !== undefined && collectiveDue(file, sanction, policy)
      return unless(
        !due || inRound(file, 'deliberate') !== undefined,
        '情节复杂或者重大，必须先由局负责人集体讨论。',
        'Complex or major: the heads discuss it first.',
      )
    },
  },
  notCriminal: {
    basis: [cite('YS', 3), cite('YS', 11)],
    unmet: ({ file, around }) =>
      unless(
        around.criminal === null || lastOf(file, 'refuseTransfer', 'takeBack', 'policeReturned') !== undefined,
        `${around.criminal?.zh ?? ''}，不得以行政处罚代替移送，先办移送公安。`,
        `${around.criminal?.en ?? ''}: decide on the transfer to the police first.`,
      ),
  },
  remedyOver: {
    basis: [cite('QZ', 53)],
    unmet: ({ file, at }) => {
      const open = isUnderRemedy(file)
      const waiting = file.clocks.some(
        c => (c.kind === 'reconsider' || c.kind === 'sue') && c.state === 'running' && !hasRun(c, at.today),
      )
      return unless(
        !open && !waiting,
        '复议、诉讼期限没有满，或者正在复议、诉讼。',
        'The time for remedies runs, or one is under way.',
      )
    },
  },
  demandOver: {
    basis: [cite('QZ', 54)],
    unmet: ({ file, at }) => {
      const clock = file.clocks.findLast(({ kind }) => kind === 'demand')
      return unless(
        clock !== undefined && hasRun(clock, at.today),
        `催告书送达十个工作日后（${clock?.dueOn ?? ''}）仍未履行，才能申请法院。`,
        `The court can be asked after ten working days from the demand (${clock?.dueOn ?? ''}).`,
      )
    },
  },
  payOver: {
    basis: [cite('CF', 67)],
    unmet: ({ file, at }) => {
      const clock = file.clocks.findLast(({ kind }) => kind === 'pay')
      return unless(
        clock !== undefined && hasRun(clock, at.today),
        `缴款期限到${clock?.dueOn ?? ''}才满。`,
        `The time to pay ends on ${clock?.dueOn ?? ''}.`,
      )
    },
  },
  settled: {
    basis: [cite('CF', 66), cite('CF', 72)],
    unmet: ({ file, at }) => {
      const { owed } = balanceOf(file, at.today)
      const due = openRefusal(file) && file.clocks.findLast(({ kind }) => kind === 'courtReview')?.dueOn
      if (owed === 0 || courtEnd(file, at.today) !== undefined) return undefined
      return due === undefined
        ? {
            zh: '处罚还没有执行完：罚没款没有缴清，法院也没有执行完毕、终结或者终局裁定不予执行。',
            en: 'Not executed: not fully paid, and the court has neither finished nor refused for good.',
          }
        : {
            zh: `法院裁定不予受理、不予执行的，可以申请复议到${due}；不申请的，过了这一天才能结案。`,
            en: `The court above can be asked until ${due}; only after that day the case closes on the refusal.`,
          }
    },
  },
  courtReviewOpen: {
    basis: [cite('QZ', 56, { paragraph: 2 }), cite('QZ', 58, { paragraph: 3 })],
    unmet: ({ file, at }) => {
      const clock = openRefusal(file) && running(file.clocks, 'courtReview')
      if (clock === undefined)
        return { zh: '没有可以申请复议的法院裁定。', en: 'There is no ruling to take to the court above.' }
      return unless(
        !hasRun(clock, at.today),
        `申请复议的期限已在${clock.dueOn}届满。`,
        `The time ended on ${clock.dueOn}.`,
      )
    },
  },
  destroyed: {
    basis: [cite('TL', 53), cite('TL', 58)],
    unmet: ({ file, around }) => {
      if (standingOf(file)?.goods !== 'destroy') return undefined
      const open = openDestruction(around.lots)
      if (open === undefined) return undefined
      return open === 'none'
        ? {
            zh: '决定公开销毁，台账里却没有要销毁的物品。',
            en: 'Destruction was decided, but the ledger has no goods.',
          }
        : {
            zh: `决定公开销毁的物品 ${open.lotNo} 还没有销毁完。`,
            en: `Goods ${open.lotNo}, to be destroyed by decision, are not destroyed yet.`,
          }
    },
  },
  goodsBalanced: { basis: [cite('TL', 30), cite('CF', 74)], unmet: ({ around }) => around.goods ?? undefined },
  cashTaken: {
    basis: [cite('CF', 71)],
    unmet: ({ file }) =>
      unless(running(file.clocks, 'cash') !== undefined, '没有当场收缴的罚款要交。', 'No cash is to be handed in.'),
  },
  remedyOpen: {
    basis: [cite('CF', 73)],
    unmet: ({ file }) => unless(isUnderRemedy(file), '没有正在进行的复议、诉讼。', 'No remedy is under way.'),
  },
  withdrawalDue: {
    basis: [cite('CF', 48, { paragraph: 2 })],
    unmet: ({ file }) =>
      unless(running(file.clocks, 'unpublish') !== undefined, '没有要撤回的公开信息。', 'Nothing is to be withdrawn.'),
  },
  published: {
    basis: [cite('CF', 48)],
    unmet: ({ file }) =>
      unless(
        lastOf(file, 'publish')?.input['how'] === 'published',
        '这份决定没有公开过。',
        'This decision was not published.',
      ),
  },
} as const satisfies Readonly<Record<string, NeedRule>>
export type Need = keyof typeof needs

export const unmetNeeds = (asked: readonly Need[], facts: StepFacts) =>
  asked.flatMap(need => {
    const why = (needs[need] as NeedRule).unmet(facts)
    return why ? [{ need, why, basis: needs[need].basis as readonly Citation[] }] : []
  })
