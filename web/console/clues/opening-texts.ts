import { createI18n } from '../../shared/i18n.ts'

/** 启封. */
export const openingTexts = createI18n({
  zh: {
    ask: '申请启封身份',
    reason: '为什么必须知道举报人是谁',
    agree: '同意启封',
    refuse: '不同意',
    look: '查看身份（留痕）',
    by: '{asked} 申请，{agreed} 同意',
    asked: '{asked} 申请',
    until: '看到 {time} 为止，已看 {looks} 次',
    page: '启封审批',
    'page.intro': '查看举报人身份必须两个岗位的人一起批准，只能看 24 小时。',
    waiting: '待同意的申请',
    alarms: '已启封，待局负责人知悉',
    seen: '已知悉',
    none: '没有。',
    mine: '不能同意自己的申请。',
    named: '写到举报人身份、已拦下',
    'named.intro':
      '近 30 日里，有人在线索、案件、信息链或者给协作单位的文字里写到举报人的姓名、电话或者证件号。文字没有保存；请向写的人了解他从哪里知道。',
    'named.line': '{by}，{at}',
  },
  en: {
    ask: 'Ask to open the identity',
    reason: 'Why the reporter must be known',
    agree: 'Agree',
    refuse: 'Refuse',
    look: 'See the identity (on record)',
    by: 'Asked by {asked}, agreed by {agreed}',
    asked: 'Asked by {asked}',
    until: 'Until {time}, seen {looks} times',
    page: 'Openings',
    'page.intro': 'To see who reported takes two people of two offices and lasts a day.',
    waiting: 'Waiting for a second person',
    alarms: 'Opened, a head has not looked yet',
    seen: 'Seen',
    none: 'None.',
    mine: 'Not one’s own request.',
    named: 'Texts refused because they named who reported',
    'named.intro':
      'In the last 30 days somebody wrote the name, telephone or number of who reported into a clue, case, chain or words for a partner. Nothing was saved; ask the writer how he knows.',
    'named.line': '{by}, {at}',
  },
})
