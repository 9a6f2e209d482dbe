import type { CaseAsked, CaseInput } from '#modules/cases'
import type { CaseStaff } from './cases.ts'

type Step = readonly [daysAgo: number, who: keyof CaseStaff, event: string, input?: CaseInput]

export interface DemoCase {
  readonly since: number
  readonly opened: Pick<CaseAsked, 'path' | 'about' | 'origin' | 'violation' | 'areaCode'>
  /** 证件 of the dock whose shop it is about, where the county has it. */
  readonly shopOf?: string
  readonly party: { readonly name: string; readonly address: string; readonly idNo?: string; readonly phone?: string }
  readonly steps: readonly Step[]
}

const served = { how: 'direct', receivedBy: '当事人本人' }
const agreed = { jurisdiction: true, facts: true, law: true, words: '同意（模拟）' }
const appoint = (days: number): Step => [days, 'head', 'appoint', { officers: 'both' }]
const filed = (from: number, violation: string): readonly Step[] => [
  appoint(from),
  [from, 'first', 'askFiling', { violation, words: '现场检查发现，有照片和询问笔录（模拟）' }],
  [from - 1, 'head', 'approveFiling'],
  [from - 1, 'first', 'papers'],
]
const report = (fine: string, gains: string): CaseInput => ({
  ...{ result: 'penalty', fine, gains, goods: 'none', licence: 'none', happenedOn: '-100d' },
  ...{ facts: '当事人从外地购进卷烟在店内销售（模拟）', proof: '照片、询问笔录、进货记录', why: '首次，主动配合调查' },
})
/** `base`: what the fine is a share of, in yuan, as it was established. */
const reviewed = (from: number, fine: string, base: CaseInput, said: CaseInput = {}): readonly Step[] => [
  [from, 'first', 'amounts', base],
  [from, 'first', 'report', { ...report(fine, '200'), ...said }],
  [from - 1, 'legal', 'passReview', agreed],
]
const proposal = (fine: string, gains = '200'): CaseInput => ({
  ...{ result: 'penalty', fine, gains, goods: 'none', licence: 'none', why: '当事人没有提出申辩（模拟）' },
})

const disqualified: CaseInput = { licence: 'revoke', facts: '三次把许可证借给他人经营（模拟）' }

