import type { ParsedStatute } from './parse-statute.ts'

const commencement = /自(\d{4})年(\d{1,2})月(\d{1,2})日起施行/u

/**
 * From which day on this version holds: the day its last articles name; where that lies before the day of the version (an
 * amended text keeps the first commencement), the day of the version. '' where neither is known.
 */
export function inForceOf({ textOf = '', articles }: Pick<ParsedStatute, 'textOf' | 'articles'>): string {
  for (const { text } of articles.slice(-2).toReversed()) {
    const [, year, month = '', day = ''] = commencement.exec(text) ?? []
    if (year === undefined) continue
    const named = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    return named > textOf ? named : textOf
  }
  return textOf
}
