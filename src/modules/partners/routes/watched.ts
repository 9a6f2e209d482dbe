import type { Result } from '#kernel/refusal'
import type { Ask } from '#platform/module'
import { isReach, noteReach } from '../actions/note-reach.ts'
import { partnerOf } from './actors.ts'

/** A refusal that means "beyond what was given" is told to us as well; the partner hears the same either way. */
export async function watched<T>(
  ask: Pick<Ask, 'actor' | 'at' | 'services'>,
  what: string,
  result: Result<T>,
): Promise<Result<T>> {
  if (result.ok || !isReach(result.refusal)) return result
  const { agencyId, by } = partnerOf(ask)
  const field = result.details?.['field']
  const reach = { agencyId, by, what: field === undefined ? what : `${what} ${field}`, refusal: result.refusal }
  await ask.services.database.within({ areas: 'all' }, tx => noteReach(tx, reach, ask.at))
  return result
}
