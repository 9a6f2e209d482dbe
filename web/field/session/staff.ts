import type { StaffView } from '#contract/access'
import { keepDay, keptDay } from '../device/day.ts'

/** Who works with this telephone today: enough to know what to show, without network. */
export type FieldStaff = Pick<StaffView, 'id' | 'name' | 'roles' | 'areas' | 'agencyId'>

const name = 'staff'

export async function keepStaff({ id, name: called, roles, areas, agencyId }: FieldStaff): Promise<FieldStaff> {
  const staff = { id, name: called, roles, areas, ...(agencyId === undefined ? {} : { agencyId }) }
  await keepDay(name, staff)
  return staff
}

export const keptStaff = async (): Promise<FieldStaff | undefined> => (await keptDay<FieldStaff>(name))?.bundle
