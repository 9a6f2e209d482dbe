import { afterAll, beforeEach, expect, it, vi } from 'vitest'

vi.stubGlobal('document', { documentElement: { dataset: {} } })
afterAll(() => vi.unstubAllGlobals())

let kiosk: typeof import('./preferences.ts')
let heard: () => { muted: boolean; voice: string; volume: number }
beforeEach(async () => {
  vi.resetModules()
  kiosk = await import('./preferences.ts')
  heard = kiosk.readPreferences
})

it('speaks as the bureau has set it from afar, before anybody has chosen', () => {
  kiosk.followHouse({ voice: 'cantonese', volume: 40 })
  expect(heard()).toMatchObject({ muted: false, voice: 'yue', volume: 0.4 })
  kiosk.followHouse({ voice: 'off', volume: 40 })
  expect(heard()).toMatchObject({ muted: true })
})

it('keeps a person’s own choice until he leaves, but not another loudness', () => {
  kiosk.prefer({ voice: 'yue' })
  kiosk.followHouse({ voice: 'off', volume: 20 })
  expect(heard()).toMatchObject({ muted: false, voice: 'yue', volume: 0.2 })
  kiosk.forgetPreferences()
  expect(heard()).toMatchObject({ muted: true, voice: 'cmn', volume: 0.2 })
})
