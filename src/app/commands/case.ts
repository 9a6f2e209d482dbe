import type { Command } from 'commander'
import { lintCase } from '#modules/cases'
import { systemClock } from '../../platform/clock.ts'
import { readConfig } from '../../platform/config.ts'
import { houseFiles } from '../../platform/files.ts'
import { withDatabase } from './with-database.ts'

/** 案件: the check of a file from the command line. */
export function addCaseCommands(program: Command): void {
  program
    .command('case')
    .description('案件')
    .command('lint <no>')
    .description('案卷评查：逐项检查程序、文书、证据和期限，每个问题写明依据；有问题时退出码为 1')
    .action((no: string) =>
      withDatabase(async ({ database, keyring }) => {
        const files = await houseFiles(readConfig())
        const around = { at: systemClock.now(), keys: keyring, files }
        const defects = await database.within({ areas: 'all' }, tx => lintCase(tx, no, around))
        if (!defects) throw new Error(`没有案件 ${no}`)
        for (const { code, zh, detail, basis } of defects) console.log(`${code}  ${zh}：${detail}（${basis}）`)
        if (defects.length > 0) throw new Error(`案卷 ${no} 有 ${defects.length} 个问题`)
        console.log(`案卷 ${no} 没有发现问题。`)
      }),
    )
}
