import { createServer } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { postOffice } from '../uplink/post-office.ts'
import { type NetworkProxy, startNetworkProxy } from './network-proxy.ts'

const server = createServer((_request, response) => response.end('x'.repeat(2000)))
let proxy: NetworkProxy
beforeAll(async () => {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  proxy = await startNetworkProxy(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`)
})
afterAll(async () => {
  await proxy.stop()
  server.close()
  server.closeAllConnections()
})
beforeEach(() => {
  proxy.fault = 'cut'
  proxy.fault = 'pass'
})

const ask = (timeoutMs = 2000) => postOffice(proxy.url, timeoutMs)({ method: 'GET', path: '/' })

describe('the simulated network', () => {
  it('passes everything when it is well', async () => {
    expect(await ask()).toMatchObject({ kind: 'reply', status: 200 })
  })

  it.each(['cut', 'blackHole'] as const)('gives no answer when it is %s', async fault => {
    proxy.fault = fault
    expect(await ask(300)).toEqual({ kind: 'noAnswer', neverSent: false })
  })

  it('gives no answer in time when it drips', async () => {
    proxy.fault = 'slow'
    proxy.bytesPerSecond = 50
    expect((await ask(500)).kind).toBe('noAnswer')
    proxy.bytesPerSecond = 100_000
    expect((await ask(3000)).kind).toBe('reply')
  })

  it.each([
    ['up', 0],
    ['up', 20],
    ['down', 0],
    ['down', 500],
  ] as const)('cut %s after %i bytes gives no answer, never half of one', async (direction, bytes) => {
    proxy.cutAfter = { direction, bytes }
    proxy.fault = 'cutAfter'
    expect((await ask()).kind).toBe('noAnswer')
  })
})

describe('the post office', () => {
  it('knows when nothing was ever sent', async () => {
    const closed = await startNetworkProxy('http://127.0.0.1:9')
    await closed.stop()
    expect(await postOffice(closed.url)({ method: 'GET', path: '/' })).toEqual({
      kind: 'noAnswer',
      neverSent: true,
    })
  })
})
