import type { Language } from '../../shared/language.ts'

/** 420米 / 2.6公里: rounded, because a straight line promises no more. */
export function formatDistance(metres: number, language: Language): string {
  const short = metres < 1000
  const figure = short ? String(Math.round(metres / 10) * 10) : (metres / 1000).toFixed(1)
  if (language === 'zh') return `${figure}${short ? '米' : '公里'}`
  return `${figure} ${short ? 'm' : 'km'}`
}
