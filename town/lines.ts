import type { Position } from '#kernel/position'

/** One row of `retailers.csv` as the county writes it; days are ISO texts. */
export interface RetailerLine {
  readonly licenceNo: string
  readonly shopName: string
  readonly operatorName: string
  readonly operatorIdNo: string
  readonly creditCode: string
  readonly phone: string
  readonly address: string
  readonly areaCode: string
  readonly place: Position
  readonly businessFormat: string
  readonly marketType: 'urban' | 'rural'
  readonly grade: number
  readonly subjectKind: 'individual' | 'enterprise'
  readonly scope: string
  readonly licensedOn: string
  readonly validFrom: string
  readonly validTo: string
  readonly status: 'valid' | 'suspended' | 'rectifying' | 'expired' | 'cancelled'
  readonly bankAccountHash: string
  readonly orderDeviceHash: string
}

/** One gate of a school. */
export interface GateLine {
  readonly schoolId: string
  readonly name: string
  readonly kind: 'kindergarten' | 'primary' | 'secondary' | 'vocational' | 'special'
  readonly gateName: string
  readonly place: Position
  readonly areaCode: string
}

export interface TerminalLine {
  readonly code: string
  readonly name: string
  readonly areaCode: string
  readonly place: Position
  readonly kind: 'kiosk' | 'hall' | 'village'
  readonly openedOn: string
}

/** The term of a licence that ends on `validTo`: five years to the day, renewed before a number of times. */
export function termEnding(validTo: Temporal.PlainDate, renewals: number) {
  const validFrom = validTo.add({ days: 1 }).subtract({ years: 5 })
  return {
    licensedOn: validFrom.subtract({ years: 5 * renewals }).toString(),
    validFrom: validFrom.toString(),
    validTo: validTo.toString(),
  }
}
