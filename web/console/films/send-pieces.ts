import { pieceBytes, filmRoutes as routes } from '#contract/outreach'
import { call, freshKey, Problem } from '../../shared/api.ts'
import { base64Of } from '../../shared/base64.ts'

export interface SentFile {
  readonly upload: string
  readonly pieces: number
  readonly bytes: number
}

const tries = 4

/** 片源 piece by piece: a torn line costs one of them. `tell` hears how much is there, in per cent. */
export async function sendPieces(
  id: string,
  file: Blob,
  { tell, signal }: { tell: (percent: number) => void; signal: AbortSignal },
): Promise<SentFile> {
  const upload = freshKey()
  const pieces = Math.max(1, Math.ceil(file.size / pieceBytes))
  for (let piece = 0; piece < pieces; piece += 1) {
    const part = file.slice(piece * pieceBytes, (piece + 1) * pieceBytes)
    const content = base64Of(new Uint8Array(await part.arrayBuffer()))
    await patiently(() => call(routes.putPiece, { params: { id, upload, piece }, body: { content }, signal }), signal)
    tell(Math.round((100 * (piece + 1)) / pieces))
  }
  return { upload, pieces, bytes: file.size }
}

async function patiently(work: () => Promise<unknown>, signal: AbortSignal): Promise<void> {
  for (let tried = 1; ; tried += 1) {
    try {
      await work()
      return
    } catch (error) {
      if (tried >= tries || signal.aborted || !(error instanceof Problem) || !error.unreachable) throw error
      await new Promise(resolve => setTimeout(resolve, tried * 1_000))
    }
  }
}
