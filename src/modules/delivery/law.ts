import { type LawUse, lawUsesOf } from '#kernel/law-use'
import { addressBasis, electronicBasis, servingBasis } from './rules/serving.ts'

/** 送达引用的法律. */
export const deliveryLaw = (): readonly LawUse[] =>
  lawUsesOf({
    ...{ at: 'delivery.serving', kind: 'rule', zh: '送达', en: 'Service', path: '/console/delivery' },
    rows: {
      serving: { zh: '送证和送达回证', en: 'Hand-over and its proof', basis: servingBasis },
      address: { zh: '送达地址确认', en: 'Address confirmed', basis: addressBasis },
      electronic: { zh: '同意电子送达', en: 'Consent to electronic service', basis: electronicBasis },
    },
  })
