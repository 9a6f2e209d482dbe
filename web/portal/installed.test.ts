import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { pageOf } from './app/address.ts'

interface Manifest {
  readonly icons: readonly { src: string; sizes: string; purpose?: string }[]
  readonly shortcuts: readonly { url: string }[]
  readonly start_url: string
}
const read = (file: string) => readFileSync(path.join(import.meta.dirname, file))
const manifest = JSON.parse(read('public/manifest.webmanifest').toString('utf8')) as Manifest
/** Width and height stand behind the first chunk's name. */
const sizeOf = (png: Buffer): string => `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`

it('the site can be installed: every icon is there in its size, one is whole for the telephone to cut', () => {
  for (const { src, sizes } of manifest.icons) expect([src, sizeOf(read(`public${src}`))]).toEqual([src, sizes])
  expect(manifest.icons.map(({ purpose }) => purpose)).toContain('maskable')
  const page = read('index.html').toString('utf8')
  for (const file of ['manifest.webmanifest', 'icons/touch-180.png']) {
    expect(page).toContain(`href="/${file}"`)
    expect(read(`public/${file}`).length).toBeGreaterThan(100)
  }
})

it('what it offers on a long press leads somewhere', () => {
  for (const url of [manifest.start_url, ...manifest.shortcuts.map(one => one.url)])
    expect(pageOf(url)).not.toBe('notFound')
})
