import { parseAreaCode } from '#kernel/area'
import { ok, type Result, refuse } from '#kernel/refusal'
import { randomId } from '#platform/crypto'
import type { Tx } from '#platform/database'
import { covers } from '../rules/scope.ts'
import { moveTerminal } from '../rules/terminal-states.ts'
import type { ByStaff } from '../rules/who.ts'
import * as store from '../store/terminal.ts'

/** 登记终端（第一人）. The code of a frozen terminal brings that terminal back to the beginning; gives its id. */
export async function proposeTerminal(
  tx: Tx,
  asked: { readonly code: string; readonly name: string; readonly areaCode: string },
  { by, at }: ByStaff,
): Promise<Result<string>> {
  const area = parseAreaCode(asked.areaCode)
  if (!area.ok) return refuse('areaCodeUnknown')
  if (!covers(by.areas, area.value)) return refuse('areaOutsideScope')
  const holder = await store.lockTerminalByCode(tx, asked.code)
  const proposal = { ...asked, areaCode: area.value, by: by.staffId, at: at.instant }
  if (!holder) {
    const id = randomId()
    await store.insertTerminal(tx, { id, ...proposal })
    return ok(id)
  }
  const next = moveTerminal(holder.state, 'propose')
  if (!next.ok || holder.areaCode !== area.value) return refuse('terminalCodeTaken', { code: asked.code })
  await store.proposeAgain(tx, { id: holder.id, ...proposal })
  return ok(holder.id)
}
