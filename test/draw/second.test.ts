import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sm3 } from '#platform/crypto'
import { randomDraw } from '../../src/modules/inspection/testing/random-draw.ts'

const digest = (text: string) => sm3(text).toString('hex')
const draws = 10_000

function second(files: readonly unknown[]): string[] {
  const lines = files.map(file => JSON.stringify(file)).join('\n')
  const program = join(import.meta.dirname, 'second.py')
  const { status, stdout, stderr } = spawnSync('python3', [program], { input: lines, maxBuffer: 1e9, encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return stdout.trim().split('\n')
}

describe('a second implementation in another language, without shared code', () => {
  it(`agrees on ${draws} random draws`, () => {
    const files = Array.from({ length: draws }, (_, n) => randomDraw(n, digest))
    expect(new Set(second(files))).toEqual(new Set(['ok']))
  })

  it('and finds what was changed afterwards', () => {
    const file = randomDraw(1, digest)
    const changed = { ...file, result: { ...file.result, groups: file.result.groups.slice(1) } }
    const hidden = { ...file, manifest: { ...file.manifest, objects: file.manifest.objects.slice(1) } }
    expect(second([changed, hidden])).toEqual(['groups', 'manifest'])
  })
})
