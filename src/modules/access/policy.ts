import { join } from 'node:path'
import { projectFolder } from '#platform/config'
import { type PolicyBook, type PolicySet, readPolicyBook } from '#platform/policy'
import { type AccessPolicy, accessPolicyOf } from './rules/access-policy.ts'

let book: PolicyBook | undefined
const read = new WeakMap<PolicySet, AccessPolicy>()

/** The numbers that hold on a day; the files are read once in the life of the process. */
export function accessPolicy(day: Temporal.PlainDate): AccessPolicy {
  book ??= readPolicyBook(join(projectFolder, 'policy'))
  const set = book.on(day)
  const known = read.get(set)
  if (known) return known
  const policy = accessPolicyOf(set)
  read.set(set, policy)
  return policy
}
