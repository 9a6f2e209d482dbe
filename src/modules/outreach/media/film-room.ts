import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { writeDurably } from '#platform/durable-file'
import { readOrNothing } from './media-file.ts'

/** 片库 of one film: the pieces that are coming in, and the film made of them. Names come from the contract: hex and digits only. */
export interface FilmRoom {
  putPiece(upload: string, piece: number, bytes: Uint8Array): Promise<void>
  /** Bytes of all pieces together; `undefined` while one is missing. */
  arrived(upload: string, pieces: number): Promise<number | undefined>
  /** Puts the pieces together into one file. */
  join(upload: string, pieces: number, to: string): Promise<void>
  /** A fresh folder to work in. */
  workbench(upload: string): Promise<string>
  /** What was made in the workbench stands where it is read; the pieces stay until the row says so too. */
  settle(upload: string): Promise<void>
  /** Nothing but the film of this upload. */
  keepOnly(upload: string): Promise<void>
  /** The pieces and the workbench of an upload that is over; a film that was made of it stays. */
  clear(upload: string): Promise<void>
  read(upload: string, file: string): Promise<Buffer | undefined>
}

/** The whole file that was sent, in its workbench. */
export const sourceName = 'source'

export const filmFolder = (dataFolder: string, id: string): string => join(dataFolder, 'media', 'film', id)

export function openFilmRoom(dataFolder: string, id: string): FilmRoom {
  const folder = filmFolder(dataFolder, id)
  const piecesOf = (upload: string) => join(folder, `${upload}.pieces`)
  const workOf = (upload: string) => join(folder, `${upload}.work`)
  const nameOf = (piece: number) => `p${String(piece).padStart(4, '0')}`
  const pathsOf = (upload: string, pieces: number) =>
    Array.from({ length: pieces }, (_, piece) => join(piecesOf(upload), nameOf(piece)))
  return {
    putPiece: async (upload, piece, bytes) => {
      // A new upload takes the place of one that was never finished.
      if (piece === 0) await removeAll(folder, name => name.endsWith('.pieces') && !name.startsWith(upload))
      await mkdir(piecesOf(upload), { recursive: true, mode: 0o700 })
      await writeDurably(join(piecesOf(upload), nameOf(piece)), bytes)
    },
    arrived: async (upload, pieces) => {
      const sizes = await Promise.all(pathsOf(upload, pieces).map(path => stat(path).catch(() => undefined)))
      return sizes.reduce<number | undefined>(
        (sum, one) => (sum === undefined || one === undefined ? undefined : sum + one.size),
        0,
      )
    },
    join: async (upload, pieces, to) => {
      const paths = pathsOf(upload, pieces)
      await pipeline(
        async function* () {
          for (const path of paths) yield* createReadStream(path)
        },
        createWriteStream(to, { mode: 0o600 }),
      )
    },
    workbench: async upload => {
      await rm(workOf(upload), { recursive: true, force: true })
      await mkdir(workOf(upload), { recursive: true, mode: 0o700 })
      return workOf(upload)
    },
    settle: async upload => {
      await rm(join(folder, upload), { recursive: true, force: true })
      await rm(join(workOf(upload), sourceName), { force: true })
      await rename(workOf(upload), join(folder, upload))
    },
    keepOnly: upload => removeAll(folder, name => name !== upload),
    clear: upload => removeAll(folder, name => name.startsWith(`${upload}.`)),
    read: (upload, file) => readOrNothing(join(folder, upload, file)),
  }
}

async function removeAll(folder: string, chosen: (name: string) => boolean): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  await Promise.all(names.filter(chosen).map(name => rm(join(folder, name), { recursive: true, force: true })))
}
