import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { UnifiedIdentity } from '#modules/access'
import { openIdIdentity } from './adapter.ts'
import { type IdentitySimulator, startIdentitySimulator } from './simulator.ts'

const back = 'https://yan.example/signed-in'
const people = [
  { id: 'p1', label: '模拟', name: '梁桂芳', idNo: '440785197905169021', level: 3 },
  { id: 'p2', label: '模拟', name: '黎模拟', idNo: '440785198503029019', level: 3, phone: '16420000934' },
]
let simulator: IdentitySimulator
let identity: UnifiedIdentity
beforeEach(async () => {
  simulator = await startIdentitySimulator({ people, redirectUris: [back] })
  identity = openIdIdentity({ ...simulator, issuer: simulator.url }, 0.5)
})
afterEach(() => simulator.stop())

/** A browser that follows the provider's pages, keeps its cookies and stops where it is sent back to us. */
async function walk(from: string, choice = 'person=p1'): Promise<URL> {
  const jar = new Map<string, string>()
  let url = new URL(from)
  for (let hops = 0; hops < 10 && !url.href.startsWith(back); hops += 1) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const reply = await fetch(url, { redirect: 'manual', headers: { cookie } })
    for (const line of reply.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=')
      jar.set(name, value)
    }
    const next = reply.headers.get('location')
    await reply.body?.cancel()
    url = next === null ? new URL(`?${choice}`, url) : new URL(next, url)
  }
  return url
}

async function begin() {
  const journey = await identity.begin(back)
  if (!journey) throw new Error('the way there is closed')
  const { url, ...kept } = journey
  return { url, kept }
}

describe('the unified identity', () => {
  it('proves a person, with name, number and level', async () => {
    const { url, kept } = await begin()
    const callback = await walk(url)
    expect(await identity.finish(callback, kept)).toEqual({
      kind: 'proven',
      name: '梁桂芳',
      idNo: '440785197905169021',
      level: 3,
      phone: null,
    })
    // The provider's code works once.
    expect(await identity.finish(callback, kept)).toEqual({ kind: 'failed' })
  })

  it('says the telephone of who left one there', async () => {
    const { url, kept } = await begin()
    expect(await identity.finish(await walk(url, 'person=p2'), kept)).toMatchObject({ phone: '16420000934' })
  })

  it.each(['state', 'nonce', 'verifier'] as const)('proves nobody whose %s is another journey’s', async part => {
    const { url, kept } = await begin()
    const other = await begin()
    expect(await identity.finish(await walk(url), { ...kept, [part]: other.kept[part] })).toEqual({ kind: 'failed' })
  })

  it('proves nobody who cancelled', async () => {
    const { url, kept } = await begin()
    expect(await identity.finish(await walk(url, 'cancel=1'), kept)).toEqual({ kind: 'failed' })
  })

  it.each(['slow', 'down', 'lying'] as const)('is unavailable when the other side is %s', async mode => {
    simulator.behave(mode)
    expect(await identity.begin(back)).toBeNull()
    expect(await identity.finish(new URL(`${back}?code=x&state=y`), { state: 'y', nonce: 'n', verifier: 'v' })).toEqual(
      {
        kind: 'unavailable',
      },
    )
  })

  it('that falls silent between going and coming back is unavailable', async () => {
    const { url, kept } = await begin()
    const callback = await walk(url)
    simulator.behave('down')
    expect(await identity.finish(callback, kept)).toEqual({ kind: 'unavailable' })
  })

  it('is closed where no provider is named', async () => {
    const closed = openIdIdentity({ issuer: undefined, clientId: '', clientSecret: '' })
    expect(await closed.begin(back)).toBeNull()
  })
})
