import { createI18n } from '../../shared/i18n.ts'

const texts = createI18n({
  zh: { minutes: '{n}分钟', hours: '{n}小时', days: '{n}日' },
  en: { minutes: '{n} min', hours: '{n} h', days: '{n} days' },
})

/** Minutes as people say them: under an hour and a half in minutes, under two days in hours. */
export function useDurations() {
  const t = texts.useTexts()
  const said = (minutes: number): string => {
    if (minutes < 90) return t('minutes', { n: Math.round(minutes) })
    if (minutes < 48 * 60) return t('hours', { n: Math.round(minutes / 6) / 10 })
    return t('days', { n: Math.round(minutes / 144) / 10 })
  }
  const between = (from: string, to: string): string => said((Date.parse(to) - Date.parse(from)) / 60_000)
  return { said, between }
}
