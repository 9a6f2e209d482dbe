import type { RatingFigure } from '../../contract/rating.ts'
import { services } from '../services/table.ts'

interface Row {
  readonly key: string
  readonly name: string | null
  readonly done: number
  readonly rated: number
  readonly counts: readonly number[]
}

const channels: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  terminal: { zh: '村级终端', en: 'Terminal' },
  online: { zh: '网上', en: 'Online' },
  window: { zh: '窗口', en: 'Counter' },
  helper: { zh: '帮办', en: 'With a helper' },
}

/** One row for the eye. In a group of fewer ratings than `smallest` the grades are withheld: they would name a person. */
export function figureOf(row: Row, smallest: number): RatingFigure {
  const { key, done, rated } = row
  const service = Object.hasOwn(services, key) ? services[key as keyof typeof services].name : undefined
  const words = service ?? channels[key] ?? { zh: row.name ?? key, en: row.name ?? key }
  const counts = rated < smallest ? null : [...row.counts]
  return { key, label: words.zh, labelEn: words.en, rated, done, counts }
}
