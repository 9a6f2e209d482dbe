import type { PolicySet } from '#platform/policy'

interface Limit {
  readonly breaks: (set: PolicySet) => boolean
  readonly zh: string
}

const over = (key: string, most: number) => (set: PolicySet) => set.number(key) > most

/** 法定上限: what a bureau may not publish, whatever it writes as a ground; each with its article. */
const limits: readonly Limit[] = [
  { breaks: over('application.correctionDays', 5), zh: '告知补正不得超过五个工作日（行政许可法第三十二条）。' },
  { breaks: over('application.legalDays', 20), zh: '法定期限是二十个工作日（行政许可法第四十二条）。' },
  {
    breaks: set => set.number('application.promisedDays') > set.number('application.legalDays'),
    zh: '承诺期限不得长于法定期限（行政许可法第四十二条）。',
  },
  { breaks: over('application.extensionDays', 10), zh: '延长不得超过十个工作日（行政许可法第四十二条）。' },
  { breaks: over('application.serveDays', 10), zh: '送达不得超过十个工作日（行政许可法第四十四条）。' },
  {
    breaks: set => set.number('application.hearingRequestDays') < 5,
    zh: '申请听证的期限不得少于五日（行政许可法第四十七条）。',
  },
  { breaks: over('renewal.leadDays', 30), zh: '不得要求早于届满三十日提出延续申请（行政许可法第五十条）。' },
  { breaks: over('renewal.termYears', 5), zh: '有效期最长五年（实施细则第四十八条，待确认）。' },
  {
    breaks: set => set.flag('application.siteCheckStopsClock'),
    zh: '实地核查不停止计算期限（行政许可法第四十五条）。',
  },
  { breaks: set => set.flag('automatic.issue'), zh: '新办须两人实地核查后由人决定（行政许可法第三十四条）。' },
  {
    breaks: set => ['renewal.identityMethods', 'identity.stepUpMethods'].some(key => set.text(key).trim() === 'face'),
    zh: '人脸不得是唯一的核验办法（人脸识别技术应用安全管理办法第十条）。',
  },
  { breaks: over('recheck.share', 100), zh: '复核比例不能超过百分之一百。' },
]

/** The first limit that a set of values breaks, in words; undefined = none. */
export const limitFault = (set: PolicySet): string | undefined => limits.find(limit => limit.breaks(set))?.zh
