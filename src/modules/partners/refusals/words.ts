import type { RefusalEntry } from '#kernel/refusal'

type Words = readonly [title: string, next: string]

export const entry = (status: RefusalEntry['status'], zh: Words, en: Words): RefusalEntry => ({
  status,
  zh: { title: zh[0], next: zh[1] },
  en: { title: en[0], next: en[1] },
})
