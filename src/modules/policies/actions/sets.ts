import {
  type PolicyEntry,
  PolicyError,
  type PolicySet,
  type PublishedEntry,
  policyBookOf,
  shippedEntries,
} from '#platform/policy'
import type { PolicySubject } from '../ports.ts'

type Value = PolicyEntry['value']

/** The value of a key that holds on a day; a key that begins later counts from its first day. */
export function entryOn(
  published: readonly PublishedEntry[],
  key: string,
  day: Temporal.PlainDate,
): PolicyEntry | undefined {
  const book = policyBookOf(shippedEntries(), published)
  return book
    .on(day)
    .list()
    .find(entry => entry.key === key)
}

/** Both sides of a trial: what holds on the day, and the same with the draft's value in it. */
export function bothSets(
  published: readonly PublishedEntry[],
  draft: { readonly key: string; readonly value: Value },
  day: Temporal.PlainDate,
): { readonly before: PolicySet; readonly after: PolicySet } | undefined {
  const known = entryOn(published, draft.key, day)
  if (!known) return undefined
  const drafted: PublishedEntry = {
    ...known,
    value: draft.value,
    effective: day.toString(),
    publication: Number.MAX_SAFE_INTEGER,
    ...{ draftedBy: '', publishedBy: '', publishedAt: '' },
  }
  return {
    before: policyBookOf(shippedEntries(), published).on(day),
    after: policyBookOf(shippedEntries(), [...published, drafted]).on(day),
  }
}

/** What the domains say of a set: it must be readable for each of them, and lawful. */
export function setFault(subjects: readonly PolicySubject[], set: PolicySet): string | undefined {
  for (const { interpret, fault } of subjects) {
    try {
      interpret(set)
    } catch (error) {
      if (error instanceof PolicyError) return error.message
      throw error
    }
    const said = fault?.(set)
    if (said !== undefined) return said
  }
  return undefined
}
