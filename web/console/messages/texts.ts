import { createI18n } from '../../shared/i18n.ts'

export const texts = createI18n({
  zh: {
    unreached: '没有送达的到期提醒',
    'unreached.help': '短信没有送到，请打电话、上门，或者到窗口时告诉零售户；记下怎么告知的。',
    shop: '零售户',
    validTo: '许可证到期',
    why: '为什么没有送达',
    town: '镇街',
    toldHow: '已经告知',
    'why.noPhone': '没有登记电话',
    'why.lost': '运营商没有送达',
    'why.refused': '没有发出：{why}',
    title: '短信',
    none: '没有给这一户发过短信。',
    'kind.renewalReminder': '到期提醒',
    'kind.credit': '信用事项',
    'kind.other': '通知',
    'state.queued': '等待发送',
    'state.sent': '已发出，等回执',
    'state.delivered': '已送达',
    'state.failed': '没有送达',
    told: '{way}告知，{at}',
  },
  en: {
    unreached: 'Reminders that reached nobody',
    'unreached.help': 'The message did not arrive: call, go there, or tell the retailer at the counter, and note how.',
    shop: 'Retailer',
    validTo: 'Licence ends',
    why: 'Why it did not arrive',
    town: 'Town',
    toldHow: 'Told',
    'why.noPhone': 'No number on file',
    'why.lost': 'Not delivered by the carrier',
    'why.refused': 'Not sent: {why}',
    title: 'Messages',
    none: 'No message was sent to this shop.',
    'kind.renewalReminder': 'Reminder of expiry',
    'kind.credit': 'Credit',
    'kind.other': 'Notice',
    'state.queued': 'waiting',
    'state.sent': 'sent, receipt awaited',
    'state.delivered': 'delivered',
    'state.failed': 'not delivered',
    told: 'told: {way}, {at}',
  },
})

/** Why a message reached nobody, in words. */
export function whyWords(error: string | null): string {
  if (error === 'noPhone') return texts.t('why.noPhone')
  return error === null ? texts.t('why.lost') : texts.t('why.refused', { why: error })
}
