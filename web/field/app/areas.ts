import { mayUse } from '../../shared/may-use.ts'
import { casesArea } from '../cases/area.ts'
import { cooperationArea } from '../cooperation/area.ts'
import { deliveryArea } from '../delivery/area.ts'
import { inspectionArea } from '../inspection/area.ts'
import type { AnyDoor } from '../outbox/door.ts'
import type { FieldStaff } from '../session/staff.ts'
import { siteCheckArea } from '../site-check/area.ts'
import type { AnyArea } from './area.ts'

/** 外勤业务: read by the sign-in, the bar at the foot and the outbox. What an area is, is told in area.ts. */
const areas: readonly AnyArea[] = [deliveryArea, siteCheckArea, inspectionArea, casesArea, cooperationArea]

/** What this member of staff has to do outside. */
export const areasFor = (staff: FieldStaff): readonly AnyArea[] => areas.filter(({ needs }) => mayUse(needs, staff))

export const doors: Readonly<Record<string, AnyDoor>> = Object.fromEntries(areas.map(({ id, door }) => [id, door]))
