import { cite } from '#kernel/citation'
import { competenceOf } from '../competence.ts'
import { lastOf, listIn, textIn } from '../procedure/fields.ts'
import { certifiedOn } from '../procedure/needs.ts'
import { isOut } from '../records/custody.ts'
import { beforeDecision, type Check, clockOf, decision, penalty, staffId, when } from './dossier.ts'

const decided = (d: Parameters<Check['find']>[0]) => decision(d) ?? lastOf(d.file, 'decideOnSpot')

/** 主体、立案、证据 */
export const peopleChecks = {
  twoOfficers: {
    zh: '办案人员少于两人',
    en: 'Fewer than two officers',
    basis: [cite('CF', 42)],
    find: d => when(decided(d) !== undefined && new Set(d.file.officers).size < 2, '决定时只有一名办案人员'),
  },
  certificate: {
    zh: '办案人员的执法证无效',
    en: 'No valid certificate',
    basis: [cite('CF', 42), cite('TL', 49)],
    find: d => {
      const on = beforeDecision(d, 'report')?.on ?? lastOf(d.file, 'decideOnSpot')?.on
      const bad =
        on &&
        d.file.officers.find(
          id =>
            !certifiedOn(
              d.officers.find(o => o.id === id),
              on,
            ),
        )
      return bad ? `${d.officers.find(o => o.id === bad)?.name ?? bad}在${on}没有有效的执法证` : undefined
    },
  },
  recusedActed: {
    zh: '已决定回避的人仍在办案',
    en: 'Somebody who stood back acted',
    basis: [cite('CF', 43)],
    find: ({ file }) => {
      const back = file.steps.filter(s => s.event === 'decideRecusal' && s.input['granted'] === 'yes')
      const acted = file.steps.find(s => back.some(b => b.n < s.n && staffId(s.by) === b.input['officer']))
      return acted && `第${acted.n}步由已回避的人办理`
    },
  },
  recusalOpen: {
    zh: '回避申请没有决定',
    en: 'Recusal not decided',
    basis: [cite('CF', 43)],
    find: d => {
      const asked = lastOf(d.file, 'askRecusal')
      const answered = d.file.steps.some(s => s.event === 'decideRecusal' && s.n > (asked?.n ?? 0))
      return when(asked !== undefined && !answered && decision(d) !== undefined, '回避申请没有决定就作出处罚')
    },
  },
  filingMissing: {
    zh: '没有立案',
    en: 'Never filed',
    basis: [cite('S93', 35), cite('CF', 54)],
    find: d => when(decision(d) !== undefined && !lastOf(d.file, 'approveFiling'), '没有批准立案的记录'),
  },
  filingLate: {
    zh: '立案超过期限',
    en: 'Filed late',
    basis: [cite('S93', 33), cite('S93', 35)],
    find: d => {
      const clock = d.file.clocks.find(({ kind }) => kind === 'check' || kind === 'sceneFiling')
      const filed = d.file.steps.find(s => s.event === 'approveFiling')
      return when(
        clock !== undefined && filed !== undefined && filed.on > clock.dueOn,
        `期限${clock?.dueOn}，立案${filed?.on}`,
      )
    },
  },
  filingBySame: {
    zh: '立案的提出和批准是同一人',
    en: 'Filing asked and approved by one person',
    basis: [cite('S93', 35)],
    find: ({ file }) => {
      const filed = lastOf(file, 'approveFiling')
      const asked = file.steps.findLast(s => s.event === 'askFiling' && s.n < (filed?.n ?? 0))
      return when(filed !== undefined && asked?.by === filed.by, `第${filed?.n}步`)
    },
  },
  competence: {
    zh: '处罚了应当由其他机关处罚的行为',
    en: 'Punished what another agency punishes',
    basis: [cite('ZMF', 32), cite('TL', 57)],
    find: d => {
      const who = competenceOf(d.file.violation)
      return when(penalty(d) !== undefined && who !== undefined && who.who !== 'bureau', `${who?.zh}不由本局处罚`)
    },
  },
  violationMissing: {
    zh: '没有确定违法行为',
    en: 'No violation named',
    basis: [cite('CF', 40), cite('CF', 59)],
    find: d => when(penalty(d) !== undefined && d.file.violation === null, '违法行为是空的'),
  },
  partyUnknown: {
    zh: '当事人情况不全',
    en: 'Party incomplete',
    basis: [cite('CF', 59)],
    find: d => {
      const { name, address } = d.file.party
      return when(penalty(d) !== undefined && (address === '' || name === '身份不明'), '缺姓名或者地址')
    },
  },
  timeBarred: {
    zh: '超过处罚时效',
    en: 'Time-barred',
    basis: [cite('CF', 36)],
    find: d => {
      const { happenedOn, openedOn } = d.file
      const barred = happenedOn !== null && Temporal.PlainDate.from(happenedOn).add({ years: 2 }).toString() < openedOn
      return when(penalty(d) !== undefined && barred, `行为发生在${happenedOn}，两年内没有发现`)
    },
  },
  noEvidence: {
    zh: '没有证据',
    en: 'No evidence',
    basis: [cite('CF', 40), cite('CF', 46)],
    find: d => when(beforeDecision(d, 'report') !== undefined && d.evidence.length === 0, '案卷里没有证据'),
  },
  evidenceAltered: {
    zh: '证据和登记的摘要对不上',
    en: 'Evidence differs from its digest',
    basis: [cite('CF', 46)],
    find: ({ evidence }) => {
      const bad = evidence.find(({ intact }) => !intact)
      return bad && `证据${bad.n}`
    },
  },
  custodyBroken: {
    zh: '证据没有保管记录',
    en: 'Evidence without custody',
    basis: [cite('CF', 47)],
    find: ({ evidence }) => {
      const bad = evidence.find(({ custody }) => custody[0] !== 'taken')
      return bad && `证据${bad.n}`
    },
  },
  custodyOut: {
    zh: '证据外借、送检没有归还就归档',
    en: 'Archived while evidence was out',
    basis: [cite('CF', 47), cite('DA', 13)],
    find: ({ evidence, file }) => {
      const out = lastOf(file, 'archive') && evidence.find(({ custody }) => isOut(custody.at(-1)))
      return out && `证据${out.n}`
    },
  },
  recordMissing: {
    zh: '没有询问笔录或者检查笔录',
    en: 'No record of questioning or inspection',
    basis: [cite('CF', 55)],
    find: d =>
      when(
        beforeDecision(d, 'report') !== undefined &&
          d.records.length === 0 &&
          !d.evidence.some(({ kind }) => kind === 'record'),
        '案卷里没有笔录',
      ),
  },
  recordUnsigned: {
    zh: '笔录没有第二名办案人员签名',
    en: 'Record without second signature',
    basis: [cite('CF', 42), cite('CF', 55)],
    find: ({ records }) =>
      when(
        records.some(({ secondBy }) => secondBy === null),
        '有笔录只有一人签名',
      ),
  },
  recordByOther: {
    zh: '笔录不是本案办案人员制作',
    en: 'Record by somebody else',
    basis: [cite('CF', 42)],
    find: ({ records, file }) => {
      const ever = new Set(
        file.steps
          // Those whom the head had sent to the visit are named where the case begins.
          .filter(s => s.event === 'appoint' || s.event === 'open')
          .flatMap(s => listIn(s.input, 'officers')),
      )
      return when(
        records.some(({ by }) => ever.size > 0 && !ever.has(staffId(by))),
        '制作人不是办案人员',
      )
    },
  },
  recordAltered: {
    zh: '笔录和签名时的内容对不上',
    en: 'Record differs from what was signed',
    basis: [cite('CF', 46)],
    find: ({ records }) =>
      when(
        records.some(({ intact }) => !intact),
        '笔录摘要不符',
      ),
  },
  holdLate: {
    zh: '先行登记保存超过七个工作日',
    en: 'Evidence kept too long',
    basis: [cite('CF', 56), cite('CF', 85)],
    find: d => {
      const late = d.file.clocks.find(c => c.kind === 'hold' && (c.endedOn ?? d.today) > c.dueOn)
      return late && `期限${late.dueOn}，处理${late.endedOn ?? '还没有'}`
    },
  },
  holdOpen: {
    zh: '先行登记保存没有处理就作出决定',
    en: 'Decided over kept evidence',
    basis: [cite('CF', 56)],
    find: d =>
      when(
        decision(d) !== undefined &&
          clockOf(d, 'hold')?.state === 'running' &&
          (clockOf(d, 'hold')?.dueOn ?? '') >= d.today,
        '还没有处理决定',
      ),
  },
  holdPaper: {
    zh: '先行登记保存没有通知书',
    en: 'Evidence kept without a paper',
    basis: [cite('CF', 56)],
    find: d =>
      when(lastOf(d.file, 'holdEvidence') !== undefined && !d.papers.some(({ kind }) => kind === 'hold'), '缺通知书'),
  },
  electronicConsent: {
    zh: '电子送达没有当事人的确认书',
    en: 'Electronic service without consent',
    basis: [cite('CF', 61)],
    find: ({ file }) => {
      const served = file.steps.find(
        s => s.event === 'serve' && textIn(s.input, 'how') === 'electronic' && s.input['consent'] !== true,
      )
      return served && `第${served.n}步`
    },
  },
} as const satisfies Readonly<Record<string, Check>>
