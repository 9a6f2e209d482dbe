import { createI18n } from '../../shared/i18n.ts'

export const texts = createI18n({
  zh: {
    title: '查办件进度',
    intro: '申请编号和查询码在提交后的页面上。忘了的，可以到村里的终端刷身份证查。',
    number: '申请编号',
    numberHint: '以 R 开头，例如 R20261124-000123',
    code: '查询码（6位）',
    ask: '查询',
    asking: '正在查询',
    missing: '请填写申请编号和查询码。',
    failed: '{title}{next}',
    state: '现在',
    service: '办理事项',
    received: '收到的时间',
    due: '{label}，最晚',
    next: '下一步',
    again: '查另一件',
  },
  en: {
    title: 'Progress of an application',
    intro:
      'Number and code were shown when you submitted. If you forgot them, look it up with your card at a terminal.',
    number: 'Application number',
    numberHint: 'Begins with R, such as R20261124-000123',
    code: 'Progress code (6 characters)',
    ask: 'Look up',
    asking: 'Looking',
    missing: 'Please enter number and code.',
    failed: '{title} {next}',
    state: 'Now',
    service: 'Service',
    received: 'Received',
    due: '{label}, at the latest',
    next: 'Next step',
    again: 'Another one',
  },
})
