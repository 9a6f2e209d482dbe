import type { StaffRole } from '#kernel/actor'
import { nextState } from '#kernel/state-table'
import type { CreditFile, Words } from './file.ts'
import { type FileKind, fileKinds } from './kinds.ts'

interface Actor {
  readonly label: string
  readonly roles: readonly StaffRole[]
}

/** Why this officer cannot take this step now; undefined = he can. The server and the button ask the same function. */
export function whyNotStep(
  file: Pick<CreditFile, 'kind' | 'state' | 'proposedBy'>,
  event: string,
  { label, roles }: Actor,
): Words | undefined {
  const kind = fileKinds[file.kind as FileKind]
  const rule = Object.hasOwn(kind.events, event) ? kind.events[event] : undefined
  if (rule === undefined || !nextState(kind.moves, file.state, event).ok)
    return { zh: '现在的状态不能做这一步。', en: 'Not possible in the current state.' }
  if (!roles.some(role => rule.by.includes(role)))
    return { zh: '这一步由其他岗位的工作人员办理。', en: 'Another role takes this step.' }
  return rule.decides && file.proposedBy === label
    ? { zh: '提出和决定要由不同的人。', en: 'Whoever proposed does not decide.' }
    : undefined
}
