export const alertStates = ['open', 'true', 'false', 'unclear', 'expired'] as const
export type AlertState = (typeof alertStates)[number]

export const alertKinds = [
  'retailer',
  'device',
  'deliveryPoint',
  'account',
  'waybill',
  'vehicle',
  'vessel',
  'place',
] as const
export type AlertKind = (typeof alertKinds)[number]

/** The filters of the board live in the address: a link shows a colleague the same alerts. */
export interface AlertFilters {
  readonly state?: AlertState
  readonly kind?: AlertKind
  readonly reason?: string
  readonly town?: string
  readonly page?: number
}

/** Reads the address; what is unknown there is left out. */
export function readAlertFilters(search: Readonly<Record<string, unknown>>): AlertFilters {
  const state = alertStates.find(one => one === String(search['state']))
  const kind = alertKinds.find(one => one === String(search['kind']))
  const reason = String(search['reason'] ?? '')
  const town = String(search['town'] ?? '')
  const page = Number(search['page'])
  return {
    ...(state === undefined ? {} : { state }),
    ...(kind === undefined ? {} : { kind }),
    ...(/^[A-Z]\d\d$/.test(reason) ? { reason } : {}),
    ...(/^\d{9}$/.test(town) ? { town } : {}),
    ...(Number.isSafeInteger(page) && page > 1 ? { page } : {}),
  }
}
