import { type Citation, cite } from '#kernel/citation'
import type { Words } from '../services/service.ts'

/** What two people look at (核查事项): conditions of the law that no register can answer (TL 9, S205 §43). */
export interface SiteCheckItem extends Words {
  readonly basis: readonly Citation[]
}

export const siteCheckItems = {
  fixedPlace: {
    zh: '有固定的经营场所，地址与申请一致',
    en: 'There is a fixed place, at the address of the application',
    basis: [cite('TL', 9), cite('S205', 43, { item: 4 })],
  },
  independent: {
    zh: '经营场所与住所相独立',
    en: 'The place is apart from any dwelling',
    basis: [cite('S205', 43, { item: 5 })],
  },
  safe: {
    zh: '没有易燃易爆、有毒有害等不适合经营的情形',
    en: 'Nothing explosive, poisonous or otherwise unsafe',
    basis: [cite('S205', 43, { item: 1 })],
  },
  asApplied: {
    zh: '店名、业态与申请一致',
    en: 'Name and kind of shop are as applied for',
    basis: [cite('XK', 34, { paragraph: 3 })],
  },
  person: {
    zh: '经营者本人在场，或者现场能确认是本人经营',
    en: 'The operator is there, or is shown to run the shop',
    basis: [cite('XK', 34, { paragraph: 3 })],
  },
} as const satisfies Record<string, SiteCheckItem>
export type SiteCheckItemCode = keyof typeof siteCheckItems
export const siteCheckItemCodes = Object.keys(siteCheckItems) as [SiteCheckItemCode, ...SiteCheckItemCode[]]

/** 看清了是、看清了不是、看不清: the machine draws no conclusion from any of them. */
export const siteCheckAnswers = {
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
  unclear: { zh: '不能确定', en: 'Unclear' },
} as const satisfies Record<string, Words>
export type SiteCheckAnswer = keyof typeof siteCheckAnswers
