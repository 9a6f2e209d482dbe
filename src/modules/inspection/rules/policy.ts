import { PolicyError, type PolicySet } from '#platform/policy'
import type { Cycles } from './task/cycle.ts'

/** A span of the day, in minutes from midnight. */
export interface HoursOfDay {
  readonly from: number
  readonly to: number
}

/** All numbers of inspection (本局参数) that hold on one day. */
export interface InspectionPolicy {
  /** 抽查比例 by credit class, in hundredths of a percent. */
  readonly drawRates: Readonly<Record<string, number>>
  readonly drawGroupSize: number
  readonly resultWorkingDays: number
  readonly resultSoonWorkingDays: number
  /** 年度检查频次上限 of planned visits per shop. */
  readonly yearlyCap: number
  readonly taskWorkingDays: number
  readonly visitsPerDay: number
  /** 本周先派: visits that a pair takes on within seven days. */
  readonly pairVisitsPerWeek: number
  /** 高发期 as `01-15..02-28`. */
  readonly highSeasons: readonly string[]
  /** How long a telephone may keep an act of a visit. */
  readonly visitKeepDays: number
  /** Cartons are sorted at most so many days after the order. */
  readonly codeOrderDays: number
  /** 现场检查笔录 number: `恩烟检` then year and serial. */
  readonly recordMark: string
  /** 日历: how long before a period, how many shops, how many of them jointly, and with whom. */
  readonly raise: {
    readonly leadDays: number
    readonly shops: number
    readonly joint: number
    readonly partner: string
  }
  /** 定期核查: months between two visits by credit class, and how many proposals a week. */
  readonly cycles: Cycles
  readonly regularPerWeek: number
  /** 当日路线: speed, time of a visit, and when shops are open (minutes of the day). */
  readonly route: {
    readonly kmh: number
    readonly visitMinutes: number
    readonly shopFrom: number
    readonly shopTo: number
  }
  /** 上班时间 in minutes of the day (reference §6.5: 错时 is what lies outside). */
  readonly office: HoursOfDay
  readonly bureau: string
  /** Which values these are: published with a draw as the version of its rule. */
  readonly version: string
}

/** @throws PolicyError when a value is missing or of another type. */
export const inspectionPolicyOf = (set: PolicySet): InspectionPolicy => ({
  drawRates: ratesOf(set.text('inspection.drawRates')),
  drawGroupSize: set.number('inspection.drawGroupSize'),
  resultWorkingDays: set.number('inspection.resultWorkingDays'),
  resultSoonWorkingDays: set.number('inspection.resultSoonWorkingDays'),
  yearlyCap: set.number('inspection.yearlyCap'),
  taskWorkingDays: set.number('inspection.taskWorkingDays'),
  visitsPerDay: set.number('inspection.visitsPerDay'),
  pairVisitsPerWeek: set.number('inspection.pairVisitsPerWeek'),
  highSeasons: set
    .text('inspection.highSeasons')
    .split(',')
    .map(part => part.trim()),
  visitKeepDays: set.number('inspection.visitKeepDays'),
  codeOrderDays: set.number('inspection.codeOrderDays'),
  recordMark: set.text('inspection.recordMark'),
  raise: {
    leadDays: set.number('inspection.raiseLeadDays'),
    shops: set.number('inspection.raiseShops'),
    joint: set.number('inspection.raiseJointShops'),
    partner: set.text('inspection.jointPartner'),
  },
  cycles: cyclesOf(set.text('inspection.cycleMonths')),
  regularPerWeek: set.number('inspection.regularPerWeek'),
  route: {
    kmh: set.number('inspection.routeKmh'),
    visitMinutes: set.number('inspection.visitMinutes'),
    ...shopHoursOf(hoursOf(set.text('inspection.shopHours'))),
  },
  office: hoursOf(set.text('inspection.officeHours')),
  bureau: set.text('bureau.name'),
  version: set.version,
})

/** `A=100,B=300` → hundredths of a percent by class. @throws PolicyError for what is no such list. */
function ratesOf(text: string): Readonly<Record<string, number>> {
  const pairs = text.split(',').map(part => /^\s*([A-Z])\s*=\s*(\d{1,5})\s*$/u.exec(part))
  return Object.fromEntries(
    pairs.map(pair => {
      const rate = Number(pair?.[2])
      if (pair?.[1] === undefined || rate > 10_000) throw new PolicyError(`no rates: ${text}`)
      return [pair[1], rate]
    }),
  )
}

/** `A=24,B=18,N=12,C=6,D=6` → months by class. @throws PolicyError where a class is missing or no month is meant. */
function cyclesOf(text: string): Cycles {
  const known = new Map(text.split(',').map(part => [part.split('=')[0]?.trim(), Number(part.split('=')[1])]))
  const of = (grade: string): number => {
    const months = known.get(grade) ?? 0
    if (!Number.isInteger(months) || months < 1) throw new PolicyError(`no cycles: ${text}`)
    return months
  }
  return { A: of('A'), B: of('B'), N: of('N'), C: of('C'), D: of('D') }
}

const shopHoursOf = ({ from, to }: HoursOfDay) => ({ shopFrom: from, shopTo: to })

/** `08:00-22:00` → minutes of the day. @throws PolicyError for what is no such span. */
function hoursOf(text: string): HoursOfDay {
  const [, a, b, c, d] = /^([01]?\d|2[0-3]):([0-5]\d)-([01]?\d|2[0-3]):([0-5]\d)$/u.exec(text.trim()) ?? []
  const [from, to] = [Number(a) * 60 + Number(b), Number(c) * 60 + Number(d)]
  if (!(from < to)) throw new PolicyError(`no hours: ${text}`)
  return { from, to }
}
