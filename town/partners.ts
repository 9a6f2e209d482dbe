import { type Sm2KeyPair, sm2PairOf, sm3 } from '#platform/crypto'
import { secretOf, staffPassword } from './staff.ts'

/** 协作单位 of the demonstration: agency, the person who answers for it, and his account. All names are invented. */
export interface DemoPartner {
  readonly account: string
  readonly kind: 'economicPolice' | 'policeStation' | 'market' | 'town' | 'post' | 'antiSmuggling'
  readonly agency: string
  readonly areas: readonly string[]
  readonly contact: string
  readonly duty: string
  readonly phone: string
  readonly password: string
  readonly totpSecret: string
}

/** 收件密钥 of a demonstration: known to everybody, so that whoever shows it can open what was packed. */
export const demoPackageKeys = (account: string): Sm2KeyPair =>
  sm2PairOf(sm3(`模拟收件密钥 ${account}`).toString('hex'))

const partner = (
  name: string,
  kind: DemoPartner['kind'],
  agency: string,
  contact: string,
  areas: readonly string[] = ['440785'],
): Omit<DemoPartner, 'phone'> => ({
  ...{ account: `partner.${name}`, kind, agency, areas, contact, duty: '联络员', password: staffPassword },
  totpSecret: secretOf(`partner.${name}`),
})

export const demoPartners: readonly DemoPartner[] = [
  partner('police', 'economicPolice', '市公安局经侦大队（模拟）', '经侦 容志'),
  partner('shahu', 'policeStation', '沙湖派出所（模拟）', '沙湖派出所 岑亮', ['440785103']),
  partner('market', 'market', '恩城市场监管所（模拟）', '恩城市监 莫婷', ['440785001']),
  partner('hengpo', 'town', '横陂镇综合行政执法办（模拟）', '横陂执法 郑凯', ['440785100']),
  partner('post', 'post', '市邮政管理局（模拟）', '邮政 吴敏'),
  partner('customs', 'antiSmuggling', '海关缉私分局（模拟）', '缉私 冯涛'),
].map((one, n) => ({ ...one, phone: `1370000${1101 + n}` }))
