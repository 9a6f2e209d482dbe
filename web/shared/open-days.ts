import { currentLanguage, type Language } from './language.ts'

const names = {
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
}
const everyDay = { zh: '每天', en: 'every day' }

/** 每天, 周一至周五, 周一、周三: days of the week as people say them. */
export function daysText(days: readonly number[], language: Language = currentLanguage()): string {
  const sorted = days.toSorted((a, b) => a - b)
  const [first = 1, last = 1] = [sorted[0], sorted.at(-1)]
  const name = (day: number) => names[language][day - 1] ?? ''
  if (sorted.length === 7) return everyDay[language]
  if (sorted.length > 2 && last - first === sorted.length - 1)
    return language === 'zh' ? `${name(first)}至${name(last)}` : `${name(first)} to ${name(last)}`
  return sorted.map(name).join(language === 'zh' ? '、' : ', ')
}
