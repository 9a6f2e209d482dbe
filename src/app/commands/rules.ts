import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { type CheckPolicy, diffRules, findCheckPolicy, licensingPolicyOf, replayRules } from '#modules/licensing'
import { systemClock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { readPublished } from '../../platform/policy/published.ts'
import { loadPolicy, policyBookOf, shippedEntries } from '../../platform/policy.ts'
import { withDatabase } from './with-database.ts'

const everything = { areas: 'all' } as const
const outcomes: Readonly<Record<string, string>> = { grant: '自动准予', person: '转人工', stop: '现在不能办' }

/** 规则: repeat what was decided, and try a changed policy on it before anybody is affected. */
export function addRuleCommands(program: Command): void {
  const rules = program.command('rules').description('核对规则和本局参数')
  rules
    .command('replay')
    .description('用同一事实、同一参数版本重算所有核对，应当完全一致')
    .option('--all', '全部核对（默认）')
    .option('--since <date>', '从哪一天起', '1900-01-01')
    .action(({ since }: { since: string }) =>
      withDatabase(async ({ database }) => {
        const { counts, different, older } = await database.within(everything, tx => replayRules(tx, since))
        const again = counts.same + counts.different
        const share = again === 0 ? '' : `（${((counts.same / again) * 100).toFixed(2).replace(/\.?0+$/u, '')}%）`
        console.log(`重算 ${again} 次核对：一致 ${counts.same}${share}，不一致 ${counts.different}。`)
        for (const [version, { repeated, same, otherwise }] of older) {
          console.log(
            `其中以前的规则 ${version} 有 ${same + otherwise.length} 次，按当时的规则存本重算一致 ${repeated}；用现在的规则试算：结果相同 ${same}，不同 ${otherwise.length}。`,
          )
          for (const { applicationNo, was, now } of otherwise)
            console.log(`  ${applicationNo}  ${outcomes[was]} → ${outcomes[now]}`)
        }
        if (counts.otherRules > 0) console.log(`没有当时规则的存本、不能重算的 ${counts.otherRules} 次。`)
        if (counts.noPolicy > 0) console.log(`没有存参数、不能重算的 ${counts.noPolicy} 次。`)
        if (different.length > 0) throw new Error(`不一致的办件：${different.join('、')}`)
      }),
    )
  rules
    .command('diff <old> <new>')
    .description('同样的办件在两套参数下会有什么不同；参数写版本号、发布号（如 p3）、日期，或者一个参数文件夹')
    .option('--since <date>', '从哪一天起', '1900-01-01')
    .action((old: string, next: string, { since }: { since: string }) =>
      withDatabase(async ({ database }) => {
        const report = await database.within(everything, async tx =>
          diffRules(tx, { before: await policyOf(tx, old), after: await policyOf(tx, next), since }),
        )
        for (const { applicationNo, before, after, because } of report.lines)
          console.log(`${applicationNo}  ${outcomes[before]} → ${outcomes[after]}  ${because.join('；')}`)
        console.log(`${report.runs} 次核对，其中 ${report.lines.length} 次的结果不同。`)
      }),
    )
}

/**
 * A publication (`p12`: the values on its first day, with it and everything published before it), a version on record, a
 * folder of policy files as of today, or the house's own values as of a day.
 */
async function policyOf(tx: Tx, name: string): Promise<CheckPolicy> {
  if (existsSync(name)) return licensingPolicyOf(loadPolicy(resolve(name), systemClock.now().today)).checks
  const published = await readPublished(tx)
  const on = (day: string, until = Number.POSITIVE_INFINITY) => {
    const known = published.filter(({ publication }) => publication <= until)
    return licensingPolicyOf(policyBookOf(shippedEntries(), known).on(Temporal.PlainDate.from(day))).checks
  }
  if (/^\d{4}-\d{2}-\d{2}$/u.test(name)) return on(name)
  const publication = published.find(entry => `p${entry.publication}` === name)
  if (publication) return on(publication.effective, publication.publication)
  const known = await findCheckPolicy(tx, name)
  if (!known)
    throw new Error(
      `没有 ${name} 这个参数版本、发布号或者文件夹；版本号见办件页的规则核对，发布号（如 p3）见本局参数页。`,
    )
  return known
}
