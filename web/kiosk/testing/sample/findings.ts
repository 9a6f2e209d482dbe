import type { Finding } from '#contract/licensing'

const finding = (
  rule: string,
  outcome: Finding['outcome'],
  words: Pick<Finding, 'reason' | 'reasonEn' | 'basis'> & Partial<Finding>,
): Finding => ({
  rule,
  outcome,
  next: null,
  nextEn: null,
  facts: {},
  ...words,
})

export const passed: readonly Finding[] = [
  finding('R01', 'pass', {
    reason: '申请人就是持证人。',
    reasonEn: 'The applicant is the holder.',
    basis: [{ instrument: 'S37', article: 9 }],
  }),
  finding('R06', 'pass', {
    reason: '离有效期届满还有三十日以上，申请及时。',
    reasonEn: 'The application is more than thirty days before expiry.',
    basis: [{ instrument: 'XK', article: 50, paragraph: 1 }],
  }),
  finding('R08', 'pass', {
    reason: '店铺与最近的学校出入口距离符合要求。',
    reasonEn: 'The shop is far enough from the nearest school gate.',
    basis: [
      { instrument: 'WB', article: 59 },
      { instrument: 'S205', article: 43, item: 2 },
    ],
  }),
]

export const toPerson: readonly Finding[] = [
  finding('R10', 'person', {
    reason: '同一地址还有一张有效的许可证，要由工作人员核对是不是同一家店。',
    reasonEn: 'Another valid licence has the same address; staff must check whether it is the same shop.',
    next: '工作人员会打电话或者上门核对，您不用再跑。',
    nextEn: 'A member of staff will call or visit you; there is no need to come again.',
    basis: [{ instrument: 'XK', article: 34 }],
  }),
  finding('R04', 'notChecked', {
    reason: '未能核对营业执照（市场监管系统暂时无响应），已转人工。',
    reasonEn: 'The business licence could not be checked because the registry did not answer; staff will do it.',
    basis: [{ instrument: 'S205', article: 43, item: 3 }],
  }),
]

export const tooEarly = finding('R06', 'stop', {
  reason: '离有效期届满还有 585 天，延续要在届满前九十天内申请。',
  reasonEn: 'There are 585 days until expiry; a renewal is taken in the last ninety days.',
  next: '请在 2028年4月1日以后再来，不用提前跑。',
  nextEn: 'Come after 1 April 2028.',
  basis: [{ instrument: 'XK', article: 50 }],
})

export const suspended = finding('R05', 'stop', {
  reason: '许可证现在是停业状态，停业期间不能办延续。',
  reasonEn: 'The licence is suspended and cannot be renewed now.',
  next: '请先到窗口办理恢复营业，再办延续。',
  nextEn: 'Apply to resume business at the counter first.',
  basis: [{ instrument: 'S205', article: 23 }],
})

export const duplicate = finding('R17', 'stop', {
  reason: '这张许可证在 2026年11月20日已经提交过延续，正在办理。',
  reasonEn: 'A renewal of this licence was submitted on 20 November 2026 and is in progress.',
  next: '不用重复提交，可以在“查询打印”里看办到哪一步。',
  nextEn: 'There is no need to submit again; look it up under “Look up and print”.',
  basis: [{ instrument: 'XK', article: 32 }],
})
