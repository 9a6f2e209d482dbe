import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'

/** Folder of the sounds, committed: a terminal needs no synthesiser. */
export const soundFolder = fileURLToPath(new URL('../public/speech/', import.meta.url))
export const manifestFile = `${soundFolder}manifest.json`

/** Prompt key → hash of the text that its sound file says. */
export type SoundManifest = Readonly<Record<string, string>>

export const hashOfText = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)
