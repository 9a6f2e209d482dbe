import { alerts } from './alerts.ts'
import { awareness } from './awareness.ts'
import { cases, networkCases } from './cases.ts'
import { clues } from './clues.ts'
import { delivery } from './delivery.ts'
import type { Figure, FigureGroup } from './group.ts'
import { inspection } from './inspection.ts'
import { partner } from './partner.ts'
import { penalties } from './penalties.ts'
import { reach } from './reach.ts'
import { school } from './school.ts'
import { service } from './service.ts'
import { terminals } from './terminals.ts'
import { townTasks } from './town-tasks.ts'
import { visits } from './visits.ts'
import { way } from './way.ts'

/** Every figure of the house. A figure is added in the file of its group; a new group is named here. */
export const figureGroups: readonly FigureGroup[] = [
  service,
  way,
  terminals,
  visits,
  reach,
  delivery,
  inspection,
  school,
  alerts,
  clues,
  cases,
  networkCases,
  penalties,
  partner,
  townTasks,
  awareness,
]

export function findFigure(code: string): { readonly group: FigureGroup; readonly figure: Figure } | undefined {
  for (const group of figureGroups) {
    const figure = group.figures.find(one => one.code === code)
    if (figure) return { group, figure }
  }
  return undefined
}

export const findGroup = (code: string): FigureGroup | undefined => figureGroups.find(one => one.code === code)
