import { ok, type Result, refuse } from '#kernel/refusal'
import type { Tx } from '#platform/database'
import type { TerminalSettings } from '../contract/fleet.ts'
import type { ByStaff } from '../rules/who.ts'
import { saveSettings } from '../store/terminal-settings.ts'

/** 远程设置: all of the terminals or none; each hears of it with its next heartbeat and says when it obeys. */
export async function setTerminals(
  tx: Tx,
  asked: { readonly terminalIds: readonly string[]; readonly settings: TerminalSettings },
  { by, at }: ByStaff,
): Promise<Result<{ readonly changed: number }>> {
  const { opensAt, closesAt } = asked.settings
  if (opensAt >= closesAt) return refuse('openingHoursBackwards', { opensAt, closesAt })
  const changed = await saveSettings(tx, asked.terminalIds, {
    settings: asked.settings,
    by: by.staffId,
    at: at.instant,
  })
  return changed === asked.terminalIds.length ? ok({ changed }) : refuse('terminalMissing')
}
