import type { Words } from '../case-file.ts'
import { choice } from '../fields.ts'

/** 违法行为 by its code of reference §8.2; norms, sanctions and amounts stand in the table of violations. */
export const violationNames = {
  P01: { zh: '擅自收购烟叶', en: 'Unauthorised purchase of leaf' },
  P02: { zh: '无准运证运输', en: 'Transport without permit' },
  P03: { zh: '无准运证运输，情节严重', en: 'Transport without permit, serious' },
  P04: { zh: '明知而承运', en: 'Knowing carrier' },
  P05: { zh: '超限量邮寄、携带', en: 'Mailed or carried beyond the limit' },
  P06: { zh: '无证生产烟草制品', en: 'Unlicensed production' },
  P07: { zh: '无证生产纸、滤嘴棒、丝束、机械', en: 'Unlicensed production of paper and machinery' },
  P08: { zh: '无证批发', en: 'Unlicensed wholesale' },
  P09: { zh: '批发企业超范围经营', en: 'Wholesale beyond scope' },
  P10: { zh: '未在当地批发企业进货', en: 'Bought elsewhere' },
  P11: { zh: '无证零售（市场监管部门处罚）', en: 'Unlicensed retail (market regulator)' },
  P12: { zh: '销售非法生产的烟草专卖品', en: 'Sale of illegally produced goods' },
  P13: { zh: '跨省批发', en: 'Wholesale across provinces' },
  P14: { zh: '向无证者提供烟草专卖品', en: 'Supplying the unlicensed' },
  P15: { zh: '从无证者购买纸、滤嘴棒等', en: 'Buying from unlicensed producers' },
  P16: { zh: '免税烟草制品违规', en: 'Duty-free goods' },
  P17: { zh: '拍卖未验证竞买人资格', en: 'Auction without check' },
  P18: { zh: '向未成年人售烟等', en: 'Sale to minors' },
  P19: { zh: '转借、涂改、转让许可证', en: 'Misuse of a licence' },
  P20: { zh: '电子烟等新型制品', en: 'E-cigarettes' },
} as const satisfies Readonly<Record<string, Words>>

export const violationField = choice('violation', '违法行为', 'Violation', violationNames)
