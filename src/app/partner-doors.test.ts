import { expect, it } from 'vitest'
import { type Actor, mayCall } from '#kernel/actor'
import { movableClock } from '../platform/clock.ts'
import { readConfig } from '../platform/config.ts'
import { houseModules } from './modules.ts'

const modules = houseModules(readConfig({}), { clock: movableClock('2026-11-26T02:00:00Z'), note: () => undefined })
const routes = modules.flatMap(module => module.routes.map(({ route }) => route))
const partner: Actor = { kind: 'partner', agencyId: 'a', by: { accountId: 'b', sessionId: 'c' } }

it('opens to a partner its own doors and the public ones, and of all others of the house not one', () => {
  const open = routes.filter(({ allow }) => allow !== 'public' && mayCall(allow, partner))
  const own = (url: string) => url.startsWith('/api/partner/v1/')
  expect(
    open
      .map(({ url }) => url)
      // /api/partners/ are the common work: meetings, tasks, joint actions, each with a check of its own (own-work, joint-actions).
      .filter(url => !own(url) && !url.startsWith('/api/partners/'))
      .toSorted(),
  ).toEqual([...['/api/access/me', '/api/access/staff-sessions/current']])
  expect(open.filter(({ url }) => own(url)).length).toBeGreaterThan(6)
  const closed = routes.filter(({ allow }) => allow !== 'public' && !mayCall(allow, partner))
  expect(closed.length).toBeGreaterThan(250)
  // And nobody of the house enters by the doors of partners.
  const head: Actor = { kind: 'staff', staffId: 'h', sessionId: 's', roles: ['head'], areas: ['440785'] }
  expect(routes.filter(({ url, allow }) => own(url) && mayCall(allow, head))).toEqual([])
})
