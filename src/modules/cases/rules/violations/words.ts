/** Who punishes (职权), as one word; the competence matrix of the procedure has the whole story. */
export const bodies = {
  tobacco: { zh: '烟草专卖局', en: 'tobacco monopoly bureau' },
  market: { zh: '市场监督管理部门', en: 'market regulator' },
} as const
export type Body = keyof typeof bodies

/** Who may be the party (当事人) of a violation. */
const subjects = {
  anybody: { zh: '任何单位或者个人', en: 'anybody' },
  unlicensed: { zh: '无证的单位或者个人', en: 'anybody without the licence' },
  retailer: { zh: '零售许可证持证人', en: 'holder of a retail licence' },
  wholesaler: { zh: '批发企业', en: 'wholesaler' },
  producer: { zh: '生产企业', en: 'producer' },
  carrier: { zh: '承运人', en: 'carrier' },
  auctioneer: { zh: '拍卖企业', en: 'auction house' },
  dutyFree: { zh: '免税烟草经营者', en: 'trader of duty-free tobacco' },
} as const
export type Subject = keyof typeof subjects

/** What a percentage of the fine is taken from (罚款基数). */
export const bases = {
  goodsValue: { zh: '违法烟草专卖品价值', en: 'value of the goods' },
  purchases: { zh: '进货总额', en: 'total of purchases' },
  sales: { zh: '违法销售总额', en: 'total of sales' },
  business: { zh: '违法经营总额', en: 'total of business' },
  wholesale: { zh: '批发总额', en: 'total of wholesale' },
} as const
export type Base = keyof typeof bases

/** What else is ordered beside or in place of the fine. */
export const measures = {
  correct: { zh: '责令改正', en: 'order to correct' },
  warn: { zh: '警告', en: 'warning' },
  stop: { zh: '责令停止', en: 'order to stop' },
  close: { zh: '责令关闭', en: 'order to close' },
  suspend: { zh: '责令暂停经营批发业务', en: 'suspension of wholesale' },
  gains: { zh: '没收违法所得', en: 'confiscation of gains' },
  goods: { zh: '没收违法的烟草专卖品', en: 'confiscation of the goods' },
  destroy: { zh: '公开销毁', en: 'destruction in public' },
  buy: { zh: '按七成价收购', en: 'purchase at 70 % of the price' },
  noAuctions: { zh: '取消拍卖烟草专卖品的资格', en: 'loss of the right to auction tobacco' },
  stopBusiness: { zh: '责令停业整顿', en: 'order to stop business' },
  revoke: { zh: '吊销许可证', en: 'revocation of the licence' },
  rectify: { zh: '责令暂停烟草专卖业务、整顿', en: 'suspension and rectification' },
  disqualify: { zh: '取消从事烟草专卖业务的资格', en: 'disqualification' },
} as const
export type Measure = keyof typeof measures
