import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { type Voice, voices } from '../../shared/voices.ts'
import { hashOfSound, manifestFile, readManifest, soundFolder } from './manifest.ts'
import { prompts } from './spoken.ts'
import { compressed, openSynthesiser } from './synthesis.ts'

/**
 * `npm run speech`: makes one sound file in each voice of each prompt whose text changed, and removes sounds that
 * nobody asks for. Needs ffmpeg. The voice is synthetic; the page itself is the caption of everything said.
 */
const synthesiser = await openSynthesiser()
for (const voice of voices) makeSounds(voice)

function makeSounds(voice: Voice): void {
  const folder = soundFolder(voice)
  mkdirSync(folder, { recursive: true })
  const before = readManifest(voice)
  const after: Record<string, string> = {}
  for (const [key, text] of Object.entries(prompts)) {
    const hash = hashOfSound(voice, text)
    after[key] = hash
    const file = `${folder}${key}.ogg`
    if (before[key] === hash && existsSync(file)) continue
    writeFileSync(file, compressed(synthesiser.spoken(voice, text), synthesiser.samplerate))
    process.stdout.write(`${voice} ${key}: ${text}\n`)
  }
  for (const name of readdirSync(folder)) {
    if (name.endsWith('.ogg') && !Object.hasOwn(prompts, name.slice(0, -4))) rmSync(folder + name)
  }
  writeFileSync(manifestFile(voice), `${JSON.stringify(after, null, 2)}\n`)
}
