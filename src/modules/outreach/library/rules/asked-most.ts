import { type Citation, cite } from '#kernel/citation'

export interface Asked {
  readonly zh: string
  readonly en: string
  readonly cites: readonly Citation[]
}

/** 大家常问: questions of shopkeepers with the articles that answer them, for a screen without a keyboard. */
export const askedMost = {
  need: { zh: '卖烟要办什么证？', en: 'Do I need a licence to sell tobacco?', cites: [cite('ZMF', 16), cite('TL', 9)] },
  renew: { zh: '证快到期了怎么办？', en: 'My licence is about to expire', cites: [cite('XK', 50), cite('S37', 32)] },
  source: { zh: '烟要从哪里进货？', en: 'Where must I buy?', cites: [cite('TL', 23), cite('TL', 56)] },
  minors: { zh: '能卖烟给学生吗？', en: 'May I sell to students?', cites: [cite('WB', 59), cite('WB', 123)] },
  unlicensed: { zh: '没有证卖烟会怎样？', en: 'Selling without a licence', cites: [cite('ZMF', 32), cite('TL', 57)] },
  fake: {
    zh: '卖假烟、走私烟会怎样？',
    en: 'Fake or smuggled tobacco',
    cites: [cite('TL', 25), cite('TL', 58), cite('ZMF', 33)],
  },
  carry: {
    zh: '能带多少烟、寄多少烟？',
    en: 'How much may be carried or posted?',
    cites: [cite('ZMF', 22), cite('ZMF', 29)],
  },
  change: { zh: '改店名、换地址要办吗？', en: 'A new name or address', cites: [cite('XK', 49), cite('S205', 21)] },
  pause: { zh: '暂时不开店要报吗？', en: 'Closing for a while', cites: [cite('S205', 23), cite('S37', 10)] },
  fee: { zh: '办证要钱吗？', en: 'Is there a fee?', cites: [cite('XK', 58)] },
  rights: { zh: '对决定不服怎么办？', en: 'I disagree with a decision', cites: [cite('FY', 20), cite('SS', 46)] },
  inspect: { zh: '来检查的人要出示什么？', en: 'What must inspectors show?', cites: [cite('TL', 49), cite('CF', 55)] },
} as const satisfies Readonly<Record<string, Asked>>
