import type { RefusalEntry } from '#kernel/refusal'

type Words = readonly [title: string, next: string]

/** One refusal's words: what happened and what to do next, Chinese first. */
export const entry = (
  status: RefusalEntry['status'],
  zh: Words,
  en: Words,
  basis: RefusalEntry['basis'] = [],
): RefusalEntry => ({
  status,
  zh: { title: zh[0], next: zh[1] },
  en: { title: en[0], next: en[1] },
  ...(basis.length > 0 ? { basis } : {}),
})
