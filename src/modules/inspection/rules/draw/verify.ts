import { Check, Errors } from 'typebox/value'
import type { TextDigest } from './canonical.ts'
import { DrawFile } from './manifest.ts'
import { type DrawVerdict, verifyDrawFile } from './verify-file.ts'

/** 抽查核验 of a file from anywhere: first its shape, then the draw made again. */
export function verifyDraw(given: unknown, digest: TextDigest): DrawVerdict {
  if (Check(DrawFile, given)) return verifyDrawFile(given, digest)
  const [first] = Errors(DrawFile, given)
  const detail = first ? `${first.instancePath || '/'} ${first.message}` : ''
  return { ok: false, checks: [{ code: 'shape', zh: '文件格式完整', ok: false, detail }] }
}
