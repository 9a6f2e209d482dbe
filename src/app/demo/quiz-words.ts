import type { ItemInput } from '#contract/outreach'

const both: ItemInput['audiences'] = ['retailer', 'public']
const item = (
  question: string,
  options: string[],
  answer: number,
  why: string,
  basis: readonly [string, number],
  audiences = both,
): ItemInput => ({
  question,
  options,
  answer,
  why,
  instrument: basis[0],
  article: basis[1],
  audiences: [...audiences],
})

/** 题库 of a demonstration (模拟数据): real articles, our own words. */
export const demoItems: readonly ItemInput[] = [
  item(
    '未成年人来买烟，店家应当怎么做？',
    ['看着像成年就卖', '不卖；看不准就请他出示身份证件', '卖给他，但不超过一包'],
    1,
    '不得向未成年人售烟；难以判明是否成年的，应当要求出示身份证件。',
    ['WB', 59],
    ['retailer', 'public', 'minor'],
  ),
  item(
    '学校大门附近可以新开烟草销售点吗？',
    ['可以', '不可以', '放学后可以'],
    1,
    '学校、幼儿园周边不得设置烟草销售网点。',
    ['WB', 59],
    ['retailer', 'public', 'minor'],
  ),
  item(
    '店里要在哪里写明“不向未成年人售烟”？',
    ['写在账本里', '在显著位置设置标志', '不用写'],
    1,
    '烟草经营者应当在显著位置设置不向未成年人销售的标志。',
    ['WB', 59],
  ),
  item(
    '没有烟草专卖零售许可证，可以卖卷烟吗？',
    ['可以卖几条', '不可以', '只要进货正规就可以'],
    1,
    '经营烟草制品零售业务的，应当取得烟草专卖零售许可证。',
    ['ZMF', 16],
  ),
  item(
    '持证的店应当从哪里进卷烟？',
    ['谁便宜从谁进', '从当地的烟草专卖批发企业进', '网上买'],
    1,
    '取得零售许可证的，应当在当地的烟草专卖批发企业进货。',
    ['TL', 23],
  ),
  item(
    '许可证快到期了，最晚什么时候申请延续？',
    ['到期当天', '到期三十日前', '到期以后'],
    1,
    '应当在有效期届满三十日前提出申请。',
    ['XK', 50],
  ),
  item(
    '延续申请按时交了，机关到期还没有答复，证怎么算？',
    ['作废', '视为准予延续', '要重新办'],
    1,
    '机关应当在届满前作出决定；逾期未作决定的，视为准予延续。',
    ['XK', 50],
  ),
  item(
    '许可证可以借给亲戚用吗？',
    ['可以', '不可以，也不能出租、转让', '写个字条就可以'],
    1,
    '许可证不得涂改、倒卖、出租、出借或者以其他形式转让。',
    ['XK', 80],
  ),
  item(
    '在报纸、网络、店外墙上可以做烟草广告吗？',
    ['可以', '不可以', '写“吸烟有害”就可以'],
    1,
    '禁止在大众传播媒介、公共场所、公共交通工具、户外发布烟草广告。',
    ['GG', 22],
    ['retailer', 'public', 'minor'],
  ),
  item(
    '检查人员到店里检查，应当先做什么？',
    ['先翻货架', '主动出示执法证件', '先开罚单'],
    1,
    '执法人员应当主动向当事人出示执法证件。',
    ['CF', 55],
  ),
]

export const demoQuizTitles = {
  open: '守法经营小测验（模拟数据）',
  before: '送法进圩镇：学习前后各一次（模拟数据）',
  past: '2026年春季知晓率（模拟数据）',
  running: '2026年秋季知晓率（模拟数据）',
}
