import fc from 'fast-check'
import Fastify from 'fastify'
import { beforeEach, expect, test } from 'vitest'
import { createLogger, type Logger } from './log.ts'

let lines: string[]
let log: Logger
beforeEach(() => {
  lines = []
  log = createLogger({ level: 'info', destination: { write: line => void lines.push(line) } })
})
const written = () => lines.join('')
const canary = '张三丰440785199001011234'

test('personal data and secrets are blanked under every name, at every depth and in child loggers', () => {
  const keys = [
    'idNo',
    'id_no',
    'name',
    'holderName',
    'phone',
    'contactPhone',
    'token',
    'code',
    'password',
    'x-yzt-session',
    'privateKey',
  ]
  for (const key of keys) {
    log.info({ [key]: canary }, 'flat')
    log.info({ a: [{ b: { [key]: canary } }] }, 'deep')
    log
      .child({ job: 'x' })
      .child({ a: { [key]: canary } })
      .info('child')
  }
  expect(lines).toHaveLength(keys.length * 3)
  expect(written()).not.toContain('张三')
  expect(written()).not.toContain('4407')
})

test('what is not personal stays readable', () => {
  log.info({ job: 'platform.react', tries: 2, ok: true, nested: { route: '/x' } }, 'done')
  expect(JSON.parse(written())).toMatchObject({
    level: 'info',
    job: 'platform.react',
    tries: 2,
    nested: { route: '/x' },
    msg: 'done',
  })
})

test('an error keeps its class, codes and places but not what it quotes', () => {
  const error = Object.assign(new Error(`invalid input "${canary}" of 张三丰 (13800138000) near 440785199001011234`), {
    code: '22P02',
    detail: canary,
    table: 'licence',
    cause: new TypeError(`bad '${canary}`),
  })
  log.error(error)
  log.error({ err: error }, error.message)
  log.error({ why: error }, 'fixed text')
  expect(written()).not.toContain('张三')
  expect(written()).not.toMatch(/4407|138001/u)
  const first = JSON.parse(lines[0]!)
  expect(first.err).toMatchObject({ type: 'Error', code: '22P02', table: 'licence', cause: { type: 'TypeError' } })
  expect(first.err.at[0]).toMatch(/log\.test\.ts:\d+:\d+/u)
  expect(first.msg).toBe('invalid input … of … … near …')
})

test('an unknown object is named, not opened; a ring does not hang it', () => {
  const ring: Record<string, unknown> = { job: 'x' }
  ring['self'] = ring
  log.info({ ring, buffer: Buffer.from(canary), map: new Map([['a', canary]]) }, 'objects')
  expect(written()).toContain('〔Buffer〕')
  expect(written()).toContain('〔太深〕')
  expect(written()).not.toContain('张三')
})

test('nothing anybody logs makes it throw', () => {
  fc.assert(fc.property(fc.object(), fields => void log.info(fields, 'any')))
})

test('a Fastify server writes patterns, status and time, never addresses, bodies or headers', async () => {
  const app = Fastify({ loggerInstance: log })
  app.post('/people/:id', async () => ({ ok: true }))
  app.post('/broken/:id', async () => {
    throw new Error(`row (${canary}) is bad`)
  })
  const request = { method: 'POST', payload: { name: canary }, headers: { authorization: canary.slice(3) } } as const
  await app.inject({ ...request, url: '/people/440785199001011234?phone=13800138000' })
  await app.inject({ ...request, url: '/broken/440785199001011234' })
  await app.inject({ ...request, url: '/nowhere/%E5%BC%A0?idNo=440785199001011234' })
  await app.close()
  expect(written()).toContain('"route":"/people/:id"')
  expect(written()).toMatch(/"res":\{"status":200,"ms":\d+\}/u)
  expect(written()).not.toMatch(/4407|13800138|张三|%E5/u)
})
