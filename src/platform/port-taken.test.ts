import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { assertPortFree, PortTaken } from './port-taken.ts'

test('a port that another program holds is named with the setting that moves it; a free one and any one are not', async () => {
  const other = createServer()
  await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve))
  const address = other.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  await expect(assertPortFree('127.0.0.1', port, 'PORT')).rejects.toThrow(PortTaken)
  await expect(assertPortFree('127.0.0.1', port, 'YZT_AGENT_PORT')).rejects.toThrow(
    new RegExp(`${port} 已被另一个程序占用.*YZT_AGENT_PORT`),
  )
  await new Promise(resolve => other.close(resolve))
  await assertPortFree('127.0.0.1', port, 'PORT')
  await assertPortFree('127.0.0.1', 0, 'PORT')
})
