import { createI18n } from '../../shared/i18n.ts'

/** 许可证状态: the words of reference §2.7 for lists that carry only the code. */
export const stateTexts = createI18n({
  zh: {
    valid: '有效',
    suspended: '停业',
    rectifying: '责令整顿',
    expiredPending: '届满待决',
    expired: '已过期',
    cancelled: '已注销',
  },
  en: {
    valid: 'valid',
    suspended: 'suspended',
    rectifying: 'under rectification',
    expiredPending: 'expired, renewal pending',
    expired: 'expired',
    cancelled: 'cancelled',
  },
})
