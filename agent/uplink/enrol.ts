import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { ok, type Result, refuse } from '#kernel/refusal'
import { makeSm2KeyPair } from '#platform/crypto'
import { findIdentity, type Identity, saveIdentity } from './identity.ts'
import { jsonOf, type Post, postOffice, problemCode } from './post-office.ts'

const Redeemed = Type.Object({
  terminalId: Type.String(),
  name: Type.String(),
  serverSealingKey: Type.String({ pattern: '^04[0-9a-fA-F]{128}$' }),
  areaCode: Type.Optional(Type.String()),
})

const Areas = Type.Object({ items: Type.Array(Type.Object({ code: Type.String(), name: Type.String() })) })

export interface Enrolment {
  server: string
  /** The one-time code 入网码 of two members of staff. */
  code: string
  dataDir: string
  /** The town shown on the terminal, when the server's register of areas does not know it. */
  town?: string
  /** Replaces an identity that is there already. */
  again?: boolean
  post?: Post
}

/**
 * Enrols this terminal 入网 (decision 0002 §1): makes its key pair, redeems the code, keeps the identity.
 * Refuses alreadyEnrolled, uplinkDown, enrolmentRefused (with the server's code in details).
 */
export async function enrol(
  request: Enrolment,
): Promise<Result<Identity, 'alreadyEnrolled' | 'uplinkDown' | 'enrolmentRefused'>> {
  const known = findIdentity(request.dataDir)
  if (known && !request.again) return refuse('alreadyEnrolled', { terminalId: known.terminalId })
  const keys = makeSm2KeyPair()
  const post = request.post ?? postOffice(request.server)
  const answer = await post({
    method: 'POST',
    path: '/api/access/terminal-enrolments/redeem',
    headers: { 'content-type': 'application/json' },
    body: Buffer.from(JSON.stringify({ code: request.code, publicKey: keys.publicKey })),
  })
  if (answer.kind === 'noAnswer' || answer.status >= 500) return refuse('uplinkDown')
  const reply = jsonOf(answer)
  if (answer.status >= 300 || !Value.Check(Redeemed, reply)) {
    return refuse('enrolmentRefused', { code: problemCode(answer) ?? String(answer.status) })
  }
  const { terminalId, name, serverSealingKey } = reply
  const town = (await townOf(post, reply.areaCode)) ?? request.town ?? ''
  const identity = { server: request.server, terminalId, name, town, serverSealingKey, ...keys }
  saveIdentity(request.dataDir, identity)
  return ok(identity)
}

/** The name of the town that the terminal stands in, from the public register of areas; a want of it stops no enrolment. */
async function townOf(post: Post, areaCode: string | undefined): Promise<string | undefined> {
  if (areaCode === undefined) return undefined
  const answer = await post({ method: 'GET', path: '/api/registry/areas', headers: {} })
  const areas = answer.kind === 'reply' && answer.status === 200 ? jsonOf(answer) : undefined
  if (!Value.Check(Areas, areas)) return undefined
  return areas.items.find(area => area.code === areaCode.slice(0, 9))?.name
}
