import { createI18n } from '../../shared/i18n.ts'

export const texts = createI18n({
  zh: {
    privacy: '个人信息保护',
    'privacy.intro': '这里说明办理许可证时记什么、为什么、记多久，以及您的权利。',
    accessibility: '无障碍说明',
    'accessibility.intro': '这个网站按人人能用来做。下面是已经做到的、还没有做到的，以及遇到困难怎么办。',
  },
  en: {
    privacy: 'Personal data',
    'privacy.intro': 'What is recorded when a licence is handled, why, for how long, and what rights you have.',
    accessibility: 'Accessibility',
    'accessibility.intro': 'This site is made for everybody. Here is what works, what does not yet, and what to do.',
  },
})
