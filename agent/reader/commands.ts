import { encodeCommand } from './frame.ts'

interface Command {
  frame: Buffer
  /** How long the reader may take, in milliseconds (reference §11.3). */
  timeoutMs: number
}

function command(hex: string, timeoutMs: number): Command {
  return { frame: encodeCommand(Buffer.from(hex, 'hex')), timeoutMs }
}

/**
 * The commands the agent uses. Fingerprints (30 10) are left out on purpose:
 * the service does not need them (个人信息保护法 §6, smallest scope).
 */
export const commands = {
  resetSam: command('10ff', 1000),
  status: command('11ff', 100),
  samId: command('12ff', 100),
  findCard: command('2001', 100),
  selectCard: command('2002', 100),
  readCard: command('3001', 2000),
} as const satisfies Record<string, Command>

export type CommandName = keyof typeof commands
