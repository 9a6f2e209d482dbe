import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import Type, { type Static } from 'typebox'
import { Value } from 'typebox/value'
import { randomBytes } from '../crypto.ts'
import { writeDurably } from '../durable-file.ts'

const Password = Type.String({ pattern: '^[0-9a-f]{48}$' })
const AccessFile = Type.Object({
  port: Type.Integer({ minimum: 1, maximum: 65_535 }),
  superPassword: Password,
  ownerPassword: Password,
  appPassword: Password,
})

/** Port and passwords of the embedded server, kept beside its data in `access.json` (0600). */
export type Access = Static<typeof AccessFile>

/** Reads `access.json`. Makes it, with fresh passwords, only where no cluster with other passwords exists yet. */
export async function openAccess(folder: string, clusterExists: boolean): Promise<Access> {
  const path = join(folder, 'access.json')
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text !== undefined) return parse(path, text)
  if (clusterExists) throw new Error(`${path} 缺失，无法打开其中的数据库。请从备份还原这个文件。`)
  const password = () => randomBytes(24).toString('hex')
  const made = { port: await freePort(), superPassword: password(), ownerPassword: password(), appPassword: password() }
  await saveAccess(folder, made)
  return made
}

export async function saveAccess(folder: string, access: Access): Promise<void> {
  await writeDurably(join(folder, 'access.json'), `${JSON.stringify(access)}\n`)
}

/** A port of the loopback nobody listens on at this moment. */
export function freePort(wanted = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : wanted))
    })
  })
}

function parse(path: string, text: string): Access {
  try {
    return Value.Parse(AccessFile, JSON.parse(text))
  } catch (cause) {
    throw new Error(`${path} 已损坏。请从备份还原这个文件。`, { cause })
  }
}
