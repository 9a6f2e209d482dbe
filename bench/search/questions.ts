/** What somebody types, and the articles any of which would answer it. */
export type Wanted = readonly [question: string, ...articles: readonly string[]]

/** By title and number, in both notations, with short names. */
const byNumber: readonly Wanted[] = [
  ['行政许可法第五十条', 'XK 50'],
  ['行政许可法 50', 'XK 50'],
  ['许可法第50条', 'XK 50'],
  ['烟草专卖法第三十二条', 'ZMF 32'],
  ['烟草专卖法 32', 'ZMF 32'],
  ['烟草法第32条', 'ZMF 32'],
  ['专卖法实施条例23', 'TL 23'],
  ['烟草条例第五十六条', 'TL 56'],
  ['未保法59条', 'WB 59'],
  ['未成年人保护法第５９条', 'WB 59'],
  ['处罚法六十三条', 'CF 63'],
  ['个保法第十五条', 'GX 15'],
  ['行诉法46', 'SS 46'],
  ['刑法第二百二十五条', 'XF 225'],
  ['刑法 140', 'XF 140'],
]

/** By words of the text and by what people say. */
const byWords: readonly Wanted[] = [
  ['学校周边不得设置烟销售网点', 'WB 59'],
  ['向未成年人卖烟', 'WB 59', 'WB 123', 'ZMF 5'],
  ['烟证要什么条件', 'TL 9'],
  ['取得零售许可证的条件', 'TL 9'],
  ['有效期届满三十日前', 'XK 50'],
  ['在当地烟草批发企业进货', 'TL 23', 'TL 56'],
  ['无证卖烟', 'ZMF 32', 'TL 57'],
  ['没有证卖烟罚多少', 'ZMF 32', 'TL 57', 'TL 54'],
  ['卖假烟', 'TL 25', 'TL 58', 'ZMF 33', 'ZMF 31'],
  ['邮寄香烟限量', 'ZMF 22', 'TL 38', 'TL 35', 'ZMF 29'],
  ['准运证', 'ZMF 21', 'TL 34', 'TL 35', 'ZMF 29', 'TL 52', 'TL 37', 'ZMF 34'],
  ['先行登记保存', 'CF 56'],
  ['执法人员不得少于两人', 'CF 42'],
  ['首违不罚', 'CF 33'],
  ['初次违法且危害后果轻微', 'CF 33'],
  ['九十日内作出处罚决定', 'CF 60'],
  ['听证五日内提出', 'CF 64', 'XK 47'],
  ['办证收费吗', 'XK 58', 'XK 59'],
  ['二十日内作出行政许可决定', 'XK 42'],
  ['十日内颁发送达许可证件', 'XK 44'],
  ['不服处罚申请复议六十日', 'FY 20', 'ZMF 41'],
  ['六个月内提起诉讼', 'SS 46'],
  ['移送公安机关三日内', 'YS 5', 'YS 8', 'YS 9', 'YS 12'],
  ['非法经营数额五万元 二十万支', 'JS 3'],
  ['电子签名与手写签名同等法律效力', '中华人民共和国电子签名法 14'],
  ['老年人 智能技术 困难', 'WZA 29', 'WZA 40', 'WZA 32'],
  ['电子证照 同等效力', 'ZX 10'],
  ['烟草广告', 'GG 22', 'ZMF 18', 'ZMF 19'],
]

/** With a wrong, missing or swapped character. */
const slips: readonly Wanted[] = [
  ['学效周边', 'WB 59', 'WB 123'],
  ['未城年人保护法59', 'WB 59'],
  ['烟草砖卖法第十六条', 'ZMF 16'],
  ['行政许可发第五十条', 'XK 50'],
  ['先行等级保存', 'CF 56'],
  ['有效期届满叁十日前', 'XK 50'],
  ['初次为法危害后果轻微', 'CF 33'],
  ['当地的烟草专卖批发起业进货', 'TL 23', 'TL 56'],
  ['执法人员不得少与两人', 'CF 42'],
  ['烟草专买零售许可证条件', 'TL 9', 'ZMF 16'],
  ['非发生产的烟草专卖品', 'TL 25', 'TL 58', 'ZMF 33', 'JS 1'],
  ['行政复以六十日', 'FY 20', 'FY 62'],
  ['个人信息包护法第13条', 'GX 13'],
]

/** Written after the search was done and not used to make it better: what it does with what it has not seen. */
const unseen: readonly Wanted[] = [
  ['烟草专卖法实施条例第六条', 'TL 6'],
  ['行政处罚法 七十二', 'CF 72'],
  ['强制法53', 'QZ 53'],
  ['广告法22', 'GG 22'],
  ['加处罚款每日百分之三', 'CF 72'],
  ['当场收缴罚款', 'CF 68', 'CF 69', 'CF 70', 'CF 71'],
  ['撤回行政许可给予补偿', 'XK 8'],
  ['欺骗贿赂取得许可三年不得申请', 'XK 79'],
  ['许可证遗失 变更', 'XK 49'],
  ['代理人提出许可申请', 'XK 29'],
  ['卖烟看不出年龄要看身份证', 'WB 59'],
  ['外地买烟带回来', 'ZMF 22', 'ZMF 29', 'TL 52', 'TL 38'],
  ['烟叶收购', 'ZMF 10', 'ZMF 28', 'TL 16', 'TL 17', 'TL 51'],
  ['人脸信息 单独同意', 'GX 29', 'GX 26'],
  ['申请人隐满有关情况', 'XK 78', 'XK 79'],
  ['依法不予初罚', 'CF 30', 'CF 31', 'CF 33', 'CF 57'],
  ['特种烟草专卖经营许可症', 'TL 6', 'TL 14', 'TL 41', 'TL 62', 'TL 63', 'TL 10'],
  ['行政机关不得善自改变许可', 'XK 8'],
]

export const questions = { byNumber, byWords, slips, unseen } as const
