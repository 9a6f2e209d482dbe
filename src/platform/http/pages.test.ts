import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { servePages } from './pages.ts'

let app: FastifyInstance
let dist: string
beforeAll(async () => {
  dist = mkdtempSync(join(tmpdir(), 'yzt-pages-'))
  mkdirSync(join(dist, 'portal/assets'), { recursive: true })
  writeFileSync(join(dist, 'portal/index.html'), '<html lang="zh-CN"><head></head></html>')
  writeFileSync(join(dist, 'portal/assets/a.js'), 'let a = 1')
  writeFileSync(join(dist, 'portal/assets/a.js.gz'), gzipSync('let a = 1'))
  const files = ['/assets/points.js', '/assets/points.css']
  writeFileSync(join(dist, 'portal/parts.json'), JSON.stringify([{ patterns: ['^/points/*$'], files }]))
  app = fastify()
  await servePages(app, { dist, mode: 'demo', tilesUrl: '' })
})
afterAll(async () => {
  await app.close()
  rmSync(dist, { recursive: true, force: true })
})

describe('the pages of a front end', () => {
  it.each(['/', '/points', '/law/use/access.refusals.close', '/law/use/outreach.pictureChecks.faces?lang=en'])(
    '%s opens the app',
    async url => {
      const { statusCode, body } = await app.inject({ url })
      expect([statusCode, body.includes('data-mode="demo"')]).toEqual([200, true])
    },
  )

  it.each(['/assets/gone.js', '/gone.png', '/films/gone.vtt?x=1', '/api/gone'])(
    '%s is missing, and no page',
    async url => expect((await app.inject({ url })).statusCode).toBe(404),
  )

  it.each([
    ['/points', true],
    ['/points/?lang=en', true],
    ['/pointsmen', false],
    ['/', false],
  ])('%s names the files of its own part beside the shell: %s', async (url, named) => {
    const { body } = await app.inject({ url })
    expect(body.includes('<link rel="modulepreload" data-part crossorigin href="/assets/points.js">')).toBe(named)
    expect(body.includes('<link rel="stylesheet" data-part crossorigin href="/assets/points.css">')).toBe(named)
  })

  it('sends what the build compressed to whoever takes it', async () => {
    const taken = await app.inject({ url: '/assets/a.js', headers: { 'accept-encoding': 'gzip' } })
    expect([taken.headers['content-encoding'], taken.headers['content-type']]).toEqual([
      'gzip',
      expect.stringContaining('javascript'),
    ])
    expect((await app.inject({ url: '/assets/a.js' })).body).toBe('let a = 1')
  })
})
