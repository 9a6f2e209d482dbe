import { readFile } from 'node:fs/promises'

/** A file of the media folder, or nothing where there is none. */
export const readOrNothing = (path: string): Promise<Buffer | undefined> =>
  readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })

export const mediaTypes = {
  m3u8: 'application/vnd.apple.mpegurl',
  ts: 'video/mp2t',
  vtt: 'text/vtt; charset=utf-8',
} as const

/** The names of media files come from the contract, so their ending is one of these. */
export const endingOf = (file: string): keyof typeof mediaTypes =>
  file.endsWith('.m3u8') ? 'm3u8' : file.endsWith('.ts') ? 'ts' : 'vtt'
