import type { RawBuilder } from 'kysely'
import { type AccessHouse, openAccessHouse } from './house.ts'
import { bringInTerminal, hireAndSignIn } from './people.ts'

/** A house with its two administrators signed in. */
export async function openWorld() {
  const house = await openAccessHouse()
  const first = (await hireAndSignIn(house, 'system1', ['systemAdmin'])).cookie
  const second = (await hireAndSignIn(house, 'security1', ['securityAdmin'])).cookie
  return {
    house,
    people: { first, second },
    newTerminal: (at: { code?: string; areaCode?: string } = {}) => bringInTerminal(house, { first, second }, at),
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
