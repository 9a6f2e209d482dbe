import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { folderOf, type Voice } from '../../shared/voices.ts'
import { asHeard } from './heard.ts'

/** Folder of the sounds of one voice, committed: a terminal needs no synthesiser. */
export const soundFolder = (voice: Voice): string =>
  fileURLToPath(new URL(`../public/speech/${folderOf(voice)}`, import.meta.url))

export const manifestFile = (voice: Voice): string => `${soundFolder(voice)}manifest.json`

/** Prompt key → hash of the text that its sound file says. */
export type SoundManifest = Readonly<Record<string, string>>

export const readManifest = (voice: Voice): SoundManifest =>
  existsSync(manifestFile(voice)) ? (JSON.parse(readFileSync(manifestFile(voice), 'utf8')) as SoundManifest) : {}

/** Of the spelling the voice is given, so that a new exception makes the sound anew. */
export const hashOfSound = (voice: Voice, text: string): string =>
  createHash('sha256').update(asHeard(voice, text)).digest('hex').slice(0, 16)
