/** What can be recognised in a text (rules/recognise) or entered by hand, and be the same in two clues. */
export const factKinds = {
  phone: { zh: '电话', en: 'Telephone' },
  plate: { zh: '车牌', en: 'Plate' },
  waybill: { zh: '运单号', en: 'Waybill' },
  account: { zh: '账户', en: 'Account' },
  licence: { zh: '许可证号', en: 'Licence' },
  carton: { zh: '条码', en: 'Carton code' },
  /** Entered by an officer only: a name is nothing a machine offers. */
  person: { zh: '人员', en: 'Person' },
  place: { zh: '地点', en: 'Place' },
  sticks: { zh: '数量', en: 'Quantity' },
  money: { zh: '金额', en: 'Money' },
  weight: { zh: '重量', en: 'Weight' },
} as const satisfies Readonly<Record<string, { readonly zh: string; readonly en: string }>>
export type FactKind = keyof typeof factKinds
export const factKindCodes = Object.keys(factKinds) as [FactKind, ...FactKind[]]

/** Facts that name one thing: two clues that share one are about the same matter. Amounts and places are not. */
const identifying = ['phone', 'plate', 'waybill', 'account', 'licence', 'carton'] as const satisfies readonly FactKind[]

export const isIdentifying = (kind: FactKind): boolean => (identifying as readonly FactKind[]).includes(kind)
