import { createI18n } from '../../shared/i18n.ts'

export const queryTexts = createI18n({
  zh: {
    service: '查询打印',
    title: '您的许可证',
    state: '现在的状态',
    period: '有效期',
    periodValue: '{from} 至 {to}',
    daysLeft: '（还有 {days} 天）',
    applications: '正在办和办过的事',
    none: '这张许可证没有正在办的事。',
    received: '{day} 提交',
    due: '最晚 {day} 有结果',
    print: '打印查询件',
    printWhat: '打印件带水印，只作查询用，以电子证照为准。',
  },
  en: {
    service: 'Look up and print',
    title: 'Your licence',
    state: 'State',
    period: 'Valid',
    periodValue: '{from} to {to}',
    daysLeft: ' ({days} days left)',
    applications: 'Applications',
    none: 'There is no application for this licence.',
    received: 'Submitted {day}',
    due: 'Result by {day}',
    print: 'Print a copy',
    printWhat: 'The print has a watermark and is for information only; the electronic licence prevails.',
  },
})
