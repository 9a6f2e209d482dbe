import { ok, type Result, refuse } from '#kernel/refusal'

/** What may be asked of a group of linked cases (网络案件); the numbers of the State standard were not found: all values are policy. */
export const networkFields = {
  value: { zh: '涉案金额（元）', en: 'value (yuan)' },
  sticks: { zh: '涉案数量（支）', en: 'sticks' },
  links: { zh: '关联案件', en: 'linked cases' },
  layers: { zh: '人员层级', en: 'layers of persons' },
  areas: { zh: '涉及县区', en: 'areas' },
  provinces: { zh: '涉及省份', en: 'provinces' },
  arrested: { zh: '抓获', en: 'arrested' },
  sentenced: { zh: '判刑', en: 'sentenced' },
} as const
export type NetworkField = keyof typeof networkFields
export type NetworkFacts = Readonly<Record<NetworkField, number>>

export interface NetworkClass {
  readonly name: string
  readonly atLeast: Readonly<Partial<Record<NetworkField, number>>>
}

/** `国标: value>=10000000 & layers>=3; 省标: value>=1000000`: classes from the highest down, each with what it takes. */
export function parseNetworkClasses(text: string): Result<readonly NetworkClass[], 'networkRuleUnreadable'> {
  const classes: NetworkClass[] = []
  for (const part of text.split(';')) {
    const [, name, needs] = /^\s*([^:;&>]{1,20}):(.+)$/u.exec(part) ?? []
    if (name === undefined || needs === undefined) return refuse('networkRuleUnreadable', { part: part.trim() })
    const atLeast: Partial<Record<NetworkField, number>> = {}
    for (const need of needs.split('&')) {
      const [, field, number] = /^\s*(\w+)\s*>=\s*(\d{1,12})\s*$/u.exec(need) ?? []
      if (field === undefined || !isField(field)) return refuse('networkRuleUnreadable', { part: need.trim() })
      atLeast[field] = Number(number)
    }
    classes.push({ name: name.trim(), atLeast })
  }
  return ok(classes)
}

const isField = (field: string): field is NetworkField => Object.hasOwn(networkFields, field)

/** The highest class whose every condition holds, and what the next higher one still lacks. */
export function classifyNetwork(
  facts: NetworkFacts,
  classes: readonly NetworkClass[],
): { readonly name: string | null; readonly lacks: readonly NetworkField[] } {
  const missing = (one: NetworkClass) =>
    (Object.keys(one.atLeast) as NetworkField[]).filter(field => facts[field] < (one.atLeast[field] ?? 0))
  const at = classes.findIndex(one => missing(one).length === 0)
  const next = at === -1 ? classes.at(-1) : classes[at - 1]
  return { name: classes[at]?.name ?? null, lacks: next === undefined ? [] : missing(next) }
}
