import { cite } from './citation.ts'

/** 页面自己写明的依据: screens that name an article beside what comes from the rules; they read it from here. */
export const pageLaw = {
  kioskCardExpired: {
    zh: '自助终端：身份证过了有效期',
    en: 'Terminal: the card has expired',
    // 有效期满应当换领新证
    basis: [cite('SFZ', 11)],
    path: '/kiosk/',
  },
  kioskNoLicence: {
    zh: '自助终端：名下没有许可证',
    en: 'Terminal: no licence',
    basis: [cite('ZMF', 16)],
    path: '/kiosk/',
  },
  consoleGoodsHeld: {
    zh: '涉案物品：先行登记保存的期限',
    en: 'Goods: the limit of keeping',
    basis: [cite('CF', 56)],
    path: '/console/goods',
  },
  consoleDenialGrounds: {
    zh: '办件：不予延续的情形',
    en: 'File: grounds for a denial',
    basis: [cite('S205', 43)],
    path: '/console/work',
  },
} as const
