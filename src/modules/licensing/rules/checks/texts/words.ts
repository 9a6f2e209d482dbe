import type { Words } from '../../services/service.ts'

export interface FindingText extends Words {
  /** What the retailer should do, or what happens next; absent where nothing is needed. */
  readonly next?: Words
}

export const officer: Words = {
  zh: '工作人员会核对，不需要您再来一趟；需要补充时会打电话给您。',
  en: 'An officer will check. You need not come again; we will call if anything is missing.',
}

export const text = (zh: string, en: string, next?: Words): FindingText => (next ? { zh, en, next } : { zh, en })
