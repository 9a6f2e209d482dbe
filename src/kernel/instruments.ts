/**
 * One legal instrument (法律文件). `title` is the short official title, as it stands between 《》.
 * `inForce`: the day it first took effect. `textOf`: the day of the version our article summaries were written from.
 * `fullText: false`: we have only seen excerpts or secondary quotations; check before go-live.
 */
export interface Instrument {
  readonly title: string
  readonly titleEn: string
  readonly number?: string
  readonly inForce: string
  readonly textOf?: string
  readonly fullText: boolean
}

type Row = readonly [title: string, titleEn: string, inForce: string, textOf: string]

const read = ([title, titleEn, inForce, textOf]: Row): Instrument => ({
  title,
  titleEn,
  inForce,
  textOf,
  fullText: true,
})

const unread = (title: string, titleEn: string, inForce: string, number?: string): Instrument =>
  number === undefined
    ? { title, titleEn, inForce, fullText: false }
    : { title, titleEn, number, inForce, fullText: false }

const twoHighs = '最高人民法院、最高人民检察院关于办理'

/** Every instrument the system may cite, by its code (see docs/glossary.md). */
export const instruments = {
  ZMF: read(['烟草专卖法', 'Tobacco Monopoly Law', '1992-01-01', '2015-04-24']),
  TL: read(['烟草专卖法实施条例', 'Regulations for Implementing the Tobacco Monopoly Law', '1997-07-03', '2023-07-20']),
  XK: read(['行政许可法', 'Administrative Licensing Law', '2004-07-01', '2019-04-23']),
  CF: read(['行政处罚法', 'Administrative Penalties Law', '2021-07-15', '2021-01-22']),
  QZ: read(['行政强制法', 'Administrative Coercion Law', '2012-01-01', '2011-06-30']),
  FY: read(['行政复议法', 'Administrative Reconsideration Law', '2024-01-01', '2023-09-01']),
  SS: read(['行政诉讼法', 'Administrative Litigation Law', '1990-10-01', '2017-06-27']),
  YS: read([
    '行政执法机关移送涉嫌犯罪案件的规定',
    'Provisions on Transferring Suspected Criminal Cases by Administrative Enforcement Bodies',
    '2001-07-09',
    '2020-08-07',
  ]),
  JS: read([
    `${twoHighs}非法生产、销售烟草专卖品等刑事案件具体应用法律若干问题的解释`,
    'Judicial Interpretation on Criminal Cases of Illegal Production and Sale of Tobacco Monopoly Goods',
    '2010-03-26',
    '2010-03-02',
  ]),
  ZS: read([
    `${twoHighs}走私刑事案件适用法律若干问题的解释`,
    'Judicial Interpretation on Criminal Cases of Smuggling',
    '2014-09-10',
    '2014-08-12',
  ]),
  // The file behind XF carries no version date; it is consolidated at least to Amendment XI.
  XF: { title: '刑法', titleEn: 'Criminal Law', inForce: '1997-10-01', fullText: true },
  WB: read(['未成年人保护法', 'Law on the Protection of Minors', '2021-06-01', '2024-04-26']),
  GX: read(['个人信息保护法', 'Personal Information Protection Law', '2021-11-01', '2021-08-20']),
  SA: read(['数据安全法', 'Data Security Law', '2021-09-01', '2021-06-10']),
  // The 2016 text: an amendment has applied since 2026-01-01 and is not in our summaries.
  WA: read(['网络安全法', 'Cybersecurity Law', '2017-06-01', '2016-11-07']),
  WS: read(['网络数据安全管理条例', 'Regulations on Network Data Security', '2025-01-01', '2024-09-24']),
  ZX: read([
    '国务院关于在线政务服务的若干规定',
    'State Council Provisions on Online Government Services',
    '2019-04-26',
    '2019-04-26',
  ]),
  YH: read(['优化营商环境条例', 'Regulations on Optimising the Business Environment', '2020-01-01', '2019-10-22']),
  YYH: read([
    '广东省优化营商环境条例',
    'Guangdong Regulations on Optimising the Business Environment',
    '2022-07-01',
    '2022-06-01',
  ]),
  YSJ: read(['广东省市场监管条例', 'Guangdong Regulations on Market Supervision', '2021-12-01', '2021-09-29']),
  SZ: read(['市场主体登记管理条例', 'Regulations on the Registration of Market Entities', '2022-03-01', '2021-07-27']),
  SZX: read([
    '市场主体登记管理条例实施细则',
    'Detailed Rules on the Registration of Market Entities',
    '2022-03-01',
    '2022-03-01',
  ]),
  GT: read(['促进个体工商户发展条例', 'Regulations on Promoting Individual Businesses', '2022-11-01', '2022-10-01']),
  WZ: read([
    '无证无照经营查处办法',
    'Measures against Trading without Permits or Licences',
    '2017-10-01',
    '2017-08-06',
  ]),
  GG: read(['广告法', 'Advertising Law', '2015-09-01', '2021-04-29']),
  WZA: read(['无障碍环境建设法', 'Barrier-Free Environment Law', '2023-09-01', '2023-06-28']),
  DA: read(['档案法', 'Archives Law', '2021-01-01', '2020-06-20']),
  SFZ: read(['居民身份证法', 'Resident Identity Card Law', '2004-01-01', '2011-10-29']),
  S37: unread(
    '烟草专卖许可证管理办法',
    'Measures on Tobacco Monopoly Licences',
    '2016-07-20',
    '工业和信息化部令第37号',
  ),
  S205: unread(
    '烟草专卖许可证管理办法实施细则',
    'Detailed Rules for the Measures on Tobacco Monopoly Licences',
    '2021-03-01',
    '国烟法〔2020〕205号',
  ),
  S93: unread('烟草专卖行政处罚程序规定', 'Procedure for Tobacco Monopoly Penalties', '2023-07-20'),
  EC: unread('电子烟管理办法', 'Measures on Electronic Cigarettes', '2022-05-01', '国家烟草专卖局公告2022年第1号'),
  FR: unread(
    '人脸识别技术应用安全管理办法',
    'Measures on the Security of Face Recognition',
    '2025-06-01',
    '国家互联网信息办公室、公安部令第19号',
  ),
  GDS: unread('广东省政务服务数字化条例', 'Guangdong Regulations on Digital Government Services', '2024-01-01'),
  GFZ: unread('广东省反走私综合治理条例', 'Guangdong Regulations on Comprehensive Anti-Smuggling', '2025-11-01'),
} as const satisfies Record<string, Instrument>

export type InstrumentCode = keyof typeof instruments
