import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { ok, type Result, refuse } from '#kernel/refusal'
import { randomBytes } from '#platform/crypto'
import { hasFfmpeg } from './ffmpeg.ts'
import { type Gate, openGate } from './gate.ts'
import { readOrNothing } from './media-file.ts'

export interface Ingest {
  readonly address: string
  readonly key: string
  readonly receiving: boolean
}

/** 直播间: what comes in of the broadcasts that are on, and what was recorded of all. */
export interface Studio {
  /** The door of one broadcast, opened when it is not yet. Refuses `ffmpegMissing`. */
  open(id: string): Promise<Result<Ingest>>
  close(id: string): Promise<void>
  /** One file of a broadcast; the name was checked by the contract. */
  read(id: string, file: string): Promise<Buffer | undefined>
  stop(): Promise<void>
}

export const recordingFolder = (dataFolder: string, id: string): string => join(dataFolder, 'media', 'live', id)

export function createStudio(dataFolder: string): Studio {
  const gates = new Map<string, Promise<Gate>>()
  const folderOf = (id: string) => recordingFolder(dataFolder, id)
  const begin = async (id: string): Promise<Gate> => {
    await mkdir(folderOf(id), { recursive: true, mode: 0o700 })
    return openGate(folderOf(id), randomBytes(16).toString('hex'))
  }
  const close = async (id: string) => {
    const gate = gates.get(id)
    gates.delete(id)
    await (await gate)?.close()
  }
  return {
    open: async id => {
      const known = gates.get(id)
      if (!known && !(await hasFfmpeg())) return refuse('ffmpegMissing')
      // Asked for twice at once it is still one door.
      const gate = gates.get(id) ?? begin(id)
      gates.set(id, gate)
      const { port, key, receiving } = await gate
      return ok({ address: `rtmp://127.0.0.1:${port}/live`, key, receiving: receiving() })
    },
    close,
    read: (id, file) => readOrNothing(join(folderOf(id), file)),
    stop: async () => void (await Promise.all([...gates.keys()].map(close))),
  }
}
