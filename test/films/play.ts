import type { Page } from 'playwright-core'
import type { Scene } from '../../web/films/scene.ts'
import type { Camera } from './camera.ts'
import { buttonOf, type Player } from './player.ts'

/** How long the words of a scene take, in the slower of the voices. */
type Spoken = (scene: Scene) => number

export interface Cue {
  readonly from: number
  readonly to: number
  readonly scene: Scene
}

/** The finger stays on the button for so long before it lifts. */
const touchSeconds = 0.8
const breath = 0.3
/** An act without words of its own is looked at for so long before it. */
const glance = 0.5

/** Plays the scenes at the real terminal or telephone, and notes when each is spoken. */
export async function play(scenes: readonly Scene[], stage: Stage): Promise<readonly Cue[]> {
  const { camera, spoken } = stage
  const cues: Cue[] = []
  for (const scene of scenes) {
    await camera.follow(() => ready(scene, stage))
    const from = length(camera)
    const pressing = scene.act && 'press' in scene.act ? scene.act.press : undefined
    camera.hold(Math.max(1.2, spoken(scene) + breath - (pressing ? touchSeconds : 0)))
    if (pressing) {
      await camera.follow(() => touch(stage.player.page, pressing))
      camera.hold(touchSeconds)
    }
    const { act } = scene
    if (act) await camera.follow(() => stage.player.perform(act))
    for (const also of scene.also ?? []) {
      camera.hold(glance)
      await camera.follow(() => stage.player.perform(also))
    }
    cues.push({ from, to: length(camera), scene })
  }
  camera.hold(1)
  return cues
}

export interface Stage {
  readonly player: Player
  readonly camera: Camera
  readonly spoken: Spoken
}

export const length = ({ shots }: Camera): number => shots.reduce((sum, { seconds }) => sum + seconds, 0)

async function ready({ on, act }: Scene, { player }: Stage): Promise<void> {
  if (on) await player.heading(new RegExp(on))
  if (act && 'press' in act) await buttonOf(player.page, act.press).waitFor({ timeout: 30_000 })
  if (act && 'sign' in act) await player.page.locator('canvas').waitFor({ timeout: 30_000 })
}

/** A ring where the finger goes. It is drawn by script, never part of the page; the next page takes it away. */
async function touch(page: Page, name: string): Promise<void> {
  await buttonOf(page, name).scrollIntoViewIfNeeded()
  const box = await buttonOf(page, name).boundingBox()
  if (!box) throw new Error(`no button ${name}`)
  const size = (page.viewportSize()?.width ?? 1080) / 10.8
  await page.evaluate(ringAt(box.x + Math.min(box.width / 2, 2.6 * size), box.y + box.height / 2, size))
}

const ringAt = (x: number, y: number, size: number): string => `{
  const ring = document.createElement('div')
  Object.assign(ring.style, {
    position: 'fixed', left: '${x - size / 2}px', top: '${y - size / 2}px', width: '${size}px', height: '${size}px', boxSizing: 'border-box',
    border: '${size / 7}px solid #b3261e', borderRadius: '50%', background: 'rgb(179 38 30 / 0.25)', pointerEvents: 'none', zIndex: '9',
  })
  document.body.append(ring)
  addEventListener('click', () => ring.remove(), { once: true, capture: true })
}`
