import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { portraitBox } from './reader/portrait.ts'
import { makeRig, type Rig } from './testing/rig.ts'

let rig: Rig
const blocks: Buffer[] = []
const pictures: Buffer[] = []
beforeAll(async () => {
  rig = await makeRig({
    decodePortrait: block => {
      blocks.push(block)
      const picture = Buffer.from(`CANARY-PORTRAIT of ${block.toString('latin1', 14, 22)}`)
      pictures.push(picture)
      return picture
    },
    challengeSimulated: () => false,
  })
})
afterAll(() => rig.stop())

const portrait = () => rig.ask('/device/portrait')

describe('the portrait of the card', () => {
  it('is given to the page while the session is open, through the decoder of the reader', async () => {
    expect((await portrait()).status).toBe(401)
    expect((await rig.signIn()).body).toMatchObject({ portrait: true })
    const { body, headers } = await portrait()
    const image = Buffer.from('CANARY-PORTRAIT of retailer').toString('base64')
    expect(body).toEqual({ image, challengeSimulated: false })
    expect(headers.get('cache-control')).toBe('no-store')
  })

  it('is overwritten when the session ends, and its photo block as soon as it was decoded', async () => {
    await rig.ask('/device/card-session', { method: 'DELETE' })
    expect((await portrait()).status).toBe(401)
    expect(pictures.map(picture => picture.every(byte => byte === 0))).toEqual([true])
    expect(blocks.map(block => block.every(byte => byte === 0))).toEqual([true])
  })

  it('is the next person’s after the next card, never both', async () => {
    await rig.signIn('retailer')
    await rig.signIn('elder')
    const { image } = (await portrait()).body as { image: string }
    expect(Buffer.from(image, 'base64').toString()).toContain('of elder')
    expect(pictures.slice(0, -1).every(picture => picture.every(byte => byte === 0))).toBe(true)
  })

  it('lies in no file of the terminal', () => {
    const files = readdirSync(rig.dataDir, { recursive: true, encoding: 'utf8' }).map(name => join(rig.dataDir, name))
    const all = files.filter(path => statSync(path).isFile()).map(path => readFileSync(path, 'latin1'))
    expect(all.length).toBeGreaterThan(0)
    expect(all.filter(text => text.includes('CANARY-PORTRAIT') || text.includes('SIMULATED-WLT'))).toEqual([])
  })

  it('is missing, not wrong, where the reader has no decoder or the decoder fails', () => {
    expect(portraitBox().keep(Buffer.from('block'))).toBe(false)
    const failing = portraitBox(() => {
      throw new Error('unknown block')
    })
    expect(failing.keep(Buffer.from('block'))).toBe(false)
    expect(failing.read()).toBeUndefined()
  })
})
