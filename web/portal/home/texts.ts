import { createI18n } from '../../shared/i18n.ts'

/** In the order of how often they are asked for; the names of the definitions, in fewer words for a small screen. */
export const homeServices = ['renewal', 'change', 'suspend', 'resume', 'reissue', 'close', 'issue'] as const

export const texts = createI18n({
  zh: {
    title: '许可证办事',
    renewal: '延续',
    'renewal.help': '快到期了，接着卖',
    change: '变更',
    'change.help': '电话、店名等变了',
    suspend: '停业',
    'suspend.help': '停一个月以上',
    resume: '恢复营业',
    'resume.help': '停业后重新开',
    reissue: '补办',
    'reissue.help': '许可证丢了、坏了',
    close: '歇业',
    'close.help': '不再卖烟，注销',
    issue: '新办',
    'issue.help': '还没有许可证',
    mine: '查询、撤回',
    'mine.help': '许可证、办件、打印',
  },
  en: {
    title: 'Licence services',
    renewal: 'Renewal',
    'renewal.help': 'Before it expires',
    change: 'Change',
    'change.help': 'Telephone, name …',
    suspend: 'Suspension',
    'suspend.help': 'For a month or more',
    resume: 'Resumption',
    'resume.help': 'Open again',
    reissue: 'Reissue',
    'reissue.help': 'Lost or damaged',
    close: 'Closing',
    'close.help': 'No more tobacco',
    issue: 'New licence',
    'issue.help': 'None yet',
    mine: 'Look up, withdraw',
    'mine.help': 'Licences, applications',
  },
})
