import { Problem } from '../../shared/api.ts'
import { chinaDay, type KeptDay, keepDay, keptDay } from '../device/day.ts'
import type { FieldStaff } from '../session/staff.ts'
import { areasFor } from './areas.ts'

/** The day of one member of staff: what each of his areas keeps; an area that never answered is missing. */
export interface FieldDay {
  readonly day: string
  readonly staff: FieldStaff
  readonly kept: Readonly<Record<string, KeptDay<unknown>>>
  /** The last answer that was no day, by area. */
  readonly problems: Readonly<Record<string, Problem>>
}

/** What lies on the telephone for him today. */
export async function openDay(staff: FieldStaff): Promise<FieldDay> {
  const kept: Record<string, KeptDay<unknown>> = {}
  for (const { id } of areasFor(staff)) {
    const day = await keptDay<unknown>(id)
    if (day !== undefined) kept[id] = day
  }
  return { day: chinaDay(new Date()), staff, kept, problems: {} }
}

/** Asks the server for every area; one that does not answer keeps what it had. */
export async function loadDay(staff: FieldStaff): Promise<FieldDay> {
  const { kept: old } = await openDay(staff)
  const kept: Record<string, KeptDay<unknown>> = { ...old }
  const problems: Record<string, Problem> = {}
  for (const { id, load } of areasFor(staff)) {
    try {
      kept[id] = await keepDay(id, await load())
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      problems[id] = error
    }
  }
  return { day: chinaDay(new Date()), staff, kept, problems }
}
