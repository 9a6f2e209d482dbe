import { ok, type Result, refuse } from '#kernel/refusal'

/** 信息链的要素: what is known, what is supposed, what is missing. */
export const itemKinds = ['fragment', 'hypothesis', 'gap'] as const
export type ItemKind = (typeof itemKinds)[number]

/** Where each kind may go, with a reason; `open` is the beginning of all. */
export const itemMoves = {
  fragment: { open: ['refuted'] },
  hypothesis: { open: ['held', 'refuted'] },
  gap: { open: ['filled'] },
} as const satisfies Record<ItemKind, { readonly open: readonly ItemState[] }>
export const itemStates = ['open', 'held', 'refuted', 'filled'] as const
export type ItemState = (typeof itemStates)[number]

export const mayMove = (kind: ItemKind, from: ItemState, to: ItemState): boolean => {
  const moves: readonly ItemState[] = from === 'open' ? itemMoves[kind].open : []
  return moves.includes(to)
}

export interface ChainItem {
  readonly id: number
  readonly kind: ItemKind
  readonly text: string
  readonly state: ItemState
  readonly reason: string | null
  /** Relations of the graph, in words with their record. */
  readonly evidence: readonly string[]
  readonly items: readonly number[]
}

export interface ChainTask {
  readonly id: number
  readonly itemId: number
  readonly asker: string
  readonly asked: string
  readonly what: string
  readonly dueOn: string
  readonly answer: string | null
}

/** One sentence of the report and the numbers of its sources. */
interface Sentence {
  readonly text: string
  readonly sources: readonly number[]
}

export interface Report {
  readonly parts: readonly { readonly title: string; readonly sentences: readonly Sentence[] }[]
  /** Numbered from 1. */
  readonly sources: readonly string[]
}

/** A second sentence in one item would stand there without a source of its own. */
export const isOneSentence = (text: string): boolean => !/[。！？；!?;\n]./u.test(text.trim())

const ended = (text: string): string => `${text.trim().replace(/[。！？；!?;]+$/u, '')}。`
const stateWords: Readonly<Record<ItemState, string>> = {
  open: '',
  held: '（认定成立）',
  refuted: '（已排除）',
  filled: '（已补齐）',
}

/**
 * 研判报告: every sentence with its sources. Fragments rest on relations of the graph, hypotheses and gaps on items before them, tasks on
 * the gap they are to fill. What rests on nothing cannot be said, and then there is no report.
 */
export function composeReport(items: readonly ChainItem[], tasks: readonly ChainTask[]): Result<Report> {
  const sources: string[] = []
  const numberOf = (source: string): number => {
    const known = sources.indexOf(source)
    return known < 0 ? sources.push(source) : known + 1
  }
  const byId = new Map(items.map(item => [item.id, item]))
  /** The relations under an item, however deep. */
  const ground = (item: ChainItem, above: readonly number[]): readonly string[] =>
    above.includes(item.id)
      ? []
      : [
          ...item.evidence,
          ...item.items.flatMap(id => {
            const below = byId.get(id)
            return below === undefined ? [] : ground(below, [...above, item.id])
          }),
        ]
  const parts: { title: string; sentences: Sentence[] }[] = []
  for (const [kind, title, lead] of [
    ['fragment', '一、已掌握的情况', ''],
    ['hypothesis', '二、研判假设', '假设'],
    ['gap', '三、尚缺的环节', '尚缺'],
  ] as const) {
    const sentences: Sentence[] = []
    for (const item of items.filter(one => one.kind === kind)) {
      const evidence = [...new Set(ground(item, []))]
      if (evidence.length === 0 || !isOneSentence(item.text)) return refuse('chainSentenceUnsourced', { no: item.id })
      const text = `${lead}${lead === '' ? '' : '：'}${ended(item.text)}${stateWords[item.state]}`
      sentences.push({ text, sources: evidence.map(numberOf) })
      if (item.reason !== null) sentences.push({ text: `理由：${ended(item.reason)}`, sources: evidence.map(numberOf) })
    }
    parts.push({ title, sentences })
  }
  const asked: Sentence[] = []
  for (const { itemId, asker, asked: whom, what, dueOn, answer } of tasks) {
    const gap = byId.get(itemId)
    const evidence = gap === undefined ? [] : [...new Set(ground(gap, []))]
    if (evidence.length === 0) return refuse('chainSentenceUnsourced', { no: itemId })
    const told = answer === null ? '尚未答复' : `答复：${answer.trim().replace(/[。！？；!?;]+$/u, '')}`
    asked.push({ text: `${asker}于${dueOn}以前向${whom}了解：${ended(what)}`, sources: evidence.map(numberOf) })
    asked.push({ text: `${told}。`, sources: evidence.map(numberOf) })
  }
  parts.push({ title: '四、任务', sentences: asked })
  return ok({ parts: parts.filter(({ sentences }) => sentences.length > 0), sources })
}
