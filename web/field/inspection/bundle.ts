import { type FieldDay, type FieldTask, type VisitView, visitRoutes } from '#contract/inspection'
import { routes as licensing } from '#contract/licensing'
import { type MapAreas, routes as registry } from '#contract/registry'
import type { BureauKeys } from '../../portal/verify/check-signature.ts'
import { call, Problem } from '../../shared/api.ts'
import { keepDay, keptDay } from '../device/day.ts'

/** 今天的检查: tasks with shop and history, the map beneath them, and what a licence is checked with; all without network. */
export interface InspectionDay extends Omit<FieldDay, 'tasks'> {
  readonly tasks: readonly FieldTask[]
  readonly areas: MapAreas | null
  readonly keys: BureauKeys | null
  /** The signed status list as the server gave it; its signature is checked when it is used. */
  readonly statusList: string | null
}

/** Map, keys and list are good to have: the day begins without them. */
const orNull = async <T>(asked: Promise<T>): Promise<T | null> =>
  asked.catch((error: unknown) => {
    if (!(error instanceof Problem)) throw error
    return null
  })

export async function loadInspectionDay(): Promise<InspectionDay> {
  const day = await call(visitRoutes.myVisits)
  const [areas, keys, list] = await Promise.all([
    orNull(call(registry.mapAreas)),
    orNull(call(licensing.verificationKeys)),
    orNull(call(licensing.statusList)),
  ])
  for (const { task, visit } of day.tasks) await keepVisit(task.id, visit)
  return { ...day, areas, keys, statusList: list?.list ?? null }
}

const nameOf = (taskId: string): string => `visit:${taskId}`

/** What the server last said of a visit: with the day, and after each act it took. */
export const keepVisit = (taskId: string, visit: VisitView): Promise<unknown> => keepDay(nameOf(taskId), visit)

export const keptVisit = async (taskId: string): Promise<VisitView | undefined> =>
  (await keptDay<VisitView>(nameOf(taskId)))?.bundle
