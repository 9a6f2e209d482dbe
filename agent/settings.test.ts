import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { makeRig, type Rig, until } from './testing/rig.ts'

let rig: Rig
afterEach(() => rig.stop())

const settings = {
  // Whenever the tests run.
  opensAt: '00:00',
  closesAt: '23:59',
  openDays: [1, 2, 3, 4, 5, 6, 7],
  idleSeconds: 45,
  voice: 'cantonese',
  volume: 55,
  sleepPicture: 'clock',
  notice: '',
}
const order = (version: number, change: object = {}) => ({ version, text: JSON.stringify({ ...settings, ...change }) })
const told = () =>
  rig.server.seen
    .filter(one => one.path === '/api/access/terminal-heartbeats')
    .map(one => (JSON.parse(one.body) as { settingsVersion: number }).settingsVersion)
describe('settings from afar', () => {
  it('hold at once, are told back by their number, and are there after a restart without network', async () => {
    rig = await makeRig()
    expect(told().every(version => version === 0)).toBe(true)
    rig.server.settings = order(7)
    await rig.restart()
    await until(() => rig.agent.terminal.state().settings !== undefined)
    expect(rig.agent.terminal.state().settings).toEqual(settings)
    await until(() => told().includes(7))
    expect((await rig.signIn()).body).toMatchObject({ idleSeconds: 45 })
    rig.server.settings = null
    await rig.restart()
    expect(rig.agent.terminal.state().settings).toEqual(settings)
  })

  it('never lengthen what the server allows', async () => {
    rig = await makeRig()
    rig.server.settings = order(1, { idleSeconds: 90 })
    await rig.restart()
    await until(() => rig.agent.terminal.state().settings !== undefined)
    expect((await rig.signIn()).body).toMatchObject({ idleSeconds: 60 })
  })

  it('close the reader outside the hours they name, and nothing else', async () => {
    rig = await makeRig()
    rig.server.settings = order(1, { openDays: [] })
    await rig.restart()
    await until(() => rig.agent.terminal.state().settings !== undefined)
    expect(await rig.signIn()).toMatchObject({ status: 403, body: { code: 'outsideHours' } })
    rig.server.settings = order(2, { volume: 10 })
    await rig.restart()
    await until(() => rig.agent.terminal.state().settings?.volume === 10)
    expect((await rig.signIn()).body).toMatchObject({ idleSeconds: 45 })
  })

  it('with a wrong signature, or of a shape that is none, change nothing', async () => {
    rig = await makeRig()
    for (const wrong of [
      { ...order(3), mac: '00'.repeat(32) },
      { ...order(3), mac: 'short' },
      order(3, { volume: 101 }),
      { version: 3, text: 'not json' },
    ]) {
      rig.server.settings = wrong
      const before = told().length
      await rig.restart()
      await until(() => told().length > before)
      expect(rig.agent.terminal.state().settings).toBeUndefined()
    }
  })

  it('on a damaged file are as none: the terminal says so and is told again', async () => {
    rig = await makeRig()
    rig.server.settings = order(5)
    await rig.restart()
    await until(() => told().includes(5))
    const path = join(rig.dataDir, 'settings.json')
    writeFileSync(path, readFileSync(path, 'utf8').slice(0, 20))
    await rig.restart()
    await until(() => rig.agent.terminal.state().settings !== undefined)
    expect(told()).toContain(0)
  })
})

it('an enrolled terminal knows the town it stands in, from the register of areas', async () => {
  rig = await makeRig()
  expect(rig.agent.terminal.state().terminal.town).toBe('沙湖镇')
})
