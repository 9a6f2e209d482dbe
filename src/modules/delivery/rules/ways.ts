/** 送达方式 as the applicant chose it. */
export const modeLabels = {
  door: { zh: '送证上门', en: 'To the door' },
  post: { zh: '邮寄', en: 'By post' },
  pickup: { zh: '自取', en: 'Collected at the counter' },
  electronic: { zh: '电子送达', en: 'Electronic' },
} as const
export type DeliveryMode = keyof typeof modeLabels

/** 怎样送达的, and how the 送达回证 says it. */
export const howLabels = {
  handed: { zh: '当面送达', en: 'Handed over', paper: '直接送达（上门）' },
  left: { zh: '留置送达', en: 'Left at the premises', paper: '留置送达' },
  post: { zh: '邮寄送达', en: 'By post', paper: '邮寄送达' },
  collected: { zh: '窗口领取', en: 'Collected', paper: '直接送达（到窗口领取）' },
  electronic: { zh: '电子送达', en: 'Electronically', paper: '电子送达（经受送达人同意）' },
} as const
export type ServedHow = keyof typeof howLabels
