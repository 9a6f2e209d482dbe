import { parseStatusList, type StatusList } from '#kernel/status-list'
import { type BureauKeys, checkText } from './check-signature.ts'
import type { Shelf } from './key-store.ts'

const KEY = 'yzt-status-list'

/**
 * The newest status list (状态清单) of which this phone knows: the one just fetched, or the one kept from before. Only a list
 * that the bureau signed is used, and never one with a smaller number than the one kept: a cancellation cannot be hidden
 * behind the list from before it.
 */
export async function newestList(
  shelf: Shelf | undefined,
  keys: BureauKeys | undefined,
  fetched: string | undefined,
): Promise<StatusList | undefined> {
  const kept = await signedList(read(shelf), keys)
  const fresh = fetched === undefined ? undefined : await signedList(fetched, keys)
  if (fresh === undefined || (kept !== undefined && fresh.number < kept.number)) return kept
  if (fetched !== undefined && fresh.number !== kept?.number) write(shelf, fetched)
  return fresh
}

async function signedList(text: string | undefined, keys: BureauKeys | undefined): Promise<StatusList | undefined> {
  const parsed = parseStatusList(text ?? '')
  if (!parsed.ok) return undefined
  const { list, ...signed } = parsed.value
  return (await checkText({ keyId: list.keyId, ...signed }, keys)) === 'good' ? list : undefined
}

function read(shelf: Shelf | undefined): string | undefined {
  try {
    return shelf?.getItem(KEY) ?? undefined
  } catch {
    return undefined
  }
}

function write(shelf: Shelf | undefined, text: string): void {
  try {
    shelf?.setItem(KEY, text)
  } catch {
    // Full or forbidden storage: checking the state then needs the network, as the page says.
  }
}
