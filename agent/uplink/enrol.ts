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
  town: Type.Optional(Type.String()),
})

export interface Enrolment {
  server: string
  /** The one-time code 入网码 of two members of staff. */
  code: string
  dataDir: string
  /** The town shown on the terminal, when the server does not say it. */
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
  const town = reply.town ?? request.town ?? ''
  const identity = { server: request.server, terminalId, name, town, serverSealingKey, ...keys }
  saveIdentity(request.dataDir, identity)
  return ok(identity)
}
