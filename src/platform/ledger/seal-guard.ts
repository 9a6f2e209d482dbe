import { ok, type Result, refuse } from '#kernel/refusal'

/** 4 小时: longer than this without a seal, nobody could prove afterwards who decided what (F29). */
const longestUnsealedSeconds = 4 * 3600

/**
 * 封存把关: whether privileged operations may go on. Citizens' matters always do: an office whose sealing is broken still
 * takes applications, and the rules still grant what they may grant.
 */
export function decideSealGuard(unsealed: number): Result<undefined, 'ledgerUnsealed'> {
  if (unsealed <= longestUnsealedSeconds) return ok(undefined)
  return refuse('ledgerUnsealed', { hours: Math.floor(unsealed / 3600) })
}
