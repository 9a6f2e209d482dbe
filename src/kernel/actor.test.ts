import { describe, expect, it } from 'vitest'
import { type Actor, actorLabel, allow, mayCall, type Permission, staffRoles } from './actor.ts'

const citizen: Actor = { kind: 'citizen', sessionId: 's1', personIndex: 'p1', terminalId: 't1', method: 'card' }
const window: Actor = {
  kind: 'staff',
  staffId: 'w1',
  sessionId: 's2',
  roles: ['window', 'verifier'],
  areas: ['440785'],
}
const nobody: Actor = { kind: 'staff', staffId: 'n1', sessionId: 's3', roles: [], areas: [] }
const terminal: Actor = { kind: 'terminal', terminalId: 't1' }
const partner: Actor = { kind: 'partner', agencyId: 'police' }
const system: Actor = { kind: 'system', job: 'expireLicences' }
const anonymous: Actor = { kind: 'anonymous' }

it.each([
  [citizen, 'citizen:s1'],
  [window, 'staff:w1'],
  [terminal, 'terminal:t1'],
  [partner, 'partner:police'],
  [{ ...partner, by: { accountId: 'a1', sessionId: 's4' } }, 'partner:police/a1'],
  [{ ...partner, by: { keyId: 'k1' } }, 'partner:police/key:k1'],
  [system, 'system:expireLicences'],
  [anonymous, 'anonymous'],
])('labels %o without personal data', (actor, label) => {
  expect(actorLabel(actor)).toBe(label)
  expect(actorLabel(actor)).not.toContain('p1')
})

describe('mayCall', () => {
  const everybody = { citizen, window, nobody, terminal, partner, system, anonymous }
  const cases: [string, Permission, (keyof typeof everybody)[]][] = [
    ['public', allow.public, ['citizen', 'window', 'nobody', 'terminal', 'partner', 'system', 'anonymous']],
    ['citizens', allow.citizen, ['citizen']],
    ['terminals', allow.terminal, ['terminal']],
    ['partners', allow.partner, ['partner']],
    ['any staff', allow.anyStaff, ['window', 'nobody']],
    ['verifiers or heads', allow.staff('head', 'verifier'), ['window']],
    ['deciders', allow.staff('decider'), []],
    ['nobody', [], []],
    ['citizens or windows', allow.of(allow.citizen, allow.staff('window')), ['citizen', 'window']],
    ['terminals or partners', allow.of({ kind: 'terminal' }, allow.partner), ['terminal', 'partner']],
  ]

  it.each(cases)('%s', (_, permission, allowed) => {
    const names = Object.entries(everybody).filter(([, actor]) => mayCall(permission, actor))
    expect(names.map(([name]) => name)).toEqual(allowed)
  })

  it('lets no role open the door of another', () => {
    for (const role of staffRoles) {
      const actor: Actor = { kind: 'staff', staffId: 'x', sessionId: 'y', roles: [role], areas: [] }
      expect(staffRoles.filter(other => mayCall(allow.staff(other), actor))).toEqual([role])
    }
  })
})
