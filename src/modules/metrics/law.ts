import { type LawUse, lawUsesOf } from '#kernel/law-use'
import { figureGroups } from './queries/figures/all.ts'

/** 指标引用的法律: what a figure counts by law. */
export const metricsLaw = (): readonly LawUse[] =>
  figureGroups.flatMap(({ figures, name }) =>
    lawUsesOf({
      ...{ at: 'metrics.figures', kind: 'figure', zh: name.zh, en: name.en, path: '/console/figures' },
      rows: Object.fromEntries(figures.map(figure => [figure.code, { name: figure.name, basis: figure.basis }])),
    }),
  )
