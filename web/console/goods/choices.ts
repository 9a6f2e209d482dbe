import { pick } from '../../shared/i18n.ts'

/** Rows of a table of words as choices. */
export const choices = <K extends string>(table: Readonly<Record<K, { readonly zh: string; readonly en: string }>>) =>
  (Object.keys(table) as K[]).map(value => ({ value, label: pick(table[value].zh, table[value].en) }))
