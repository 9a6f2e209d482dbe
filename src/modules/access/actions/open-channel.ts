import type { Moment } from '#kernel/dates'
import { ok, type Result, refuse } from '#kernel/refusal'
import { randomId, sm2Verify } from '#platform/crypto'
import type { Tx } from '#platform/database'
import { accessPolicy } from '../policy.ts'
import { channelText, decideHandshake } from '../rules/handshake.ts'
import { endSessionsAt } from '../store/card-session.ts'
import { replaceChannel } from '../store/channel.ts'
import { lockTerminal, saveBootCounter } from '../store/terminal.ts'

export interface Handshake {
  readonly terminalId: string
  readonly bootCounter: number
  readonly nonce: string
  readonly signature: string
}

export interface OpenedChannel {
  readonly channelId: string
  readonly publicKey: string
  readonly expiresAt: string
}

/**
 * 建立信道 (decision 0002 §2). The signature is judged first: a stranger without the key learns nothing of the terminal and
 * cannot have it frozen. `terminalCloned` leaves nothing written here; the caller freezes in an act of its own.
 */
export async function openChannel(tx: Tx, asked: Handshake, at: Moment): Promise<Result<OpenedChannel>> {
  const terminal = await lockTerminal(tx, asked.terminalId)
  if (!terminal?.publicKey) return refuse('signatureWrong')
  if (!sm2Verify(terminal.publicKey, channelText(asked), asked.signature)) return refuse('signatureWrong')
  const counter = decideHandshake(terminal, asked.bootCounter)
  if (!counter.ok) return counter
  const expiresAt = at.instant.add({ hours: accessPolicy(at.today).channelHours })
  const channelId = randomId()
  await saveBootCounter(tx, terminal.id, counter.value)
  await endSessionsAt(tx, terminal.id, { because: 'newChannel', at: at.instant })
  await replaceChannel(tx, { id: channelId, terminalId: terminal.id, openedAt: at.instant, expiresAt })
  return ok({ channelId, publicKey: terminal.publicKey, expiresAt: expiresAt.toString() })
}
