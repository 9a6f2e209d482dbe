import { createReadStream } from 'node:fs'
import iconv from 'iconv-lite'
import { ok, type Result, refuse } from '#kernel/refusal'

export type Encoding = 'utf-8' | 'gb18030'

/** What a file or an upload is read from; read twice, first to find its encoding. */
export type Source = string | Uint8Array

const chunksOf = (source: Source): AsyncIterable<Uint8Array> | Iterable<Uint8Array> =>
  typeof source === 'string' ? createReadStream(source) : [source]

/**
 * A file that is valid UTF-8 to its end is UTF-8; otherwise it must be valid GB18030 to its end. A guess from the
 * first kilobytes would fail on files whose first Chinese character comes late.
 */
export async function detectEncoding(source: Source): Promise<Result<Encoding, 'csvNotText' | 'csvFileMissing'>> {
  try {
    const utf8 = await decodes(chunksOf(source), new TextDecoder('utf-8', { fatal: true }))
    if (utf8 !== 'no') return utf8 === 'binary' ? refuse('csvNotText') : ok('utf-8')
    return (await isGb18030(chunksOf(source))) ? ok('gb18030') : refuse('csvNotText')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR') return refuse('csvFileMissing')
    throw error
  }
}

type Verdict = 'yes' | 'no' | 'binary'

async function decodes(chunks: ReturnType<typeof chunksOf>, decoder: TextDecoder): Promise<Verdict> {
  try {
    for await (const chunk of chunks) if (decoder.decode(chunk, { stream: true }).includes('\0')) return 'binary'
    decoder.decode()
    return 'yes'
  } catch (error) {
    if (error instanceof TypeError) return 'no'
    throw error
  }
}

async function isGb18030(chunks: ReturnType<typeof chunksOf>): Promise<boolean> {
  const decoder = iconv.getDecoder('gb18030')
  const foreign = /[\uFFFD\0]/u
  for await (const chunk of chunks) if (foreign.test(decoder.write(Buffer.from(chunk)))) return false
  return !foreign.test(decoder.end() ?? '')
}

/** The text in pieces, without the byte order mark. */
export async function* decodeText(source: Source, encoding: Encoding): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(encoding, { stripBOM: true })
  for await (const chunk of chunksOf(source)) yield decoder.write(Buffer.from(chunk))
  const rest = decoder.end()
  if (rest) yield rest
}
