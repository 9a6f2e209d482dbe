import { formatCitation, formatCitationEn } from '#kernel/citation'
import type { FigureView } from '../contract.ts'
import type { FigureDefinition, Words } from '../rules/figure.ts'
import type { MetricsPolicy } from '../rules/policy.ts'
import { sayPolicy } from '../rules/say-policy.ts'
import type { Figure, FigureGroup } from './figures/group.ts'

/** 指标口径 as people read it on a day of this policy. */
export const figureView = (group: FigureGroup, figure: Figure, policy: MetricsPolicy): FigureView => ({
  code: figure.code,
  name: sayPolicy(figure.name, policy),
  formula: sayPolicy(figure.formula, policy),
  unit: figure.unit,
  aggregate: figure.aggregate,
  period: figure.period,
  better: figure.better ?? null,
  sources: [...group.sources, ...(figure.alsoFrom ?? [])],
  owner: group.owner,
  basis: basisWords(figure.basis),
  opens: group.opens,
  empty: group.waitsFor?.say ?? null,
})

export function basisWords(basis: FigureDefinition['basis']): Words {
  if ('zh' in basis) return basis
  return { zh: basis.map(formatCitation).join('、'), en: basis.map(formatCitationEn).join('; ') }
}
