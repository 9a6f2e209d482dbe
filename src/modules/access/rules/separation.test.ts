import fc from 'fast-check'
import { expect, it } from 'vitest'
import { staffRoles } from '#kernel/actor'
import { administrators, decideRoles } from './separation.ts'

it('takes any business roles together, and any administrator alone', () => {
  const roles = fc.uniqueArray(fc.constantFrom(...staffRoles), { minLength: 1 })
  fc.assert(
    fc.property(roles, chosen => {
      const admins = chosen.filter(role => administrators.includes(role)).length
      expect(decideRoles(chosen).ok).toBe(admins === 0 || chosen.length === 1)
    }),
  )
})

it.each([
  [['systemAdmin', 'securityAdmin'], 'rolesNotSeparate'],
  [['systemAdmin', 'auditAdmin'], 'rolesNotSeparate'],
  [['securityAdmin', 'auditAdmin'], 'rolesNotSeparate'],
  [['auditAdmin', 'decider'], 'rolesNotSeparate'],
  [[], 'rolesMissing'],
] as const)('refuses %o', (roles, refusal) => {
  expect(decideRoles([...roles])).toEqual({ ok: false, refusal })
})

it('counts a role named twice once', () => {
  expect(decideRoles(['auditAdmin', 'auditAdmin'])).toEqual({ ok: true, value: ['auditAdmin'] })
})
