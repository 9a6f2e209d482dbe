import type { FigureUnit, Words } from './figure.ts'

const counters = {
  cases: '件',
  shops: '户',
  times: '次',
  pieces: '条',
  terminals: '台',
} as const

/** A figure in its unit; an em dash or the reason where nothing was counted, never a zero that means nothing. */
export function formatValue(
  value: number | null,
  unit: FigureUnit,
  language: 'zh' | 'en',
  empty: Words | null = null,
): string {
  if (value === null) return empty === null ? '—' : empty[language]
  const zh = language === 'zh'
  switch (unit) {
    case 'cases':
    case 'shops':
    case 'times':
    case 'pieces':
    case 'terminals':
      return zh ? `${formatCount(value)}${counters[unit]}` : formatCount(value)
    case 'sticks':
      return zh ? `${tenThousands(value)}支` : formatCount(value)
    case 'fen':
      return zh ? `${tenThousands(value / 100)}元` : `¥${formatCount(Math.round(value / 100))}`
    case 'minutes':
      if (value < 1) return zh ? `${Math.round(value * 60)}秒` : `${Math.round(value * 60)} s`
      // What takes days is not said in minutes.
      if (value >= 2880) return zh ? `${(value / 1440).toFixed(1)}日` : `${(value / 1440).toFixed(1)} days`
      if (value >= 180) return zh ? `${(value / 60).toFixed(1)}小时` : `${(value / 60).toFixed(1)} h`
      return zh ? `${value.toFixed(1)}分钟` : `${value.toFixed(1)} min`
    case 'workingDays':
      return zh ? `${trimmed(value)}个工作日` : `${trimmed(value)} working days`
    case 'share':
      return `${(value * 100).toFixed(1)}%`
    case 'metres':
      return value < 1000 ? `${Math.round(value)}${zh ? '米' : ' m'}` : `${trimmed(value / 1000)}${zh ? '公里' : ' km'}`
  }
}

const trimmed = (value: number): string => String(Math.round(value * 10) / 10)

/** 25万支, 1.2万支, 800支: large numbers as people say them. */
const tenThousands = (value: number): string =>
  value < 10_000 ? formatCount(Math.round(value)) : `${formatCount(Math.round(value / 1000) / 10)}万`

const formatCount = (count: number): string => count.toLocaleString('en-US')
