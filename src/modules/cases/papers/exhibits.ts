import type { FileStore } from '#platform/files'
import type { Keyring } from '#platform/keyring'
import { isIntact, openPiece } from '../actions/evidence-pieces.ts'
import type { EvidenceRow } from '../store/evidence.ts'

/** 证据原件 as it goes into the whole file: as pages where it can be drawn, and as an attachment under its digest. */
export interface Exhibit {
  readonly n: number
  /** '' where the original stays in the store (too large, a film, or damaged). */
  readonly path: string
  readonly pages: number
  readonly how: 'image' | 'pdf' | 'attached' | 'store' | 'damaged'
}

const mostBytes = 8_000_000
const mostTogether = 60_000_000
const mostPages = 40
const endings: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'application/pdf': 'pdf',
  'text/plain': 'txt',
}

interface Around {
  readonly files: FileStore
  readonly keys: Pick<Keyring, 'openField'>
}

/** Opens the pieces one after the other; what would make the file too heavy stays in the store and is told by its digest. */
export async function exhibitsOf(
  rows: readonly EvidenceRow[],
  { files, keys }: Around,
): Promise<{ readonly exhibits: readonly Exhibit[]; readonly beside: Readonly<Record<string, Uint8Array>> }> {
  const exhibits: Exhibit[] = []
  const beside: Record<string, Uint8Array> = {}
  let together = 0
  for (const row of rows) {
    const ending = endings[row.media]
    if (ending === undefined || row.bytes > mostBytes || together + row.bytes > mostTogether) {
      exhibits.push({ n: row.n, path: '', pages: 0, how: 'store' })
      continue
    }
    if (!(await isIntact(row, files, keys))) {
      exhibits.push({ n: row.n, path: '', pages: 0, how: 'damaged' })
      continue
    }
    const bytes = await wholeOf(row, { files, keys })
    const path = `exhibits/证据${String(row.n).padStart(3, '0')}.${ending}`
    together += bytes.length
    beside[path] = bytes
    exhibits.push({ n: row.n, path: `/${path}`, ...drawnAs(bytes, row.media) })
  }
  return { exhibits, beside }
}

async function wholeOf(row: EvidenceRow, { files, keys }: Around): Promise<Buffer> {
  const pieces: Buffer[] = []
  for (let n = 1; n <= Math.max(1, row.parts); n += 1) {
    const piece = await openPiece(row, n, files, keys)
    if (piece) pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

/** By its first bytes, not by what it was called: a file that only claims to be a picture is attached, not drawn. */
function drawnAs(bytes: Buffer, media: string): Pick<Exhibit, 'pages' | 'how'> {
  const head = bytes.subarray(0, 4).toString('hex')
  if (media === 'image/jpeg' && head.startsWith('ffd8ff')) return { pages: 1, how: 'image' }
  if (media === 'image/png' && head === '89504e47') return { pages: 1, how: 'image' }
  if (media === 'application/pdf' && head === '25504446') return { pages: pagesOf(bytes), how: 'pdf' }
  return { pages: 0, how: 'attached' }
}

/** Page objects that lie open in the file; where they are packed, the first page is shown and the whole is attached. */
export function pagesOf(bytes: Buffer): number {
  const found = bytes.toString('latin1').match(/\/Type\s*\/Page(?![a-zA-Z])/gu)?.length ?? 0
  return Math.min(Math.max(1, found), mostPages)
}
