import type { FigureValue, FigureView } from '#contract/metrics'
import { formatCount } from '../../shared/format.ts'
import type { Language } from '../../shared/language.ts'

/** A figure in its unit; an em dash where nothing was counted, never a zero that means nothing. */
export function formatValue(value: FigureValue['value'], unit: FigureView['unit'], language: Language): string {
  if (value === null) return '—'
  const zh = language === 'zh'
  switch (unit) {
    case 'cases':
      return zh ? `${formatCount(value)}件` : formatCount(value)
    case 'minutes':
      if (value < 1) return zh ? `${Math.round(value * 60)}秒` : `${Math.round(value * 60)} s`
      return zh ? `${value.toFixed(1)}分钟` : `${value.toFixed(1)} min`
    case 'workingDays':
      return zh ? `${trimmed(value)}个工作日` : `${trimmed(value)} working days`
    case 'share':
      return `${(value * 100).toFixed(1)}%`
    case 'metres':
      return value < 1000
        ? `${Math.round(value)}${zh ? '米' : ' m'}`
        : `${(value / 1000).toFixed(1)}${zh ? '千米' : ' km'}`
  }
}

const trimmed = (value: number): string => String(Math.round(value * 10) / 10)
