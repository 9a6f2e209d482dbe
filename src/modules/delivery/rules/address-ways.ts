/** 送达地址怎样确认的. */
export const addressWays = {
  present: { zh: '本人当面确认', en: 'Said in person' },
  phone: { zh: '本人在登记的电话里确认', en: 'Said on the registered telephone' },
  form: { zh: '本人签名的纸质确认书（原件存卷）', en: 'On a form signed by hand, kept in the file' },
} as const
export type AddressWay = keyof typeof addressWays
