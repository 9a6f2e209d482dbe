import type { RawBuilder } from 'kysely'
import type { AccessPorts } from '../ports.ts'
import { type AccessHouse, openAccessHouse } from './house.ts'
import { bringInTerminal, hire, signInAs } from './people.ts'

/** A house with its two administrators, who sign in anew whenever they are needed: tests move the clock by hours. */
export async function openWorld(ports: Partial<AccessPorts> = {}) {
  const house = await openAccessHouse([], ports)
  const system = await hire(house, 'system1', ['systemAdmin'])
  const security = await hire(house, 'security1', ['securityAdmin'])
  return {
    house,
    newTerminal: async (at: { code?: string; areaCode?: string } = {}) => {
      const first = await signInAs(house, 'system1', system.totpSecret)
      const second = await signInAs(house, 'security1', security.totpSecret)
      return bringInTerminal(house, { first, second }, at)
    },
    /** Rows as jobs see them. */
    all: <T>(query: RawBuilder<T>): Promise<T[]> => rowsAs(house, query, { areas: 'all' }),
    /** Rows as somebody with these areas, or this person, sees them. */
    as: <T>(scope: { areas: string[]; person?: string }, query: RawBuilder<T>): Promise<T[]> =>
      rowsAs(house, query, scope),
  }
}

type Scope = Parameters<AccessHouse['services']['database']['within']>[0]

const rowsAs = <T>(house: AccessHouse, query: RawBuilder<T>, scope: Scope): Promise<T[]> =>
  house.services.database.within(scope, async tx => (await query.execute(tx)).rows)
