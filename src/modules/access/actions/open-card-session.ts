import type { Moment } from '#kernel/dates'
import { maskCitizenId, maskName } from '#kernel/masking'
import { ok, type Result, refuse } from '#kernel/refusal'
import { randomId } from '#platform/crypto'
import type { Tx } from '#platform/database'
import type { Keyring } from '#platform/keyring'
import { accessPolicy } from '../policy.ts'
import { type Card, decideCard, type Holder } from '../rules/card.ts'
import { openSince } from '../rules/opening-hours.ts'
import { endOf, secondsUntil } from '../rules/session-life.ts'
import { personIndexOf } from '../secrets.ts'
import { endSessionsAt, insertCardSession } from '../store/card-session.ts'
import { joinSession } from '../store/channel.ts'
import { clockIsWrong } from '../store/pulse.ts'
import { findTerminal } from '../store/terminal.ts'
import { findSetHours } from '../store/terminal-settings.ts'

export interface CardAsk {
  readonly card: Card
  readonly terminalId: string
  /** Hash of the token, which itself never meets the database. */
  readonly tokenHash: string
}

export interface OpenedSession {
  readonly sessionId: string
  readonly person: { readonly name: string; readonly idNoMasked: string; readonly elder: boolean }
  readonly endsInSeconds: number
  readonly idleSeconds: number
}

/**
 * 凭身份证开始办理. One reader, one person: whoever was being served at the terminal is signed out. Outside the hours that the
 * bureau has set for the terminal nothing begins; what is going on is finished.
 */
export async function openCardSession(
  tx: Tx,
  asked: CardAsk,
  { at, keyring }: { readonly at: Moment; readonly keyring: Keyring },
): Promise<Result<OpenedSession>> {
  const policy = accessPolicy(at.today)
  const holder = decideCard(asked.card, at.today, policy)
  if (!holder.ok) return holder
  const sessionId = randomId()
  const now = at.instant
  const hours = await findSetHours(tx, asked.terminalId)
  if (hours && openSince(hours, now) === undefined) return refuse('outsideHours')
  await endSessionsAt(tx, asked.terminalId, { because: 'nextCard', at: now })
  const channelId = await joinSession(tx, { terminalId: asked.terminalId, sessionId, at: now })
  const terminal = await findTerminal(tx, asked.terminalId)
  if (!channelId || !terminal) return refuse('channelUnknown')
  const endsAt = endOf(now, now, policy)
  await insertCardSession(tx, {
    id: sessionId,
    tokenHash: asked.tokenHash,
    ...identityOf(holder.value, keyring),
    elder: holder.value.elder,
    terminalId: terminal.id,
    terminalName: terminal.name,
    areaCode: terminal.areaCode,
    channelId,
    clockWrong: await clockIsWrong(tx, terminal.id),
    openedAt: now,
    endsAt,
  })
  const { name, idNo, elder } = holder.value
  const person = { name: maskName(name), idNoMasked: maskCitizenId(idNo), elder }
  return ok({ sessionId, person, endsInSeconds: secondsUntil(endsAt, now), idleSeconds: policy.cardIdleSeconds })
}

/** The number itself is not kept: its keyed index finds the person's rows, its last four characters are enough on paper. */
function identityOf({ name, idNo }: Holder, keyring: Keyring) {
  return {
    personIndex: personIndexOf(keyring, idNo),
    nameSealed: keyring.sealField(name),
    idNoMasked: maskCitizenId(idNo),
  }
}
