import { createI18n } from '../../../shared/i18n.ts'

export const texts = createI18n({
  zh: {
    guides: '办事指南',
    guide: '怎么办{service}',
    query: '查询打印',
    'query.how': '在自助终端放上身份证，可以看许可证和申请的进度，打印查询件。',
  },
  en: {
    guides: 'Guides',
    guide: 'Guide: {service}',
    query: 'Look up and print',
    'query.how': 'Lay your card on a terminal to see your licence and applications, and to print a copy.',
  },
})
