import type { Moment } from '#kernel/dates'
import type { StatusList } from '#kernel/status-list'
import { sm3 } from '#platform/crypto'
import type { Tx } from '#platform/database'
import { signStatusList } from '../elicence/status-list.ts'
import { stateOnDay } from '../rules/licence/state-on-day.ts'
import { listForStatusList, type StoredStatusList, saveStatusList, takeListNumber } from '../store/status-lists.ts'
import type { Setting } from './setting.ts'

/** 签发状态清单: daily, and whenever a licence changed. Safe to run again: it is then one list more. */
export async function issueStatusList(
  tx: Tx,
  at: Moment,
  setting: Pick<Setting, 'policy' | 'keyring'>,
): Promise<StoredStatusList> {
  // The number first: whoever waits for it reads the register after the one before has committed.
  const number = await takeListNumber(tx)
  const list = await composeList(tx, number, at, setting)
  const text = signStatusList(setting.keyring, list)
  const { issuedAt, goodUntil } = list
  const entries = list.states.size + list.versions.size + list.voidCopies.size
  const stored = { number, issuedAt, goodUntil, text }
  await saveStatusList(tx, { ...stored, entries, digest: sm3(text).toString('hex') })
  return stored
}

async function composeList(
  tx: Tx,
  number: number,
  at: Moment,
  { policy }: Pick<Setting, 'policy'>,
): Promise<Omit<StatusList, 'keyId'>> {
  const { name: issuer, areaCode } = policy.bureau
  const licences = await listForStatusList(tx, areaCode, at.today.toString())
  const states = licences.flatMap((licence): [string, string][] => {
    const state = stateOnDay(licence, at.today)
    return state === 'valid' ? [] : [[licence.licenceNo, state]]
  })
  return {
    ...{ issuer, areaCode, number },
    issuedAt: at.instant.toString({ smallestUnit: 'second' }),
    goodUntil: at.instant.add({ hours: policy.statusListHours }).toString({ smallestUnit: 'second' }),
    states: new Map(states),
    versions: new Map(licences.filter(l => l.oldestVersion > 1).map(l => [l.licenceNo, l.oldestVersion])),
    voidCopies: new Map(licences.filter(l => l.voidCopies.length > 0).map(l => [l.licenceNo, l.voidCopies])),
  }
}
