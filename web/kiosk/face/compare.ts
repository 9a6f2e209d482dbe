import { type FacePolicy, routes } from '#contract/access'
import { deviceRoutes, type Portrait } from '../../../agent/contract.ts'
import { call } from '../../shared/api.ts'
import { asked, beginChallenge, type Challenge, look, type Movement, movements } from './challenge.ts'
import type { FaceEngine, Template } from './engine.ts'

/** What the server is told: numbers and words, never a picture. */
export interface Compared {
  readonly score: number
  readonly challenge: 'passed' | 'failed' | 'timeOut' | 'simulated'
  readonly model: string
}

/** Why nothing could be compared here; the other ways stay open. */
export type Impossible = 'noCamera' | 'noPortrait' | 'noEngine'

export interface Showing {
  readonly video: HTMLVideoElement
  /** Aborts when the page is left. */
  readonly signal: AbortSignal
  /** What the person is asked to do now. */
  ask(movement: Movement | undefined): void
}

class CannotCompare extends Error {
  readonly why: Impossible
  constructor(why: Impossible) {
    super(why)
    this.why = why
  }
}

/** 刷脸核对 from camera to score. Whatever happens, the camera is off afterwards and nothing of the face is kept. */
export async function compareFace(showing: Showing): Promise<Compared | Impossible> {
  const camera = await startCamera(showing.video)
  if (!camera) return 'noCamera'
  const off = () => {
    for (const track of camera.getTracks()) track.stop()
    showing.video.srcObject = null
  }
  showing.signal.addEventListener('abort', off)
  try {
    return await compared(showing)
  } catch (error) {
    if (error instanceof CannotCompare) return error.why
    throw error
  } finally {
    showing.signal.removeEventListener('abort', off)
    off()
  }
}

async function startCamera(video: HTMLVideoElement): Promise<MediaStream | undefined> {
  try {
    const camera = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'user' }, audio: false })
    video.srcObject = camera
    await video.play()
    return camera
  } catch {
    return undefined
  }
}

async function compared(showing: Showing): Promise<Compared> {
  const { video, signal } = showing
  const [policy, portrait, engine] = await Promise.all([
    call(routes.facePolicy, { signal }),
    call(deviceRoutes.portrait, { signal }),
    loadEngine(),
  ])
  const card = await templateOfCard(engine, portrait)
  const live: Template[] = []
  const take = async () => {
    const template = await engine.templateOf(video)
    if (template) live.push(template)
  }
  const challenge = await run(showing, { engine, policy, take, simulated: portrait.challengeSimulated })
  await take()
  // Looked at twice, before and after the movements; the worse likeness counts: nobody may step in between.
  const score = live.length < 2 ? 0 : Math.min(...live.map(template => engine.similarity(card, template)))
  return { score: Math.round(score * 1000) / 1000, challenge, model: engine.model }
}

async function loadEngine(): Promise<FaceEngine> {
  try {
    const { openEngine } = await import('./engine.ts')
    return await openEngine()
  } catch {
    throw new CannotCompare('noEngine')
  }
}

async function templateOfCard(engine: FaceEngine, { image }: Portrait): Promise<Template> {
  const bytes = image === null ? undefined : Uint8Array.from(atob(image), letter => letter.charCodeAt(0))
  const picture = bytes && (await createImageBitmap(new Blob([bytes])).catch(() => undefined))
  const template = picture && (await engine.templateOf(picture))
  picture?.close()
  bytes?.fill(0)
  if (!template) throw new CannotCompare('noPortrait')
  return template
}

interface Running {
  readonly engine: FaceEngine
  readonly policy: FacePolicy
  readonly take: () => Promise<void>
  readonly simulated: boolean
}

/** Looks as fast as the machine can until the challenge is decided. */
async function run({ video, signal, ask }: Showing, running: Running): Promise<Compared['challenge']> {
  const { engine, policy, take, simulated } = running
  let challenge: Challenge = beginChallenge(randomOrder(), performance.now())
  while (challenge.outcome === 'open') {
    signal.throwIfAborted()
    const measured = await engine.measure(video)
    const before = asked(challenge)
    challenge = look(challenge, { ...measured, at: performance.now() }, policy.challengeSeconds * 1000)
    if (before === undefined && asked(challenge) !== undefined) {
      await take()
      // Only the dock of a demonstration says so, and only after a face was really there.
      if (simulated) return 'simulated'
    }
    if (asked(challenge) !== before) ask(asked(challenge))
    await new Promise(resolve => setTimeout(resolve, 0))
  }
  return challenge.outcome
}

function randomOrder(): readonly Movement[] {
  const [chance = 0] = crypto.getRandomValues(new Uint8Array(1))
  return chance % 2 === 0 ? movements : [...movements].reverse()
}
