/** 可以打印出来签名的表单. */
export const formKinds = ['application', 'mandate', 'address', 'withdrawal'] as const
export type FormKind = (typeof formKinds)[number]
