import { oneSlip } from '../similarity.ts'
import { type Kind, share } from './kind.ts'

const parts = (text: string): [string, string, string] => [text.slice(0, 4), text.slice(4, 6), text.slice(6)]

/** Eight digits of a day of the calendar between the years 1000 and 2199, or nothing. */
function digitsOfDay(cell: string): string {
  const [, year = '', month = '', day = ''] = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?$/u.exec(cell.trim()) ?? []
  const real = Number(year) >= 1000 && Number(year) < 2200 && Number(month) <= 12 && Number(day) <= 31
  return real && year !== '' ? `${year}${month.padStart(2, '0')}${day.padStart(2, '0')}` : ''
}

function level(a: string, b: string): number {
  const [yearA, monthA, dayA] = parts(a)
  const [yearB, monthB, dayB] = parts(b)
  if (oneSlip(a, b) || (yearA === yearB && monthA === dayB && dayA === monthB)) return 3
  const agreed = Number(yearA === yearB) + Number(monthA === monthB) + Number(dayA === dayB)
  return agreed === 2 ? 2 : yearA === yearB ? 1 : 0
}

/** 日期: birth mostly. A slip of one digit or month and day changed about, two of three parts, the year only. */
export const day: Kind = {
  name: 'day',
  fits: cells => share(cells, cell => digitsOfDay(cell) !== '') > 0.8,
  // What is no day of the calendar keeps its digits: a slip may have made it so.
  plain: cell => digitsOfDay(cell) || cell.replace(/\D/gu, ''),
  levels: 5,
  comparing: () => level,
  keys: [
    value => value.slice(0, 4),
    value => value.slice(4),
    value => value.slice(0, 3) + value.slice(4, 6),
    value => value.slice(2, 4) + value.slice(6),
  ],
}
