import type { ServiceSheet } from '../../contract.ts'
import type { ServiceDefinition } from './service.ts'

/** 新办: whose licence it will be is kept with the application, and no machine grants it. */
const newHolder = {
  zh: '从身份证或者统一身份认证取得您的姓名和号码，用来核对本人、查名下的营业执照；号码在申请里加密保存，用来确认持证人。',
  en: 'Your name and number come from your card or the unified identity: to check that it is you and to look up your business licences. The number is kept sealed with the application, to know the holder by.',
}
const newDecision = {
  zh: '系统按公开的规则核对，由两名工作人员实地核查以后再作决定。系统不会自动作出准予或者不予准许的决定。',
  en: 'Published rules are applied by the machine; two officers see the shop, and people decide. The machine neither grants nor refuses.',
}

/** 告知书: what the applicant agrees to before signing (个人信息保护法 17, 35; 行政许可法 31). `version` is stored with the consent. */
export const noticeOf = ({ name, code }: ServiceDefinition, version: string): ServiceSheet['notice'] => ({
  version,
  title: `${name.zh}申请告知书`,
  paragraphs: [
    code === 'issue'
      ? newHolder.zh
      : '本次读取您身份证上的姓名、号码和有效期，只用于核对是不是您本人，不保存照片和指纹。',
    '为审查申请，本局会查询您的许可证、经营场所、营业执照登记和执法记录，不要求您重复提交。',
    code === 'issue'
      ? newDecision.zh
      : '系统按公开的规则核对；全部符合的当场准予，有疑问的由工作人员核对。系统不会自动作出不予准许的决定。',
    '您应当如实说明情况。提供虚假材料的，依法承担责任。',
    '您可以查询、更正自己的信息，可以要求工作人员说明理由，也可以改到窗口办理。',
  ],
  titleEn: `Notice: ${name.en}`,
  paragraphsEn: [
    code === 'issue'
      ? newHolder.en
      : 'The name, number and term on your card are read only to check that it is you; neither photo nor fingerprint is kept.',
    'To examine the application the bureau looks up your licence, premises, business registration and enforcement record; you need not bring them again.',
    code === 'issue'
      ? newDecision.en
      : 'Published rules are applied by the machine: where all are met the application is granted at once, any doubt goes to an officer. The machine never refuses.',
    'Please tell the truth. False material has legal consequences.',
    'You may see and correct your data, ask an officer for reasons, or apply at the counter instead.',
  ],
})
