import type { Page } from 'playwright-core'
import type { Act, Scene } from '../../web/films/scene.ts'
import type { Visitor } from '../journeys/terminal.ts'
import type { Camera } from './camera.ts'

/** How long the words of a scene take, in the slower of the voices. */
export type Spoken = (scene: Scene) => number

export interface Cue {
  readonly from: number
  readonly to: number
  readonly scene: Scene
}

/** The finger stays on the button for so long before it lifts. */
const touchSeconds = 0.8
const breath = 0.3

/** Plays the scenes at the real terminal, and notes when each is spoken. */
export async function play(scenes: readonly Scene[], stage: Stage): Promise<readonly Cue[]> {
  const { camera, spoken } = stage
  const cues: Cue[] = []
  for (const scene of scenes) {
    await camera.follow(() => ready(scene, stage))
    const from = length(camera)
    const pressing = scene.act && 'press' in scene.act ? scene.act.press : undefined
    camera.hold(Math.max(1.2, spoken(scene) + breath - (pressing ? touchSeconds : 0)))
    if (pressing) {
      await camera.follow(() => touch(stage.visitor.page, pressing))
      camera.hold(touchSeconds)
    }
    cues.push({ from, to: length(camera), scene })
    await camera.follow(() => perform(scene.act, stage))
  }
  camera.hold(1)
  return cues
}

export interface Stage {
  readonly visitor: Visitor
  readonly camera: Camera
  readonly spoken: Spoken
}

export const length = ({ shots }: Camera): number => shots.reduce((sum, { seconds }) => sum + seconds, 0)

const buttonOf = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(name) }).last()

async function ready({ on, act }: Scene, { visitor }: Stage): Promise<void> {
  if (on) await visitor.heading(new RegExp(on))
  if (act && 'press' in act) await buttonOf(visitor.page, act.press).waitFor({ timeout: 30_000 })
  if (act && 'sign' in act) await visitor.page.locator('canvas').waitFor({ timeout: 30_000 })
}

async function perform(act: Act | undefined, { visitor }: Stage): Promise<void> {
  if (!act) return
  if ('lay' in act) return visitor.lay(act.lay)
  if ('sign' in act) return visitor.sign()
  if ('code' in act) return visitor.typeCode()
  if ('press' in act) return buttonOf(visitor.page, act.press).click()
  for (const digit of act.keys) await visitor.press(new RegExp(`^${digit}$`))
}

/** A ring where the finger goes. It is drawn by script, never part of the page; the next page takes it away. */
async function touch(page: Page, name: string): Promise<void> {
  await buttonOf(page, name).scrollIntoViewIfNeeded()
  const box = await buttonOf(page, name).boundingBox()
  if (!box) throw new Error(`no button ${name}`)
  await page.evaluate(ringAt(box.x + Math.min(box.width / 2, 260), box.y + box.height / 2))
}

const ringAt = (x: number, y: number): string => `{
  const ring = document.createElement('div')
  Object.assign(ring.style, {
    position: 'fixed', left: '${x - 50}px', top: '${y - 50}px', width: '100px', height: '100px', boxSizing: 'border-box',
    border: '14px solid #b3261e', borderRadius: '50%', background: 'rgb(179 38 30 / 0.25)', pointerEvents: 'none', zIndex: '9',
  })
  document.body.append(ring)
  addEventListener('click', () => ring.remove(), { once: true, capture: true })
}`