/** Eleven cases (模拟数据), each left standing at another place of the procedure. */
export const demoCases: readonly DemoCase[] = [
  {
    since: 3,
    opened: { path: 'ordinary', about: '12313 举报店内卖外地烟（模拟）', origin: 'clue', areaCode: '440785103' },
    party: { name: '身份不明', address: '' },
    steps: [],
  },
  {
    since: 6,
    opened: {
      path: 'ordinary',
      about: '检查发现未在当地批发企业进货（模拟）',
      origin: 'finding',
      areaCode: '440785101',
    },
    party: { name: '谭模甲', address: '圣堂镇模拟路 3 号' },
    steps: [appoint(5), [4, 'first', 'askFiling', { violation: 'P10', words: '货架上有非本店喷码卷烟 8 条（模拟）' }]],
  },
  {
    since: 12,
    opened: {
      path: 'ordinary',
      about: '查获无准运证运输卷烟（模拟）',
      origin: 'scene',
      violation: 'P02',
      areaCode: '440785109',
    },
    // The telephone of the driver whom a caller names (demo clues).
    party: { name: '吴模乙', address: '横陂镇模拟村 12 号', phone: '13900000215' },
    steps: [
      ...filed(11, 'P02'),
      [
        2,
        'head',
        'holdEvidence',
        { items: ['卷烟 300 条'], place: '本局证物库', risk: true, words: '容易转移（模拟）' },
      ],
    ],
  },
  {
    since: 40,
    opened: {
      path: 'ordinary',
      about: '未在当地批发企业进货，数额较大（模拟）',
      origin: 'finding',
      areaCode: '440785103',
    },
    party: { name: '梁模丙', address: '沙湖镇模拟街 8 号' },
    steps: [
      ...filed(38, 'P10'),
      ...reviewed(20, '8000', { purchases: '100000' }),
      [17, 'first', 'notify', served],
      [15, 'legal', 'askHearing', { askedOn: '-15d', words: '认为数额算错了（模拟）' }],
      [14, 'legal', 'callHearing', { heldOn: '+5d', heldAt: '09:00', place: '本局三楼会议室', chair: 'legal' }],
    ],
  },
  {
    since: 50,
    opened: { path: 'ordinary', about: '销售非法生产的卷烟（模拟）', origin: 'finding', areaCode: '440785106' },
    party: { name: '岑模丁', address: '大田镇模拟路 1 号' },
    steps: [
      ...filed(48, 'P12'),
      ...reviewed(30, '1500', { sales: '5000' }, { facts: '当事人销售没有合法生产企业标识的卷烟（模拟）' }),
      [28, 'first', 'notify', served],
      [2, 'first', 'propose', proposal('1500')],
    ],
  },
  {
    since: 110,
    opened: {
      path: 'ordinary',
      about: '未在当地批发企业进货，逾期未缴款（模拟）',
      origin: 'finding',
      areaCode: '440785104',
    },
    party: { name: '冯模戊', address: '牛江镇模拟街 5 号' },
    steps: [
      ...filed(108, 'P10'),
      ...reviewed(80, '1200', { purchases: '15000' }),
      [78, 'first', 'notify', served],
      [60, 'first', 'propose', proposal('1200')],
      [59, 'head', 'decide'],
      [57, 'first', 'serve', served],
      [56, 'head', 'publish', { how: 'published', words: '有一定社会影响（模拟）' }],
      [20, 'first', 'demand', served],
    ],
  },
  {
    since: 120,
    opened: { path: 'ordinary', about: '未在当地批发企业进货（模拟）', origin: 'finding', areaCode: '440785105' },
    party: { name: '郑模己', address: '良西镇模拟路 9 号' },
    steps: [
      ...filed(118, 'P10'),
      ...reviewed(100, '900', { purchases: '12000' }),
      [98, 'first', 'notify', served],
      [80, 'first', 'propose', proposal('900')],
      [79, 'head', 'decide'],
      [77, 'first', 'serve', served],
      [70, 'first', 'pay', { amount: '1100', paidOn: '-70d', way: 'bank', receipt: '模拟票据 0007' }],
      [69, 'head', 'publish', { how: 'published', words: '同类行为多发，有一定社会影响（模拟）' }],
      [68, 'first', 'askClosing', { words: '罚没款已缴清（模拟）' }],
      [67, 'head', 'close'],
    ],
  },
  {
    since: 9,
    opened: {
      path: 'ordinary',
      about: '菜市场无证零售卷烟（模拟）',
      origin: 'clue',
      violation: 'P11',
      areaCode: '440785001',
    },
    party: { name: '李模庚', address: '恩城街道模拟市场 21 档' },
    steps: [
      [
        5,
        'head',
        'refer',
        {
          to: 'market',
          why: 'act',
          act: 'unlicensedRetail',
          words: '现场照片 2 张，摊位未办理许可证（模拟）',
          contact: '市监局综合执法股（模拟）',
        },
      ],
    ],
  },
  {
    since: 8,
    opened: {
      path: 'ordinary',
      about: '货车无证运输卷烟 25 万支（模拟）',
      origin: 'scene',
      violation: 'P03',
      areaCode: '440785109',
    },
    // The same telephone again: two cases that share something, so that 网络案件 has what to propose.
    party: { name: '莫模辛', address: '外县模拟村 6 号', phone: '13900000215' },
    steps: [
      ...filed(8, 'P03'),
      [2, 'first', 'askTransfer', { words: '涉嫌非法经营，25 万支，超过 20 万支的标准（模拟）', team: true }],
      [2, 'head', 'approveTransfer', { principal: true }],
      [
        2,
        'first',
        'sendTransfer',
        {
          to: '恩平市公安局（模拟）',
          receivedBy: '值班民警（模拟）',
          attached: ['调查报告', '物品清单', '检验报告'],
          copied: true,
        },
      ],
    ],
  },
  {
    since: 4,
    opened: {
      path: 'simple',
      about: '没有设置不向未成年人销售的标志（模拟）',
      origin: 'scene',
      violation: 'P18',
      areaCode: '440785103',
    },
    party: { name: '甄模壬', address: '沙湖镇模拟街 30 号' },
    steps: [
      [
        4,
        'first',
        'tellOnSpot',
        {
          officers: 'both',
          shown: true,
          facts: '店内没有设置不向未成年人销售烟草制品的标志（模拟）',
          said: '马上补上',
          proof: ['照片'],
        },
      ],
      [4, 'first', 'decideOnSpot', { result: 'penalty', fine: '100', place: '店内', signed: 'yes' }],
    ],
  },
  {
    // Its decision bars the party from a licence for some years (不良记录), and 待办 proposes to carry it out.
    since: 70,
    shopOf: 'lent-licence',
    opened: { path: 'ordinary', about: '出借许可证，情节严重（模拟）', origin: 'finding', areaCode: '440785103' },
    party: { name: '范模癸', address: '沙湖镇圩镇新街44号', idNo: '440785197604069531' },
    steps: [
      ...filed(68, 'P19'),
      [50, 'first', 'report', { ...report('', ''), ...disqualified }],
      [49, 'legal', 'passReview', agreed],
      [48, 'first', 'notify', served],
      [30, 'legal', 'deliberate', { present: ['甲', '乙', '丙'], words: '三次出借（模拟）', conclusion: '取消资格' }],
      [29, 'first', 'propose', { ...proposal('', ''), ...disqualified }],
      [28, 'head', 'decide'],
      [26, 'first', 'serve', served],
    ],
  },
]
