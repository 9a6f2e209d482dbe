import { expect, it } from 'vitest'
import { isPrivileged } from '#kernel/route'
import { routes } from '../../contract.ts'

it('a decision on a file is privileged, the step before it is not, and no shape of a body is an error', () => {
  for (const event of ['grant', 'deny', 'confirmDeemed']) expect(isPrivileged(routes.takeStep, { event })).toBe(true)
  for (const body of [{ event: 'accept' }, { event: 'proposeGrant' }, { event: 1 }, {}, null, 'grant', undefined])
    expect(isPrivileged(routes.takeStep, body)).toBe(false)
})
