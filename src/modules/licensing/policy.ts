import { join } from 'node:path'
import { projectFolder } from '#platform/config'
import { type PolicyBook, type PolicySet, readPolicyBook } from '#platform/policy'
import { type LicensingPolicy, licensingPolicyOf } from './rules/policy.ts'

let book: PolicyBook | undefined
const read = new WeakMap<PolicySet, LicensingPolicy>()

/** The numbers that hold on a day; the files are read once in the life of the process. */
export function licensingPolicy(day: Temporal.PlainDate): LicensingPolicy {
  book ??= readPolicyBook(join(projectFolder, 'policy'))
  const set = book.on(day)
  const known = read.get(set)
  if (known) return known
  const policy = licensingPolicyOf(set)
  read.set(set, policy)
  return policy
}
