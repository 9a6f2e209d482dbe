import type { Guided } from '../../app/address.ts'
import type { Section } from '../section.tsx'

/** 先看条件: what is not already in the questions (reference §2.2, §2.5). The days a bureau may set are not here but in policy. */
export const before: Readonly<Record<Guided, Pick<Section, 'lines'>['lines']>> = {
  renewal: [
    {
      zh: '晚了也可以提交，由工作人员审查；不会由机器直接拒绝。',
      en: 'A late application is still taken; a person looks at it, and no machine refuses it.',
    },
    {
      zh: '按时提出、届满还没有决定的，视为准予延续。',
      en: 'If a timely application is undecided when the term ends, the renewal counts as granted.',
    },
  ],
  change: [
    {
      zh: '店名、经营者等营业执照上的内容，先到市场监管部门改好，再来变更许可证。',
      en: 'What stands on the business licence is changed at the market regulator first.',
    },
    {
      zh: '店搬了地方，或者换成别人经营，不是变更，要申请新办。',
      en: 'A move, or another person, is no change: that needs a new licence.',
    },
  ],
  suspend: [
    { zh: '停一个月以上、一年以内的，停之前申请。', en: 'For one month up to one year; apply before you stop.' },
    { zh: '停不到一个月的，不用申请。', en: 'For less than a month nothing is needed.' },
  ],
  resume: [
    {
      zh: '停业到期以前申请；想早点恢复，也可以提前申请。',
      en: 'Apply before the suspension ends, or earlier if you like.',
    },
  ],
  reissue: [
    { zh: '许可证还在有效期里。', en: 'The licence is still valid.' },
    { zh: '电子许可证和纸质的一样有效，不一定要补。', en: 'The electronic licence is as valid as paper.' },
  ],
  close: [
    {
      zh: '歇业后许可证注销，不能恢复；只是暂时不卖的，可以申请停业。',
      en: 'The licence is cancelled for good; for a pause, apply for a suspension.',
    },
  ],
  issue: [
    { zh: '先有营业执照，再申请许可证。', en: 'The business licence comes first.' },
    {
      zh: '有固定的经营场所，和住的地方分开，符合本地的零售点合理布局。',
      en: 'Fixed premises apart from the dwelling, within the local plan of retail points.',
    },
    {
      zh: '中小学、幼儿园周边不设烟草销售网点。',
      en: 'There is no selling point around schools and kindergartens.',
    },
  ],
}
