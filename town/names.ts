import type { Chance } from './chance.ts'

/** Surnames common in the Four Counties (四邑), the frequent ones more often. */
const surnames = [
  ...'梁冯吴岑郑陈黄李何'.repeat(3),
  ...'莫聂伍谭张余唐麦关邓刘周林朱胡叶许曾卢苏钟罗冼甄',
  '司徒',
  '欧阳',
]
const givenMale = [...'国志伟建明强军华荣文辉健启永康永泉金水树根锦添家俊嘉豪少波耀庭焕彬福生']
const givenFemale = [...'秀丽美玲芳珍桂月娥英琼嫦少芬惠燕霞婷凤彩莲雪梅淑仪敏洁妙颜翠微绮雯']

export interface PersonName {
  readonly surname: string
  readonly name: string
}

/** An everyday name; that it may belong to somebody cannot be helped, the number beside it belongs to nobody. */
export function personName(chance: Chance, sex: 'male' | 'female'): PersonName {
  const given = sex === 'male' ? givenMale : givenFemale
  const surname = chance.pick(surnames)
  const second = chance.often(0.85) ? chance.pick(given) : ''
  return { surname, name: surname + chance.pick(given) + second }
}

const kinds = {
  食杂店: ['食杂店', '士多店', '杂货店', '副食店'],
  便利店: ['便利店', '便民店'],
  超市: ['超市', '生活超市', '购物超市'],
  商场: ['商场', '百货商场'],
  烟酒商店: ['烟酒商行', '烟酒店', '名烟名酒行'],
  娱乐服务类: ['茶楼', '网咖', '棋牌室', '旅馆'],
  其他: ['饭店', '农资店', '加油站便利店'],
} as const

export type Format = keyof typeof kinds

const words = ['福', '兴', '利', '盛', '旺', '顺', '和', '源', '丰', '佳', '惠', '合', '信', '联', '恒', '宝']

/** 梁记食杂店, 沙湖兴旺便利店. */
export function shopName(chance: Chance, by: { surname: string; townName: string; format: Format }): string {
  const tail = chance.pick(kinds[by.format])
  const short = by.townName.slice(0, 2)
  return chance.weighted([
    [4, `${by.surname}记${tail}`],
    [4, `${short}${chance.pick(words)}${chance.pick(words)}${tail}`],
    [2, `${chance.pick(words)}${by.surname}${tail}`],
  ])
}
