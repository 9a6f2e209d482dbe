import { ageOn, parseCitizenId } from '#kernel/citizen-id'
import type { Moment } from '#kernel/dates'
import { maskCitizenId, maskName } from '#kernel/masking'
import { parsePhone } from '#kernel/phone'
import { ok, type Result, refuse } from '#kernel/refusal'
import { randomId } from '#platform/crypto'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import { accessPolicy } from '../policy.ts'
import type { AccessPorts, IdentityProof } from '../ports.ts'
import { secondsUntil } from '../rules/session-life.ts'
import { personIndexOf } from '../secrets.ts'
import { spendCode } from '../store/sign-in-code.ts'
import { findWebSession, insertWebSession, type WebMethod } from '../store/web-session.ts'

export interface WebVisitor {
  readonly sessionId: string
  readonly person: { readonly name: string; readonly idNoMasked: string }
  readonly method: WebMethod
  readonly endsInSeconds: number
  readonly idleSeconds: number
}

interface House {
  readonly at: Moment
  readonly keyring: Keyring
  readonly tokenHash: string
}

/** 凭短信验证码登录, after the guess was counted. Wrong, used, over and nobody's are one answer. */
export async function signInByCode(
  tx: Tx,
  asked: { readonly challengeId: string; readonly right: boolean },
  house: House,
): Promise<Result<WebVisitor>> {
  const holder = asked.right ? await spendCode(tx, asked.challengeId, house.at.instant) : undefined
  if (!holder) return refuse('signInCodeWrong', { tries: accessPolicy(house.at.today).codeTries })
  return open(tx, { ...holder, method: 'code', identityLevel: null, idNoSealed: null, phoneSealed: null }, house)
}

/** 凭统一身份认证登录: the provider has seen the person, strongly enough for what is done here. */
export async function signInByIdentity(
  tx: Tx,
  proof: IdentityProof,
  house: House & { readonly phoneBook: AccessPorts['phoneBook']; readonly homeArea: string },
): Promise<Result<WebVisitor>> {
  if (proof.kind === 'unavailable') return refuse('identityUnavailable')
  if (proof.kind === 'failed') return refuse('identityFailed')
  const idNo = parseCitizenId(proof.idNo)
  if (!idNo.ok) return refuse('identityFailed')
  const { identityLevel, adultAge } = accessPolicy(house.at.today)
  if (ageOn(idNo.value, house.at.today) < adultAge) return refuse('holderUnderAge', { age: adultAge })
  if (proof.level < identityLevel) return refuse('identityTooWeak', { level: identityLevel })
  const personIndex = personIndexOf(house.keyring, idNo.value)
  const phone = proof.phone === null ? undefined : parsePhone(proof.phone)
  const person = {
    personIndex,
    // For the time of the session: what the province has said is not asked again (decision 0059).
    idNoSealed: house.keyring.sealField(idNo.value),
    phoneSealed: phone?.ok ? house.keyring.sealField(phone.value) : null,
    nameSealed: house.keyring.sealField(proof.name),
    idNoMasked: maskCitizenId(idNo.value),
    areaCode: (await house.phoneBook.findArea(tx, personIndex)) ?? house.homeArea,
  }
  return open(tx, { ...person, method: 'oidc', identityLevel: proof.level }, house)
}

interface Proven {
  readonly personIndex: string
  readonly nameSealed: string
  readonly idNoMasked: string
  readonly areaCode: string
  readonly method: WebMethod
  readonly identityLevel: number | null
  readonly idNoSealed: string | null
  readonly phoneSealed: string | null
}

async function open(tx: Tx, proven: Proven, { at, keyring, tokenHash }: House): Promise<Result<WebVisitor>> {
  const { nameSealed, idNoMasked, method } = proven
  const id = randomId()
  const endsAt = at.instant.add({ seconds: accessPolicy(at.today).webLongestSeconds })
  await insertWebSession(tx, {
    ...proven,
    ...{ id, tokenHash },
    openedAt: at.instant,
    endsAt,
  })
  return ok(visitorOf({ id, nameSealed, idNoMasked, method, endsAt }, { at, keyring }))
}

/** The visitor of an open session. */
export async function findVisitor(
  tx: Tx,
  sessionId: string,
  house: Omit<House, 'tokenHash'>,
): Promise<WebVisitor | undefined> {
  const row = await findWebSession(tx, sessionId)
  return row && visitorOf({ ...row, endsAt: Temporal.Instant.from(row.endsAt) }, house)
}

function visitorOf(
  session: { id: string; nameSealed: string; idNoMasked: string; method: WebMethod; endsAt: Temporal.Instant },
  { at, keyring }: Omit<House, 'tokenHash'>,
): WebVisitor {
  return {
    sessionId: session.id,
    person: { name: maskName(keyring.openField(session.nameSealed)), idNoMasked: session.idNoMasked },
    method: session.method,
    endsInSeconds: secondsUntil(session.endsAt, at.instant),
    idleSeconds: accessPolicy(at.today).webIdleSeconds,
  }
}
