import { createI18n } from '../../shared/i18n.ts'

/** Why a look was refused, as short as a table needs it; the keys are the names of the refusals. */
const refusalTexts = createI18n({
  zh: {
    itemNotReleased: '没有向该单位放行',
    fieldNotReleased: '要看没有放行的内容',
    partnerReads: '超过每日查看上限',
    agreementMissing: '没有约定',
    agreementNotYet: '约定还没有生效',
    agreementExpired: '约定已到期',
    agreementWithdrawn: '约定已终止',
    itemWithdrawn: '已收回',
  },
  en: {
    itemNotReleased: 'not released to it',
    fieldNotReleased: 'a field beyond the release',
    partnerReads: 'more looks than agreed',
    agreementMissing: 'no agreement',
    agreementNotYet: 'agreement not begun',
    agreementExpired: 'agreement expired',
    agreementWithdrawn: 'agreement ended',
    itemWithdrawn: 'withdrawn',
  },
})

const names = [
  ...(['itemNotReleased', 'fieldNotReleased', 'partnerReads', 'itemWithdrawn'] as const),
  ...(['agreementMissing', 'agreementNotYet', 'agreementExpired', 'agreementWithdrawn'] as const),
]

/** Words for a refusal by its name; a name the page does not know stays as it is. */
export function useRefusalWords(): (name: string) => string {
  const t = refusalTexts.useTexts()
  return name => {
    const known = names.find(one => one === name)
    return known === undefined ? name : t(known)
  }
}
