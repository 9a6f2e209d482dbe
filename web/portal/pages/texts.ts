import { createI18n } from '../../shared/i18n.ts'

export const texts = createI18n({
  zh: {
    renewal: '怎么延续许可证',
    'renewal.intro': '免费，带身份证就行；最好在届满前 90 日到 30 日之间办。',
    'renewal.name': '延续',
    'renewal.points': '找最近的服务点',
    privacy: '个人信息保护',
    'privacy.intro': '这里说明办理许可证时记什么、为什么、记多久，以及您的权利。',
    accessibility: '无障碍说明',
    'accessibility.intro': '这个网站按人人能用来做。下面是已经做到的、还没有做到的，以及遇到困难怎么办。',
    basis: '依据：',
  },
  en: {
    renewal: 'How to renew a licence',
    'renewal.intro': 'Free of charge; your identity card is enough. Best done between 90 and 30 days before expiry.',
    'renewal.name': 'renewal',
    'renewal.points': 'Find the nearest service point',
    privacy: 'Personal data',
    'privacy.intro': 'What is recorded when a licence is handled, why, for how long, and what rights you have.',
    accessibility: 'Accessibility',
    'accessibility.intro': 'This site is made for everybody. Here is what works, what does not yet, and what to do.',
    basis: 'Basis: ',
  },
})
