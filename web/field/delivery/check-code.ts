import { codeHashing } from '#contract/delivery'
import { database } from '../device/database.ts'

/** 送达码 without network: right, wrong, or no more tries on this telephone. The server checks it again. */
export async function checkCode(
  stop: { readonly itemNo: string; readonly codeSalt: string; readonly codeHash: string },
  code: string,
  tries: number,
): Promise<'right' | 'wrong' | 'spent'> {
  const used = (await database.tries.get(stop.itemNo))?.count ?? 0
  if (used >= tries) return 'spent'
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(code), 'PBKDF2', false, ['deriveBits'])
  const salt = Uint8Array.from(stop.codeSalt.match(/../g) ?? [], byte => Number.parseInt(byte, 16))
  const cost = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: codeHashing.iterations }
  const bits = new Uint8Array(await crypto.subtle.deriveBits(cost, key, codeHashing.bytes * 8))
  const hex = Array.from(bits, byte => byte.toString(16).padStart(2, '0')).join('')
  if (hex === stop.codeHash) return 'right'
  await database.tries.put({ id: stop.itemNo, count: used + 1 })
  return used + 1 >= tries ? 'spent' : 'wrong'
}
