/// <reference path="./espeak.d.ts" />
import { spawnSync } from 'node:child_process'
import load from '@echogarden/espeak-ng-emscripten'
import type { Voice } from '../../shared/voices.ts'
import { asHeard } from './heard.ts'

/** The synthesiser (GPL, build time only): a synthetic voice; everything it says is also written. */
export interface Synthesiser {
  /** Samples a second of the sound: 16 bit, mono. */
  readonly samplerate: number
  spoken(voice: Voice, text: string): Buffer
  /** Phonemes of a text in a voice of the synthesiser, without stress and pauses. */
  phonemes(voice: string, text: string): string
}

export async function openSynthesiser(): Promise<Synthesiser> {
  const espeak = new (await load()).eSpeakNGWorker()
  // A little slower than the default of 175 words a minute: it is heard standing, in a noisy room.
  espeak.set_rate(155)
  let set = ''
  // Loading a voice takes longer than a sentence.
  const use = (voice: string): void => {
    if (voice !== set) espeak.set_voice(voice)
    set = voice
  }
  const phonemes = (voice: string, text: string): string => {
    use(voice)
    return espeak.synthesize_ipa(text).ipa.replaceAll(/[_ˈˌ\s|]/g, '')
  }
  return {
    samplerate: espeak.samplerate,
    phonemes,
    spoken(voice, text) {
      const spelling = asHeard(voice, text)
      // Some voices spell a syllable they do not know as English; then the prompt has to be worded differently.
      if (phonemes(voice, spelling).includes('(en)'))
        throw new Error(`the voice ${voice} would spell a part of this as English: ${text}`)
      const pieces: Buffer[] = []
      espeak.synthesize(spelling, sound => {
        if (sound) pieces.push(Buffer.from(new Uint8Array(sound.buffer, sound.byteOffset, sound.byteLength)))
        return false
      })
      return Buffer.concat(pieces)
    },
  }
}

/** Opus, mono: 16 kbit a second is plenty for a voice. `bitexact` keeps the same text at the same bytes. */
export function compressed(pcm: Buffer, samplerate: number): Buffer {
  const input = ['-f', 's16le', '-ar', String(samplerate), '-ac', '1', '-i', '-']
  const output = ['-af', 'volume=4dB', '-c:a', 'libopus', '-b:a', '16k', '-map_metadata', '-1']
  const exact = ['-fflags', '+bitexact', '-flags:a', '+bitexact', '-f', 'ogg', '-']
  const made = spawnSync('ffmpeg', ['-loglevel', 'error', ...input, ...output, ...exact], {
    input: pcm,
    maxBuffer: 1 << 26,
  })
  if (made.status !== 0)
    throw new Error(`ffmpeg is needed to compress the sounds: ${made.error?.message ?? made.stderr}`)
  return made.stdout
}
