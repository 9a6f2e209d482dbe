import { sm3 } from 'sm-crypto-v2'
import { evidenceMostParts, evidencePartBytes, detailRoutes as routes } from '#contract/cases'
import { call, freshKey } from '../../shared/api.ts'
import { base64Of } from '../../shared/base64.ts'

export const evidenceMedia = [
  'image/jpeg',
  'image/png',
  'application/pdf',
  'text/plain',
  'audio/mpeg',
  'video/mp4',
] as const

export interface Chosen {
  readonly digest: string
  readonly media: (typeof evidenceMedia)[number]
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** The digest is reckoned here, from the bytes as they were chosen, before anything is sent. */
export async function takeFile(file: File): Promise<Chosen | undefined> {
  const media = evidenceMedia.find(one => one === file.type)
  if (media === undefined || file.size > evidencePartBytes * evidenceMostParts) return undefined
  const bytes = new Uint8Array(await file.arrayBuffer())
  return { digest: sm3(bytes), media, bytes }
}

/** What the act of registering sends: the bytes of a small piece, or the upload its parts came in. `sent` tells how far it is. */
export async function sendFile(no: string, { bytes, media, digest }: Chosen, sent: (share: number) => void) {
  const parts = Math.ceil(bytes.length / evidencePartBytes)
  if (parts <= 1) return { media, digest, content: base64Of(bytes) }
  const uploadId = crypto.randomUUID()
  for (let part = 1; part <= parts; part += 1) {
    const content = base64Of(bytes.subarray((part - 1) * evidencePartBytes, part * evidencePartBytes))
    const key = freshKey()
    await again(() =>
      call(routes.evidencePart, {
        ...{ params: { no, uploadId, part }, body: { content }, idempotencyKey: key, patience: 120_000 },
      }),
    )
    sent(part / parts)
  }
  return { media, digest, upload: { id: uploadId, parts } }
}

/** One lost answer is no reason to begin a film anew; the same key makes the second try the same act. */
async function again<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch {
    return work()
  }
}

/** 查看原件: all its parts put together and compared; undefined where they are not what was taken. */
export async function openOriginal(id: string): Promise<Blob | undefined> {
  const pieces: Uint8Array<ArrayBuffer>[] = []
  let of = { parts: 1, media: '', digest: '' }
  for (let part = 1; part <= of.parts; part += 1) {
    const { content, parts, media, digest } = await call(routes.evidenceFile, {
      ...{ params: { id }, query: { part }, patience: 120_000 },
    })
    of = { parts, media, digest }
    pieces.push(Uint8Array.from(atob(content), letter => letter.charCodeAt(0)))
  }
  const blob = new Blob(pieces, { type: of.media })
  return sm3(new Uint8Array(await blob.arrayBuffer())) === of.digest ? blob : undefined
}
