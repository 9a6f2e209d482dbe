import type { LicenceToken } from '#kernel/licence-token'
import { ok, type Result } from '#kernel/refusal'
import { type ListedStatus, statusInList, statusListAge } from '#kernel/status-list'
import { type LicenceState, licenceStateFacts } from '../rules/licence/moves.ts'
import { type StatusListRefusal, verifyStatusList } from './status-list.ts'
import type { VerificationKeys } from './verify-token.ts'

/** A status list (状态清单) to ask besides the signature of the licence. */
export interface ListCheck {
  readonly text: string
  readonly nowMs: number
  /** Number of the newest list used before. */
  readonly after?: number
}

/** `listStale`: not listed, but the list is too old to say that the licence still stands. */
export type ListVerdict = 'notInForce' | 'oldVersion' | 'voidCopy' | 'listStale' | 'listNewer' | 'otherCounty'

interface Listed {
  readonly kind: ListVerdict | 'clear'
  readonly line: string
  /** How old the list is, in any case. */
  readonly ageLine: string
}

/** What the list adds. Bad news of an old list still counts: what has ended does not come back under its number. */
export function listVerdictOf(
  token: LicenceToken,
  keys: VerificationKeys,
  { text, nowMs, after }: ListCheck,
): Result<Listed, StatusListRefusal> {
  const list = verifyStatusList(text, keys, after)
  if (!list.ok) return list
  const { number, issuedAt } = list.value
  const { hours, stale } = statusListAge(list.value, nowMs)
  const age = hours < 48 ? `${hours} 小时` : `${Math.floor(hours / 24)} 天`
  const ageLine = `状态清单第 ${number} 号，${issuedAt} 签发，距今 ${age}${stale ? '，已超过可用时间，请下载最新的清单' : ''}。`
  const [kind, line] = wordsOf(statusInList(list.value, token), stale)
  return ok({ kind, line, ageLine })
}

function wordsOf(status: ListedStatus, stale: boolean): [Listed['kind'], string] {
  switch (status.kind) {
    case 'state':
      return ['notInForce', `许可证现在不在有效状态：${labelOf(status.state)}。签名真实，内容没有被改动。`]
    case 'oldVersion':
      return ['oldVersion', `这一版已经作废：现在以第 ${status.current} 版为准。`]
    case 'voidCopy':
      return ['voidCopy', '这一份是打印失败后作废的，不能使用。']
    case 'otherCounty':
      return ['otherCounty', '签名真实，但是这份状态清单不是该县的，状态没有核对。']
    case 'newer':
      return ['listNewer', '签名真实。许可证在状态清单之后签发，状态没有核对，请下载最新的清单。']
    case 'clear':
      return stale ? ['listStale', '签名真实，但是状态清单太旧，状态没有核对。'] : ['clear', '']
  }
}

const labelOf = (state: string): string =>
  Object.hasOwn(licenceStateFacts, state) ? licenceStateFacts[state as LicenceState].zh : state
