import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type ServiceCode, services } from '#contract/licensing'
import { type FilmName, scripts } from './scripts.ts'

/** The films as they are shipped: sound and picture, captions, and what they were made from. */
export const madeFolder = fileURLToPath(new URL('made/', import.meta.url))
const manifestFile = `${madeFolder}manifest.json`

interface MadeFilm {
  readonly madeFrom: string
  readonly seconds: number
}
export type FilmManifest = Readonly<Partial<Record<FilmName, MadeFilm>>>

export const readFilms = (): FilmManifest =>
  existsSync(manifestFile) ? (JSON.parse(readFileSync(manifestFile, 'utf8')) as FilmManifest) : {}

export { manifestFile }

/**
 * A film is out of date 过期 when its script, or what its service asks (words, order, options), is no longer what it
 * was made from. A new colour or another service's question does not make it so: the film would still lead rightly.
 */
export function madeFrom(name: FilmName): string {
  const service = Object.hasOwn(services, name) ? services[name as ServiceCode] : undefined
  const asked = service ? [service.name, service.detail, service.questions] : null
  return createHash('sha256')
    .update(JSON.stringify([scripts[name], asked]))
    .digest('hex')
    .slice(0, 16)
}
