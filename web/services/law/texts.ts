import { createI18n } from '../../shared/i18n.ts'

export const lawTexts = createI18n({
  zh: {
    basis: '依据',
    loading: '正在打开条文…',
    failed: '现在打不开条文，可以请工作人员查给您看。',
    noText: '这一条的全文还没有录入，可以请工作人员查给您看。',
    summary: '以上是本系统写的摘要，以公布的条文为准。',
    unsure: '以上是摘要，没有逐字核对过原文，以公布的条文为准。',
  },
  en: {
    basis: 'Basis',
    loading: 'Opening the article…',
    failed: 'The article cannot be opened now. A member of staff can show it to you.',
    noText: 'The full text of this article has not been entered yet. A member of staff can show it to you.',
    summary: 'This is our own summary in Chinese; the published article prevails.',
    unsure: 'This is a summary in Chinese that was not compared word by word; the published article prevails.',
  },
})
