import type { ServiceCode } from '../services/service.ts'

/** 不予延续的情形 (S205 43, eleven items; read as an excerpt, to be confirmed). The number is the item of the article. */
export const denialGrounds: Readonly<Record<number, { readonly zh: string; readonly en: string }>> = {
  1: { zh: '经营场所存在安全隐患，不适宜经营烟草制品', en: 'unsafe premises' },
  2: { zh: '经营场所在中小学、幼儿园周边', en: 'premises around a school or kindergarten' },
  3: { zh: '经营主体发生变化', en: 'the business entity has changed' },
  4: { zh: '没有固定经营场所', en: 'no fixed premises' },
  5: { zh: '经营场所与住所不相独立', en: 'premises not independent from a dwelling' },
  6: {
    zh: '经营场所发生变化，且不符合发证时和延续时的合理布局',
    en: 'changed premises that meet neither the old nor the new layout plan',
  },
  7: {
    zh: '违法经营达到规定数额，未追究刑事责任',
    en: 'illegal dealing above the set amounts, without criminal liability',
  },
  8: { zh: '因非法经营被追究刑事责任', en: 'criminal liability for illegal dealing' },
  9: { zh: '买卖、出租、出借或者以其他方式非法转让许可证', en: 'licence sold, rented, lent or otherwise transferred' },
  10: { zh: '营业执照已被吊销', en: 'business licence revoked' },
  11: { zh: '其他严重违法情形', en: 'other serious violation' },
}

/** For the other services: what was asked for does not meet its own conditions; the articles stand with the service. */
const otherGrounds: typeof denialGrounds = {
  1: { zh: '不具备办理本事项的前提条件', en: 'a precondition of this service is missing' },
  2: { zh: '申请的内容与核查的事实不符', en: 'what was applied for is not what was found' },
  3: { zh: '经营场所不符合规定的条件', en: 'the premises do not meet the conditions' },
  4: { zh: '不符合当地合理布局规划', en: 'outside the local layout plan' },
  5: { zh: '经营场所在中小学、幼儿园周边', en: 'premises around a school or kindergarten' },
  6: { zh: '法律、法规、规章规定的其他不予许可情形', en: 'another ground of law' },
}

/** 不予的情形 of a service, by number. */
export const groundsOf = (service: ServiceCode): typeof denialGrounds =>
  service === 'renewal' ? denialGrounds : otherGrounds

/** 救济途径: must stand on every refusal (XK 38). Who hears reconsideration is confirmed by the bureau, not by us. */
export function remedyText(reconsiderationBody: string): string {
  return `如不服本决定，可以自收到本决定之日起六十日内向${reconsiderationBody}申请行政复议，也可以自知道或者应当知道本决定之日起六个月内依法向人民法院提起行政诉讼。`
}
