import type { FigureView } from '#contract/metrics'

/** The page that a row behind a figure opens; undefined: it is to be seen in the list of its own work only. */
export function pageOf(opens: FigureView['opens'], ref: string): string | undefined {
  switch (opens) {
    case 'application':
      return `/applications/${ref}`
    case 'terminal':
      return `/terminals/${ref}`
    case 'retailer':
      return `/retailers/${ref}`
    case 'delivery':
      return `/delivery/items/${ref}`
    case 'task':
      return `/tasks/${ref}`
    case 'alert':
      return '/alerts'
    case 'clue':
      return `/clues/${ref}`
    case 'case':
      return `/cases/${ref}`
    case 'partnerItem':
      return `/partners/items/${ref}`
    case 'partnerTask':
      return '/cooperation-tasks'
    case 'survey':
      return undefined
  }
}

/** What of a list is meant, where the page is a list. */
export const searchOf = (opens: FigureView['opens'], ref: string): { id?: string } =>
  opens === 'partnerTask' ? { id: ref } : {}

/** Keys of machines are long and say nothing; numbers of the register stand whole. */
export const refWords = (ref: string): string => (/^[0-9a-f]{8}-/.test(ref) ? ref.slice(0, 8) : ref)
