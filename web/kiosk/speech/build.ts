import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import load from '@echogarden/espeak-ng-emscripten'
import { hashOfText, manifestFile, type SoundManifest, soundFolder } from './manifest.ts'
import { prompts } from './prompts.ts'

/**
 * `npm run speech`: makes one Mandarin sound file of each prompt whose text changed, and removes sounds that nobody
 * asks for. Needs ffmpeg. The voice is synthetic; the page itself is the caption of everything said.
 */
const before: SoundManifest = existsSync(manifestFile)
  ? (JSON.parse(readFileSync(manifestFile, 'utf8')) as SoundManifest)
  : {}
const after: Record<string, string> = {}
const espeak = new (await load()).eSpeakNGWorker()
// A little slower than the default of 175 words a minute: it is heard standing, in a noisy room.
espeak.set_rate(155)

for (const [key, text] of Object.entries(prompts)) {
  const hash = hashOfText(text)
  after[key] = hash
  const file = `${soundFolder}${key}.ogg`
  if (before[key] === hash && existsSync(file)) continue
  writeFileSync(file, compressed(spoken(text)))
  process.stdout.write(`${key}: ${text}\n`)
}
for (const name of readdirSync(soundFolder)) {
  if (name.endsWith('.ogg') && !Object.hasOwn(prompts, name.slice(0, -4))) rmSync(soundFolder + name)
}
writeFileSync(manifestFile, `${JSON.stringify(after, null, 2)}\n`)

function spoken(text: string): Buffer {
  espeak.set_voice('cmn')
  // Some voices spell a syllable they do not know as English; then the prompt has to be worded differently.
  const { ipa } = espeak.synthesize_ipa(text)
  if (/\(en\)/.test(ipa)) throw new Error(`the voice would spell a part of this as English: ${text}`)
  const pieces: Buffer[] = []
  espeak.synthesize(text, sound => {
    if (sound) pieces.push(Buffer.from(new Uint8Array(sound.buffer, sound.byteOffset, sound.byteLength)))
    return false
  })
  return Buffer.concat(pieces)
}

/** Opus, mono: 24 kbit a second is plenty for a voice. `bitexact` keeps the same text at the same bytes. */
function compressed(pcm: Buffer): Buffer {
  const input = ['-f', 's16le', '-ar', String(espeak.samplerate), '-ac', '1', '-i', '-']
  const output = ['-af', 'volume=4dB', '-c:a', 'libopus', '-b:a', '24k', '-map_metadata', '-1']
  const exact = ['-fflags', '+bitexact', '-flags:a', '+bitexact', '-f', 'ogg', '-']
  const made = spawnSync('ffmpeg', ['-loglevel', 'error', ...input, ...output, ...exact], {
    input: pcm,
    maxBuffer: 1 << 26,
  })
  if (made.status !== 0)
    throw new Error(`ffmpeg is needed to compress the sounds: ${made.error?.message ?? made.stderr}`)
  return made.stdout
}
