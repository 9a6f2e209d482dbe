import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { PortraitDecoder } from '../reader/portrait.ts'
import type { SampleCard } from './cards.ts'

/** Length of the photo block 照片信息 (WLT). */
const photoBytes = 1024
const mark = 'SIMULATED-WLT '

/** Public-domain portraits beside the project, read and never copied (`../shared/bench/faces/README.md`). */
const portraitFolder = fileURLToPath(new URL('../../../shared/bench/faces', import.meta.url))

/** Who judges blink and turn: what the camera sees, or the dock, which lets them pass. */
export const challengeBy = ['camera', 'simulated'] as const

/** In the place of a real photo block, whose decoder is not shipped: the name of the card, for the decoder below. */
export function encodePhotoBlock(card: SampleCard): Buffer {
  const block = Buffer.alloc(photoBytes, 0x57)
  block.write(`${mark}${card.id}\0`, 'latin1')
  return block
}

/** The simulated decoder: a card's own portrait, or the one that all simulated cards share; none where the folder is missing. */
export function simulatedDecoder(cards: readonly SampleCard[], folder: string = portraitFolder): PortraitDecoder {
  return block => {
    const text = block.toString('latin1')
    const id = text.startsWith(mark) ? text.slice(mark.length, text.indexOf('\0')) : undefined
    const card = cards.find(other => other.id === id)
    const file = join(folder, card?.portrait ?? 'a1.jpg')
    return card && existsSync(file) ? readFileSync(file) : undefined
  }
}
