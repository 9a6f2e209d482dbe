import { ok, type Refusal, type Result, refuse } from '#kernel/refusal'
import { silenceOf, type TerminalState } from './terminal-states.ts'

/** What a terminal signs to open a channel (decision 0002 §2). */
export function channelText(ask: {
  readonly terminalId: string
  readonly bootCounter: number
  readonly nonce: string
}): string {
  return `yzt-channel-v1\n${ask.terminalId}\n${ask.bootCounter}\n${ask.nonce}`
}

/**
 * Whether a handshake whose signature is right opens a channel. The counter is raised on the terminal's disk before each
 * handshake, so one that has not grown comes from a second machine with the same key (克隆).
 */
export function decideHandshake(
  terminal: { readonly state: TerminalState; readonly bootCounter: number },
  bootCounter: number,
): Result<number, 'terminalCloned' | 'terminalRevoked' | 'terminalFrozen' | 'terminalUnknown'> {
  const silent: Refusal<'terminalRevoked' | 'terminalFrozen' | 'terminalUnknown'> | undefined = silenceOf(
    terminal.state,
  )
  if (silent) return silent
  return bootCounter > terminal.bootCounter ? ok(bootCounter) : refuse('terminalCloned')
}
