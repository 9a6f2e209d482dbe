import { cite, formatCitation } from '#kernel/citation'
import { addWorkingDays } from '#kernel/working-days'
import { courtEnd } from '../procedure/court.ts'
import { lastOf, textIn } from '../procedure/fields.ts'
import { balanceOf } from '../procedure/payment.ts'
import { sanctionIn } from '../procedure/sanction.ts'
import { findViolation } from '../violations/table.ts'
import { type Check, clockOf, type Dossier, decision, paperOf, penalty, when } from './dossier.ts'

const decisionPaper = (d: Dossier) => paperOf(d, 'decision', 'simpleDecision')
const facts = (d: Dossier): string => textIn(lastOf(d.file, 'report')?.input ?? {}, 'facts')

/** The row of the act; where it is another agency's, the fault is another one (competence). */
const ofOurs = ({ file }: Dossier) => {
  const row = findViolation(file.violation)
  return row?.body === 'tobacco' ? row : undefined
}
/** The number of a decision on a penalty that does not say these words. */
const unwritten = (d: Dossier, words: string): string | undefined =>
  when(
    penalty(d) !== undefined && ofOurs(d) !== undefined && decisionPaper(d)?.words.includes(words) === false,
    decisionPaper(d)?.number ?? '',
  )

/** 文书、送达、执行 */
export const paperChecks = {
  paperAltered: {
    zh: '文书的内容和签名对不上',
    en: 'A document differs from its signature',
    basis: [cite('CF', 47)],
    find: ({ papers }) => papers.find(({ intact }) => !intact)?.number,
  },
  paperNumber: {
    zh: '文书编号和登记不符',
    en: 'A number does not fit the register',
    basis: [cite('CF', 47)],
    find: ({ papers, policy }) =>
      papers.find(p => p.number !== `${policy.numberMark}${p.mark}〔${p.year}〕第${p.serial}号`)?.number,
  },
  paperDate: {
    zh: '文书的编号年份和日期不符',
    en: 'Year of number and date differ',
    basis: [cite('CF', 59)],
    find: ({ papers }) => papers.find(p => !p.issuedOn.startsWith(String(p.year)))?.number,
  },
  partyDiffers: {
    zh: '文书上的当事人和案卷不一致',
    en: 'Party differs between documents',
    basis: [cite('CF', 59)],
    find: ({ papers, file }) => papers.find(p => p.addressee !== '' && !p.addressee.includes(file.party.name))?.number,
  },
  decisionMissing: {
    zh: '没有处罚决定书',
    en: 'No written decision',
    basis: [cite('CF', 59)],
    find: d => when(decision(d) !== undefined && !decisionPaper(d), '卷内没有决定书'),
  },
  decisionUnsealed: {
    zh: '决定书没有盖印章',
    en: 'Decision without seal',
    basis: [cite('CF', 59)],
    find: d => when(decisionPaper(d)?.sealed === false, decisionPaper(d)?.number ?? ''),
  },
  decisionParty: {
    zh: '决定书没有当事人地址',
    en: 'Decision lacks the address',
    basis: [cite('CF', 59)],
    find: d =>
      when(
        d.file.party.address !== '' && decisionPaper(d)?.words.includes(d.file.party.address) === false,
        decisionPaper(d)?.number ?? '',
      ),
  },
  decisionFacts: {
    zh: '决定书的事实和调查终结报告不一致',
    en: 'Facts differ from the report',
    basis: [cite('CF', 59)],
    find: d =>
      when(
        paperOf(d, 'decision')?.words.includes(facts(d).replace(/。$/u, '')) === false,
        paperOf(d, 'decision')?.number ?? '',
      ),
  },
  approvalFacts: {
    zh: '审批表的事实和调查终结报告不一致',
    en: 'Facts of the approval differ',
    basis: [cite('CF', 57)],
    find: d =>
      when(
        paperOf(d, 'approval')?.words.includes(facts(d).replace(/。$/u, '')) === false,
        paperOf(d, 'approval')?.number ?? '',
      ),
  },
  decisionBasis: {
    zh: '决定书没有处罚依据',
    en: 'Decision cites no article',
    basis: [cite('CF', 59)],
    find: d => unwritten(d, `依据${ofOurs(d)?.sanction.slice(0, 1).map(formatCitation)}`),
  },
  decisionNorm: {
    zh: '决定书没有写违反了哪一条',
    en: 'Decision does not name the article that was broken',
    basis: [cite('CF', 59)],
    find: d => unwritten(d, `违反了${ofOurs(d)?.norm.slice(0, 1).map(formatCitation)}`),
  },
  decisionCorrection: {
    zh: '决定书没有责令改正违法行为',
    en: 'Decision does not order to correct',
    basis: [cite('CF', 28, { paragraph: 1 })],
    find: d =>
      when(
        penalty(d) !== undefined && decisionPaper(d)?.words.includes('责令') === false,
        decisionPaper(d)?.number ?? '',
      ),
  },
  decisionReconsider: {
    zh: '决定书没有写复议',
    en: 'Decision lacks reconsideration',
    basis: [cite('CF', 59), cite('FY', 20)],
    find: d => when(decisionPaper(d)?.words.includes('行政复议') === false, decisionPaper(d)?.number ?? ''),
  },
  decisionSue: {
    zh: '决定书没有写起诉的十五日',
    en: 'Decision lacks the fifteen days',
    basis: [cite('CF', 59), cite('ZMF', 41)],
    find: d =>
      when(
        decisionPaper(d)?.words.includes('十五日内') === false ||
          decisionPaper(d)?.words.includes('提起行政诉讼') === false,
        decisionPaper(d)?.number ?? '',
      ),
  },
  decisionPayment: {
    zh: '决定书没有写缴款的期限和方式',
    en: 'Decision lacks how to pay',
    basis: [cite('CF', 59), cite('CF', 67)],
    find: d =>
      when(
        (penalty(d)?.fine ?? 0) > 0 && decisionPaper(d)?.words.includes('缴纳') === false,
        decisionPaper(d)?.number ?? '',
      ),
  },
  decisionLateFee: {
    zh: '决定书没有写加处罚款及其上限',
    en: 'Decision lacks the late fee and its cap',
    basis: [cite('CF', 72)],
    find: d => {
      const words = decisionPaper(d)?.words
      return when(
        (penalty(d)?.fine ?? 0) > 0 && words?.includes('缴纳') === true && !words.includes('不超出罚款的数额'),
        decisionPaper(d)?.number ?? '',
      )
    },
  },
  simpleRemedy: {
    zh: '当场处罚没有写先复议',
    en: 'On-the-spot decision lacks: reconsider first',
    basis: [cite('FY', 23)],
    find: d =>
      when(
        paperOf(d, 'simpleDecision')?.words.includes('应当先') === false,
        paperOf(d, 'simpleDecision')?.number ?? '',
      ),
  },
  simpleAmount: {
    zh: '当场处罚超过数额',
    en: 'On-the-spot fine too large',
    basis: [cite('CF', 51)],
    find: ({ file }) => {
      const on = lastOf(file, 'decideOnSpot')
      const most = file.party.kind === 'person' ? 200_00 : 3000_00
      return when(on !== undefined && sanctionIn(on.input).fine > most, '公民二百元、单位三千元以下')
    },
  },
  serveLate: {
    zh: '决定书超过七个工作日送达',
    en: 'Served late',
    basis: [cite('CF', 61)],
    find: d => {
      const clock = clockOf(d, 'serve')
      const served = lastOf(d.file, 'serve')
      return when(
        clock !== undefined && served !== undefined && served.on > clock.dueOn,
        `期限${clock?.dueOn}，送达${served?.on}`,
      )
    },
  },
  serviceProof: {
    zh: '没有送达回证',
    en: 'No proof of service',
    basis: [cite('CF', 61)],
    find: d => when(lastOf(d.file, 'serve') !== undefined && !paperOf(d, 'serviceProof'), '缺送达回证'),
  },
  demandEarly: {
    zh: '缴款期没有满就催告',
    en: 'Demanded too early',
    basis: [cite('QZ', 54)],
    find: d => {
      const demanded = lastOf(d.file, 'demand')
      const pay = d.file.clocks.find(({ kind }) => kind === 'pay')
      return when(
        demanded !== undefined && pay !== undefined && demanded.on <= pay.dueOn,
        `期限${pay?.dueOn}，催告${demanded?.on}`,
      )
    },
  },
  courtEarly: {
    zh: '催告不满十个工作日就申请法院',
    en: 'Applied to the court too early',
    basis: [cite('QZ', 54)],
    find: d => {
      const [demanded, applied] = [lastOf(d.file, 'demand'), lastOf(d.file, 'applyCourt')]
      const first = demanded && addWorkingDays(d.calendar, Temporal.PlainDate.from(demanded.on), 10)
      return when(
        applied !== undefined && first?.ok === true && applied.on <= first.value.toString(),
        `催告${demanded?.on}，申请${applied?.on}`,
      )
    },
  },
  courtLate: {
    zh: '超过三个月才申请法院',
    en: 'Applied to the court too late',
    basis: [cite('QZ', 53)],
    find: d => {
      const clock = clockOf(d, 'court')
      const applied = lastOf(d.file, 'applyCourt')
      return when(applied !== undefined && clock !== undefined && applied.on > clock.dueOn, `期限${clock?.dueOn}`)
    },
  },
  closedUnpaid: {
    zh: '没有执行完就结案',
    en: 'Closed before execution',
    basis: [cite('CF', 66)],
    find: d => {
      const closed = lastOf(d.file, 'close')
      if (closed === undefined) return undefined
      const on = Temporal.PlainDate.from(closed.on)
      return when(balanceOf(d.file, on).owed > 0 && courtEnd(d.file, on) === undefined, '罚没款没有缴清')
    },
  },
  goodsUnbalanced: {
    zh: '涉案物品的账不平',
    en: 'Goods do not balance',
    basis: [cite('TL', 30), cite('CF', 74)],
    find: ({ goods }) => goods?.zh,
  },
} as const satisfies Readonly<Record<string, Check>>
