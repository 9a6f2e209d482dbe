import { type Config, type FaceResult, Human } from '@vladmandic/human'
import type { Measurement } from './challenge.ts'

/** What one picture of one person is turned into; in the page's memory only. */
export type Template = readonly number[]

/** The comparison on this machine. Loaded when somebody agreed to it, never before. */
export interface FaceEngine {
  readonly model: string
  /** Where the face looks and how open its eyes are; quick, without a template. */
  measure(video: HTMLVideoElement): Promise<Omit<Measurement, 'at'>>
  /** undefined: not exactly one face. */
  templateOf(picture: ImageBitmap | HTMLVideoElement): Promise<Template | undefined>
  similarity(a: Template, b: Template): number
}

const folder = `${import.meta.env.BASE_URL}face/`

// Rotation off: 105–160 ms a picture instead of 215–345, and the same margin on upright pictures. The two models that call a
// picture alive are left out: they pass stills (recipes, Face).
const config: Partial<Config> = {
  backend: 'wasm',
  wasmPath: folder,
  modelBasePath: folder,
  // Nothing is stored on a public machine, not even the models: they come from beside the page.
  cacheModels: false,
  cacheSensitivity: 0,
  debug: false,
  filter: { enabled: false },
  gesture: { enabled: false },
  face: {
    enabled: true,
    detector: { rotation: false, maxDetected: 2, skipFrames: 0, skipTime: 0 },
    mesh: { enabled: true },
    iris: { enabled: false },
    emotion: { enabled: false },
    description: { enabled: true, skipFrames: 0, skipTime: 0 },
    antispoof: { enabled: false },
    liveness: { enabled: false },
  },
  body: { enabled: false },
  hand: { enabled: false },
  object: { enabled: false },
  segmentation: { enabled: false },
}

export async function openEngine(): Promise<FaceEngine> {
  const human = new Human(config)
  await human.load()
  return {
    model: `human ${human.version} faceres wasm`,
    async measure(video) {
      const { face } = await human.detect(video, { face: { description: { enabled: false } } })
      const [first] = face
      return { faces: face.length, yaw: first?.rotation?.angle.yaw ?? 0, eyes: first ? eyesOf(first) : 0 }
    },
    async templateOf(picture) {
      const { face } = await human.detect(picture, { face: { description: { enabled: true } } })
      const [only] = face
      return face.length === 1 ? only?.embedding : undefined
    },
    similarity: (a, b) => human.match.similarity([...a], [...b]),
  }
}

/** Points of the face mesh: upper lid, lower lid, and the two corners of each eye. */
const eyePoints = [
  [159, 145, 33, 133],
  [386, 374, 362, 263],
] as const

function eyesOf({ mesh }: FaceResult): number {
  const apart = (a: number, b: number) => {
    const [from, to] = [mesh[a], mesh[b]]
    return from && to ? Math.hypot(from[0] - to[0], from[1] - to[1]) : 0
  }
  const open = eyePoints.map(([upper, lower, inner, outer]) => apart(upper, lower) / (apart(inner, outer) || 1))
  return open.reduce((sum, one) => sum + one, 0) / open.length
}
