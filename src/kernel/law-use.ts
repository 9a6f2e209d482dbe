import type { Citation } from './citation.ts'

/** What may rest on an article: a rule, a form, a document, an unlawful act with its penalty, a value of the bureau, a figure, a refusal, a page, a quiz question. */
export const lawUseKinds = {
  form: { zh: '办事事项和表单', en: 'Services and forms' },
  rule: { zh: '规则', en: 'Rules' },
  paper: { zh: '文书', en: 'Documents' },
  violation: { zh: '违法行为和处罚', en: 'Violations and penalties' },
  policy: { zh: '本局参数', en: 'Values of the bureau' },
  figure: { zh: '指标', en: 'Figures' },
  refusal: { zh: '系统的答复', en: 'Answers of the system' },
  quiz: { zh: '普法题目', en: 'Quiz questions' },
  page: { zh: '页面', en: 'Pages' },
} as const satisfies Readonly<Record<string, { zh: string; en: string }>>
type LawUseKind = keyof typeof lawUseKinds

/** One thing of the system that cites the law (引用), as its own table has it. */
export interface LawUse {
  /** Stands still from release to release: `cases.violations.P01`. */
  readonly id: string
  readonly kind: LawUseKind
  readonly zh: string
  readonly en: string
  readonly cites: readonly Citation[]
  /** Where somebody sees it at work; inside pages begin with /console. */
  readonly path?: string
}

/** A table whose rows carry citations, with what its rows are. */
interface CitingTable {
  /** The domain and the table: `cases.violations`. */
  readonly at: string
  readonly kind: LawUseKind
  readonly rows: Readonly<Record<string, unknown>> | readonly unknown[]
  /** What the table is, before the name of each row: 办案步骤. */
  readonly zh?: string
  readonly en?: string
  readonly path?: string
  /** The name of a row where the row has none of its own. */
  readonly name?: (key: string, row: unknown) => { readonly zh: string; readonly en: string } | undefined
}

/** Every row of a table that cites the law: the citations are the table's own, so nothing is listed twice. */
export function lawUsesOf({ at, kind, rows, zh = '', en = '', path, name }: CitingTable): LawUse[] {
  return Object.entries(rows).flatMap(([key, row]) => {
    const cites = citationsIn(row)
    if (cites.length === 0) return []
    const own = name?.(key, row) ?? nameIn(row) ?? { zh: key, en: key }
    const [long, longEn] = [zh === '' ? own.zh : `${zh}：${own.zh}`, en === '' ? own.en : `${en}: ${own.en}`]
    return [{ id: `${at}.${key}`, kind, zh: long, en: longEn, cites, ...(path === undefined ? {} : { path }) }]
  })
}

function nameIn(row: unknown): { zh: string; en: string } | undefined {
  if (typeof row !== 'object' || row === null) return undefined
  const { zh, en, title, name } = row as { zh?: unknown; en?: unknown; title?: unknown; name?: unknown }
  if (typeof zh === 'string') return { zh, en: typeof en === 'string' ? en : zh }
  if (typeof title === 'string') return { zh: title, en: title }
  return name === undefined ? nameInWords(zh, en) : nameIn(name)
}

/** The words of a refusal: `zh.title`. */
const nameInWords = (zh: unknown, en: unknown): { zh: string; en: string } | undefined => {
  const said = nameIn(zh)
  return said && { zh: said.zh, en: nameIn(en)?.zh ?? said.zh }
}

/** Every citation inside a piece of plain data, each once, in its order. */
function citationsIn(value: unknown): Citation[] {
  const found = new Map<string, Citation>()
  walk(value, found, new Set())
  return [...found.values()]
}

function walk(value: unknown, found: Map<string, Citation>, seen: Set<unknown>): void {
  if (typeof value !== 'object' || value === null || seen.has(value)) return
  seen.add(value)
  if (isCitation(value)) {
    found.set(`${value.instrument} ${value.article} ${value.paragraph ?? ''} ${value.item ?? ''}`, value)
    return
  }
  for (const inside of Object.values(value)) walk(inside, found, seen)
}

const isCitation = (value: object): value is Citation =>
  'instrument' in value &&
  typeof value.instrument === 'string' &&
  'article' in value &&
  typeof value.article === 'number'
