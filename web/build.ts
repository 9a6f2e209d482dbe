import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { copyFile, cp, glob, mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { build, type InlineConfig, type Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { pagePatterns } from './portal/app/page-of.ts'
import { pageParts } from './portal/app/page-parts.ts'

const root = path.resolve(fileURLToPath(new URL('..', import.meta.url)))
const dist = path.join(root, 'dist')
const filmFolder = path.join(root, 'web/films/made')
const stampFile = path.join(dist, '.stamp')

interface App {
  /** Address prefix; assets are asked for below it. */
  base: string
  /** Kilobytes of JavaScript after gzip, above which the build fails: lazy parts count too, unless `lazyLimitKb` says how much they may be. */
  limitKb?: number
  /** Parts that are asked for only when somebody chose them (docs/decisions: face); the first view then counts alone. */
  lazyLimitKb?: number
  /** The face comparison and its models, copied from their packages and served by ourselves. */
  face?: boolean
  /** Leaves TypeBox out: the app never reads a schema (web/shared/no-schemas.ts). */
  noSchemas?: boolean
  /** Ships the guide films (web/films). */
  films?: boolean
  /** Says beside the page which files each of its addresses needs, for the server to name them in the html (src/platform/http/pages.ts). */
  parts?: true
  /** Opens and works without network (service worker); the name under which a telephone keeps it. */
  offline?: { name: string; shortName: string }
}

const apps = {
  kiosk: { base: '/kiosk/', limitKb: 150, lazyLimitKb: 600, noSchemas: true, face: true, films: true },
  portal: { base: '/', noSchemas: true, films: true, parts: true },
  console: { base: '/console/' },
  field: {
    base: '/field/',
    limitKb: 260,
    lazyLimitKb: 620,
    noSchemas: true,
    offline: { name: '烟政通 外勤', shortName: '外勤' },
  },
} as const satisfies Record<string, App>

export type WebApp = keyof typeof apps
const appNames = Object.keys(apps) as WebApp[]

export interface BuildOptions {
  log: (line: string) => void
  /** Default: every app whose folder exists. */
  only?: readonly WebApp[]
}

/** Builds each front end whose sources changed since its last build (前端过期才构建), side by side. Throws when a build fails. */
export async function buildWebIfStale({ log, only = appNames }: BuildOptions): Promise<void> {
  const stamps = await readStamps()
  const shared = await hashOf([
    'web/build.ts',
    'web/{shared,services,films}/**',
    'src/modules/*/contract.ts',
    'src/modules/*/contract/**',
    'src/kernel/**',
    'agent/contract.ts',
    'package-lock.json',
  ])
  const stale: { app: WebApp; stamp: string }[] = []
  for (const app of only) {
    if (!existsSync(path.join(root, 'web', app, 'index.html'))) continue
    const stamp = `${shared}.${await hashOf([`web/${app}/**`])}`
    if (stamps[app] !== stamp || !existsSync(path.join(dist, app, 'index.html'))) stale.push({ app, stamp })
  }
  await asProduction(() => Promise.all(stale.map(({ app }) => buildApp(app, log))))
  if (stale.length === 0) return
  // Read again: another build may have finished meanwhile.
  const merged = { ...(await readStamps()), ...Object.fromEntries(stale.map(({ app, stamp }) => [app, stamp])) }
  await mkdir(dist, { recursive: true })
  await writeFile(stampFile, JSON.stringify(merged))
}

/** Vite builds for the NODE_ENV it finds; a test runner's own (`test`) would leave development code in the served files. */
async function asProduction<T>(work: () => Promise<T>): Promise<T> {
  const before = process.env['NODE_ENV']
  process.env['NODE_ENV'] = 'production'
  try {
    return await work()
  } finally {
    if (before === undefined) delete process.env['NODE_ENV']
    else process.env['NODE_ENV'] = before
  }
}

async function buildApp(app: WebApp, log: (line: string) => void): Promise<void> {
  const started = performance.now()
  const { limitKb, lazyLimitKb, face, films } = apps[app] as App
  const built = await build(configOf(app))
  if (films) await cp(filmFolder, path.join(dist, app, 'films'), { recursive: true })
  if (face) await copyFaceModels(path.join(dist, app, 'face'))
  const all = await compress(path.join(dist, app))
  const inline = await holdsInlineCode(path.join(dist, app))
  const kb = lazyLimitKb === undefined ? all : firstViewKb(built)
  const lazy = lazyLimitKb === undefined ? '' : ` and ${(all - kb).toFixed(1)} kB on demand`
  log(`web/${app}: ${kb.toFixed(1)} kB of JavaScript after gzip${lazy}, ${Math.round(performance.now() - started)} ms`)
  if (limitKb !== undefined && kb > limitKb)
    throw new Error(`web/${app} has ${kb.toFixed(1)} kB of JavaScript, more than ${limitKb} kB`)
  if (lazyLimitKb !== undefined && all - kb > lazyLimitKb)
    throw new Error(`web/${app} has ${(all - kb).toFixed(1)} kB of JavaScript on demand, more than ${lazyLimitKb} kB`)
  if (inline)
    throw new Error(`web/${app}: index.html holds an inline script or style, which the content security policy blocks`)
}

/** One configuration for all apps; also what a test or a dev server may start from. */
export function configOf(app: WebApp): InlineConfig {
  return {
    root: path.join(root, 'web', app),
    base: apps[app].base,
    configFile: false,
    logLevel: 'warn',
    plugins: [react(), ...offlineParts(apps[app]), ...partsOfPages(apps[app])],
    ...((apps[app] as App).noSchemas
      ? { resolve: { alias: [{ find: /^typebox$/, replacement: path.join(root, 'web/shared/no-schemas.ts') }] } }
      : {}),
    build: {
      outDir: path.join(dist, app),
      emptyOutDir: true,
      target: 'es2022',
      // A data: address or an inline script would need a weaker content security policy.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 2_000,
      reportCompressedSize: false,
      rolldownOptions: {
        treeshake: { moduleSideEffects: id => !/[\\/]src[\\/](kernel|modules)[\\/]/.test(id) },
        onwarn: (warning, handle) => {
          if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') handle(warning)
        },
      },
    },
  }
}

/** A part larger than this would hold up the shell, which then is drawn first. */
const partLimitKb = 20

/**
 * 先取: which files the page at an address is made of beyond the shell. Without it a slow line is waited for twice, first for the shell
 * and then for the part of the page, whose name stands only in the shell's program.
 */
function partsOfPages({ base, parts }: App): Plugin[] {
  if (!parts) return []
  const sourceOf = (load: () => unknown): string => {
    // A test builds inside its own runner, which has written the import as a call of its own with the path from the root.
    const [, file] = /import(?:__)?\(\s*['"]([^'"]+)['"]/.exec(String(load)) ?? []
    if (file === undefined) throw new Error(`no import in ${load}`)
    return file.startsWith('/') ? path.join(root, file) : path.join(root, 'web/portal/app', file)
  }
  return [
    {
      name: 'yzt-parts',
      // After Vite has taken out the files that held a style sheet only.
      generateBundle: {
        order: 'post',
        handler(_, bundle) {
          const chunks = new Map(
            Object.values(bundle).flatMap(one => (one.type === 'chunk' ? [[one.fileName, one]] : [])),
          )
          const filesOf = (name: string, seen = new Set<string>()): Set<string> => {
            const chunk = chunks.get(name)
            if (chunk === undefined || seen.has(name)) return seen
            for (const file of [name, ...(chunk.viteMetadata?.importedCss ?? [])]) seen.add(file)
            for (const one of chunk.imports) filesOf(one, seen)
            return seen
          }
          const all = [...chunks.values()]
          const shell = new Set(all.filter(one => one.isEntry).flatMap(one => [...filesOf(one.fileName)]))
          const lines = Object.entries(pageParts).flatMap(([page, load]) => {
            const chunk = all.find(one => one.facadeModuleId === sourceOf(load))
            if (chunk === undefined) throw new Error(`the page ${page} has no file of its own`)
            const needed = [...filesOf(chunk.fileName)].filter(file => !shell.has(file))
            const kb = needed.reduce((sum, file) => sum + gzipSync(chunks.get(file)?.code ?? '').length, 0) / 1000
            if (kb > partLimitKb) return []
            const patterns = (pagePatterns.get(page as keyof typeof pageParts) ?? []).map(({ source }) => source)
            return [{ patterns, files: needed.map(file => base + file) }]
          })
          this.emitFile({ type: 'asset', fileName: 'parts.json', source: JSON.stringify(lines) })
        },
      },
    },
  ]
}

/**
 * The shell of an offline app. The page itself is kept as the server sends it: with its mode mark and its own content
 * security policy. Nothing of /api is ever kept by the worker.
 */
function offlineParts({ base, offline }: App) {
  if (offline === undefined) return []
  return VitePWA({
    registerType: 'autoUpdate',
    injectRegister: false,
    manifest: {
      name: offline.name,
      short_name: offline.shortName,
      lang: 'zh-CN',
      start_url: base,
      scope: base,
      display: 'standalone',
      background_color: '#FAFAF7',
      theme_color: '#0B4A8F',
      icons: [{ src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' }],
    },
    workbox: {
      globPatterns: ['**/*.{js,css,svg,webmanifest,wasm}'],
      additionalManifestEntries: [{ url: base, revision: String(Date.now()) }],
      navigateFallback: base,
      navigateFallbackAllowlist: [new RegExp(`^${base}`)],
    },
  })
}

/** Lays a gzip beside every file that is worth it, for the server to send; gives the kilobytes of all scripts. */
async function compress(folder: string): Promise<number> {
  let scripts = 0
  for await (const name of glob('**/*.{js,css,svg,json,wasm}', { cwd: folder })) {
    const file = path.join(folder, name)
    const small = gzipSync(await readFile(file), { level: 9 })
    if (name.endsWith('.js')) scripts += small.length
    if (small.length > 500) await writeFile(`${file}.gz`, small)
  }
  return scripts / 1000
}

/** Whether the page holds code of its own. */
async function holdsInlineCode(folder: string): Promise<boolean> {
  const html = await readFile(path.join(folder, 'index.html'), 'utf8')
  return /<style|<script(?![^>]*\bsrc=)|\sstyle=/i.test(html)
}

/** What the browser fetches before anybody touches anything: the entry with everything it imports, but not what it may ask for later. */
function firstViewKb(built: Awaited<ReturnType<typeof build>>): number {
  const chunks = [built].flat().flatMap(one => ('output' in one ? one.output : []))
  const code = new Map(chunks.flatMap(chunk => (chunk.type === 'chunk' ? [[chunk.fileName, chunk] as const] : [])))
  const first = new Set<string>()
  const take = (name: string) => {
    const chunk = code.get(name)
    if (!chunk || first.has(name)) return
    first.add(name)
    chunk.imports.forEach(take)
  }
  for (const chunk of code.values()) if (chunk.isEntry) take(chunk.fileName)
  const bytes = [...first].map(name => gzipSync(code.get(name)?.code ?? '', { level: 9 }).length)
  return bytes.reduce((sum, one) => sum + one, 0) / 1000
}

const faceFiles = [
  ...['blazeface', 'facemesh', 'faceres'].flatMap(name =>
    ['json', 'bin'].map(ending => `@vladmandic/human/models/${name}.${ending}`),
  ),
  ...['', '-simd'].map(kind => `@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm${kind}.wasm`),
]

async function copyFaceModels(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const file of faceFiles)
    await copyFile(path.join(root, 'node_modules', file), path.join(folder, path.basename(file)))
}

async function hashOf(patterns: readonly string[]): Promise<string> {
  const files: string[] = []
  for await (const entry of glob([...patterns], { cwd: root, withFileTypes: true })) {
    if (entry.isFile()) files.push(path.join(entry.parentPath, entry.name))
  }
  const hash = createHash('sha256')
  for (const file of files.sort()) hash.update(`${path.relative(root, file)}\0`).update(await readFile(file))
  return hash.digest('hex').slice(0, 24)
}

async function readStamps(): Promise<Partial<Record<WebApp, string>>> {
  try {
    return JSON.parse(await readFile(stampFile, 'utf8')) as Partial<Record<WebApp, string>>
  } catch {
    return {}
  }
}

if (import.meta.main) {
  const only = process.argv.slice(2).filter((name): name is WebApp => Object.hasOwn(apps, name))
  await buildWebIfStale({ log: line => console.log(line), ...(only.length > 0 ? { only } : {}) })
}
