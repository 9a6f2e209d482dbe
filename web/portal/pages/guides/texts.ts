import { createI18n } from '../../../shared/i18n.ts'

export const texts = createI18n({
  zh: {
    guides: '办事指南',
    guide: '怎么办{service}',
    apply: '现在就办',
    film: '看示范短片',
    points: '找服务点',
    print: '打印这份指南',
    query: '查询打印',
    'query.how': '在自助终端放上身份证，可以看许可证和申请的进度，打印查询件。',
    withdraw: '撤回申请',
    'withdraw.how': '还没有决定的申请，可以在自助终端的查询打印里撤回，也可以用手机在“我的”里撤回。',
  },
  en: {
    guides: 'Guides',
    guide: 'Guide: {service}',
    apply: 'Apply now',
    film: 'See the film',
    points: 'Service points',
    print: 'Print this guide',
    query: 'Look up and print',
    'query.how': 'Lay your card on a terminal to see your licence and applications, and to print a copy.',
    withdraw: 'Withdraw an application',
    'withdraw.how': 'Until it is decided, withdraw it at a terminal under Look up, or on your telephone under Mine.',
  },
})
