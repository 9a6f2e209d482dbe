import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { makeNonce } from './security.ts'

export interface PagesOptions {
  /** Folder with the built front ends: `portal`, `console`. */
  readonly dist: string
  readonly mode: 'demo' | 'production'
  readonly tilesUrl: string
}

/** The public site at `/`, the staff desktop at `/console/`, the couriers' telephone at `/field/`; unknown addresses below them open the app itself. */
export async function servePages(app: FastifyInstance, options: PagesOptions): Promise<void> {
  await app.register(async scope => serveApp(scope, { ...options, name: 'console', base: '/console/' }))
  await app.register(async scope => serveApp(scope, { ...options, name: 'field', base: '/field/', wasm: true }))
  await app.register(async scope => serveApp(scope, { ...options, name: 'portal', base: '/', wasm: true }))
}

interface App extends PagesOptions {
  readonly name: string
  readonly base: string
  /** Reads codes with a program in WebAssembly of our own: may compile that, and still no text as a script. */
  readonly wasm?: true
}

/** What the front ends are made of. */
const fileEnding = /\.(js|css|html|map|json|webmanifest|wasm|svg|png|jpe?g|ico|woff2?|webm|mp4|vtt|txt|xml|gz)$/i

async function serveApp(app: FastifyInstance, options: App): Promise<void> {
  const folder = join(options.dist, options.name)
  if (!existsSync(join(folder, 'index.html'))) return
  const html = await readFile(join(folder, 'index.html'), 'utf8')
  const parts = await readParts(folder)
  const page = (reply: FastifyReply, url = '') =>
    sendPage(reply, html.replace('</head>', `${parts(url)}</head>`), options)
  await app.register(fastifyStatic, {
    root: folder,
    prefix: options.base,
    index: false,
    decorateReply: false,
    wildcard: false,
    // The build lays them beside (web/build.ts): a slow line pays for a third.
    preCompressed: true,
    immutable: true,
    maxAge: '1y',
    setHeaders: (response, path) => {
      if (!path.includes('/assets/')) response.header('cache-control', 'no-cache')
    },
  })
  if (options.base !== '/')
    app.get(options.base.slice(0, -1), { schema: { hide: true } }, (_, reply) => reply.redirect(options.base))
  app.get(options.base, { schema: { hide: true } }, (_, reply) => page(reply))
  app.get(`${options.base}*`, { schema: { hide: true } }, (request, reply) => {
    // A missing asset is a 404, not a page: a stale browser must notice. The name of a rule (/law/use/access.refusals.close) has dots too.
    if (/^\/(api|assets)\//.test(request.url) || fileEnding.test(request.url.split('?')[0] ?? ''))
      return reply.callNotFound()
    return page(reply, request.url)
  })
}

/**
 * 先取: the build says which files the page at an address needs beyond the shell (web/build.ts); named in the html they come with the
 * shell, not after it. A front end without such a list needs none.
 */
async function readParts(folder: string): Promise<(url: string) => string> {
  const list = join(folder, 'parts.json')
  if (!existsSync(list)) return () => ''
  const pages = (JSON.parse(await readFile(list, 'utf8')) as { patterns: string[]; files: string[] }[]).map(
    ({ patterns, files }) => ({
      patterns: patterns.map(pattern => new RegExp(pattern, 'u')),
      links: files.map(link).join(''),
    }),
  )
  return url => {
    const [path = ''] = url.split(/[?#]/u)
    return pages.find(({ patterns }) => patterns.some(pattern => pattern.test(path)))?.links ?? ''
  }
}

const link = (file: string): string =>
  file.endsWith('.css')
    ? `<link rel="stylesheet" data-part crossorigin href="${file}">`
    : `<link rel="modulepreload" data-part crossorigin href="${file}">`

/** The html gets the mode mark, the tile server and one nonce for the style library's own style elements. */
function sendPage(reply: FastifyReply, html: string, { mode, tilesUrl, wasm }: App): FastifyReply {
  const nonce = makeNonce()
  const policy = String(reply.getHeader('content-security-policy') ?? '')
    .replace("style-src 'self'", `style-src 'self' 'nonce-${nonce}'`)
    .replace("script-src 'self'", wasm ? "script-src 'self' 'wasm-unsafe-eval'" : "script-src 'self'")
  return reply
    .header('content-security-policy', policy)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(
      html
        .replace(/<html([^>]*)>/, `<html$1 data-mode="${mode}" data-tiles="${tilesUrl.replaceAll('"', '%22')}">`)
        .replace('</head>', `<meta name="csp-nonce" content="${nonce}"></head>`),
    )
}
