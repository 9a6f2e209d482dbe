import { Value } from 'typebox/value'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes as access } from '#contract/access'
import { routes as licensing } from '#contract/licensing'
import { routes as registry } from '#contract/registry'
import { makeRig, type Rig, until } from './testing/rig.ts'

/** The small server of these tests is our own; the shapes it is sent are checked against the real contract. */
let rig: Rig
beforeAll(async () => {
  rig = await makeRig()
  for (const card of ['retailer', 'elder', 'private-use']) expect((await rig.signIn(card)).status).toBe(200)
  await rig.post('/device/card-session/extend')
  await rig.post('/device/call-helper', { step: 'sign' })
  const headers = { 'x-yzt-act': '1', 'idempotency-key': 'key-contract-1' }
  await rig.post('/api/licensing/renewals', { any: 'thing' }, headers)
  await rig.post('/device/prints', { printId: 'p1', url: '/api/licensing/prints/p1/page' })
  await until(() => rig.server.seen.some(seen => seen.path.endsWith('/outcome')))
})
afterAll(() => rig.stop())

const sent = (path: RegExp) => [...rig.server.unsigned, ...rig.server.seen].filter(seen => path.test(seen.path))

describe('what the agent sends', () => {
  it.each([
    ['redeemEnrolment', /terminal-enrolments\/redeem$/, access.redeemEnrolment.body],
    ['openChannel', /terminal-channels$/, access.openChannel.body],
    ['heartbeat', /terminal-heartbeats$/, access.heartbeat.body],
    ['openCardSession', /card-sessions$/, access.openCardSession.body],
    ['terminalAct', /terminal-acts$/, access.terminalAct.body],
    ['callHelper', /help-calls$/, access.callHelper.body],
    ['printOutcome', /\/outcome$/, licensing.printOutcome.body],
  ] as const)('has the shape of %s in the contract', (_, path, schema) => {
    const bodies = sent(path).map(seen => JSON.parse(seen.body))
    expect(bodies.length).toBeGreaterThan(0)
    for (const body of bodies) expect(Value.Errors(schema, body)).toEqual([])
  })

  it('has a key wherever a write needs one', () => {
    for (const path of [/terminal-acts$/, /help-calls$/, /\/outcome$/])
      for (const seen of sent(path)) expect(seen.key).toMatch(/^[A-Za-z0-9_-]{8,100}$/)
  })

  it('goes to addresses of the contract', () => {
    const known = [access, licensing, registry]
      .flatMap(routes => Object.values(routes))
      .map(route => new RegExp(`^${route.method} ${route.url.replace(/:\w+/g, '[^/]+')}$`))
    const all = [...rig.server.unsigned, ...rig.server.seen].map(seen => `${seen.method} ${seen.path}`)
    expect(all.filter(line => !known.some(route => route.test(line)))).toEqual([])
  })
})
