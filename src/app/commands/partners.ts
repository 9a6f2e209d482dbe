import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import Type from 'typebox'
import { Value } from 'typebox/value'
import { listAgencies, reconcileLogs } from '#modules/partners'
import { systemClock } from '../../platform/clock.ts'
import { withDatabase } from './with-database.ts'

const Lines = Type.Array(
  Type.Object({ id: Type.String(), itemNo: Type.String(), digest: Type.String({ pattern: '^[0-9a-f]{64}$' }) }),
  { maxItems: 100_000 },
)

/** 对账 for networks that do not meet: the partner's log of a day comes as a file. */
export function addPartnerCommands(program: Command): void {
  program
    .command('partners')
    .description('协作单位')
    .command('reconcile <file>')
    .description('对账：对方一天的读取记录（JSON，每条 id、itemNo、digest）和我方给出记录逐条比对')
    .requiredOption('--agency <name>', '单位名称')
    .requiredOption('--day <date>', '日期，如 2026-11-26')
    .action(async (file: string, { agency, day }: { agency: string; day: string }) => {
      const lines: unknown = JSON.parse(await readFile(file, 'utf8'))
      if (!Value.Check(Lines, lines)) throw new Error(`${file} 不是读取记录：每条要有 id、itemNo、digest`)
      await withDatabase(async ({ database }) => {
        const result = await database.within({ areas: 'all' }, async tx => {
          const found = (await listAgencies(tx)).find(one => one.name === agency)
          if (!found) throw new Error(`没有协作单位“${agency}”`)
          return reconcileLogs(tx, { agencyId: found.id, day, lines }, { by: 'system:command', at: systemClock.now() })
        })
        console.log(`我方 ${result.ours} 条，对方 ${result.theirs} 条，不一致 ${result.differences.length} 条`)
        for (const { itemNo, id, what } of result.differences) console.log(`  ${itemNo} ${id} ${words[what]}`)
        if (result.differences.length > 0) process.exitCode = 1
      })
    })
}

const words = { onlyOurs: '只在我方记录里', onlyTheirs: '只在对方记录里', otherContent: '内容不一样' } as const
