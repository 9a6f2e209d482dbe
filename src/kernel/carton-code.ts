import { parseDate } from './dates.ts'
import { type LicenceNo, parseLicenceNo } from './licence-no.ts'
import { plainCode } from './plain-code.ts'
import { ok, type Result, refuse } from './refusal.ts'

/** What the 32 characters on a carton (条码, 打码) say: when, by whom and for which shop it was sorted. */
export interface CartonCode {
  readonly text: string
  readonly sortedOn: Temporal.PlainDate
  /** 9 digits: serial of the sorting case. */
  readonly caseSerial: string
  /** 1–50: the carton's place in the case. */
  readonly carton: number
  /** 4 letters of the distributing company; some cities use digits. */
  readonly company: string
  readonly licenceNo: LicenceNo
}

export type CartonCodeRefusal = 'cartonCodeFormat' | 'cartonCodeDate' | 'cartonCodePosition' | 'cartonCodeLicence'

/**
 * Line 1 (16 digits): year digit, month, day, case serial, carton. Line 2: company, licence number.
 * The year has one digit only; it is read as the newest matching day that is not after `today`.
 */
export function parseCartonCode(text: string, today: Temporal.PlainDate): Result<CartonCode, CartonCodeRefusal> {
  const code = plainCode(text)
  const match = /^(\d)(\d{4})(\d{9})(\d{2})([\dA-Z]{4})(\d{12})$/u.exec(code)
  if (match === null) return refuse('cartonCodeFormat', { length: code.length })
  const [, yearDigit = '', monthDay = '', caseSerial = '', place = '', company = '', holder = ''] = match
  const sortedOn = newestPast(Number(yearDigit), monthDay, today)
  if (sortedOn === undefined) return refuse('cartonCodeDate')
  const carton = Number(place)
  if (carton < 1 || carton > 50) return refuse('cartonCodePosition', { carton })
  const licenceNo = parseLicenceNo(holder)
  if (!licenceNo.ok) return refuse('cartonCodeLicence')
  return ok({ text: code, sortedOn, caseSerial, carton, company, licenceNo: licenceNo.value })
}

/** Looks back thirty years, since 29 February may skip a decade (digit 6: 2016, not 2026). */
function newestPast(yearDigit: number, monthDay: string, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  const newest = today.year - ((today.year - yearDigit) % 10)
  for (const year of [newest, newest - 10, newest - 20]) {
    const date = parseDate(`${year}${monthDay}`)
    if (date.ok && Temporal.PlainDate.compare(date.value, today) <= 0) return date.value
  }
  return undefined
}
