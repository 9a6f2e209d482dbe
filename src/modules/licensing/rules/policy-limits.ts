import type { PolicySet } from '#platform/policy'

const listOf = (text: string): string[] => text.split(',').map(part => part.trim())

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
  {
    breaks: set => !/^(?:(?:\*|\d{9}):[A-Z])?(?:,(?:\*|\d{9}):[A-Z])*$/u.test(set.text('layout.classes')),
    zh: '布局类别写成“镇街代码:类别”，用逗号隔开，例如 *:C,440785001:A。',
  },
  {
    breaks: set => !/^[A-Z]:\d{1,4}(?:,[A-Z]:\d{1,4})*$/u.test(set.text('layout.spacing')),
    zh: '各类区域的间距写成“类别:米”，用逗号隔开，例如 A:30,B:40,C:50。',
  },
  {
    breaks: set => !/^(?:\d{9}:\d{1,5}(?:,\d{9}:\d{1,5})*)?$/u.test(set.text('layout.quotas')),
    zh: '零售点总数写成“镇街代码:个数”，用逗号隔开；没有规定的镇街不写。',
  },
  {
    breaks: set =>
      listOf(set.text('identity.realNameMethods')).includes('code') || set.number('identity.realNameLevel') < 3,
    zh: '短信验证码没有核验身份证件；统一身份认证要三级以上（国务院关于在线政务服务的若干规定第五条，等级待省平台确认）。',
  },
  { breaks: over('recheck.share', 100), zh: '复核比例不能超过百分之一百。' },
]

/** The first limit that a set of values breaks, in words; undefined = none. */
export const limitFault = (set: PolicySet): string | undefined => limits.find(limit => limit.breaks(set))?.zh
