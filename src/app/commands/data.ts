import { join, resolve } from 'node:path'
import type { Command } from 'commander'
import { importStatutes } from '#modules/outreach'
import { projectFolder, readConfig } from '../../platform/config.ts'
import { migrate, readMigrations } from '../../platform/database/migrate.ts'
import { migrateJobs } from '../../platform/jobs.ts'
import { openDatabases } from '../databases.ts'
import { importFile } from '../imports.ts'
import { addTownCommand } from './town.ts'
import { withDatabase } from './with-database.ts'

/** 数据: schema, imports, statutes, the synthetic county. */
export function addDataCommands(program: Command): void {
  program
    .command('migrate')
    .description('升级数据库结构（npm start 会自动执行）')
    .action(async () => {
      const databases = await openDatabases(readConfig(), () => undefined)
      const applied = await migrate(databases.ownerUrl, await readMigrations(join(projectFolder, 'src')))
      await migrateJobs(databases.ownerUrl)
      await databases.stop()
      console.log(applied.length > 0 ? `已执行 ${applied.length} 个迁移。` : '数据库结构已是最新。')
    })
  program
    .command('import')
    .description('导入 areas.csv、retailers.csv、schools.csv、terminals.csv')
    .argument('<file...>')
    .action(async (files: string[]) =>
      withDatabase(async ({ database, keyring }) => {
        for (const file of files) {
          const report = await importFile(database, keyring, resolve(file))
          if (!report.ok) throw new Error(`${file} 未导入：${report.refusal} ${JSON.stringify(report.details ?? {})}`)
          const { inserted, updated, unchanged, rejected, rejectedFile } = report.value
          console.log(
            `${file}：新增 ${inserted}，更新 ${updated}，未变 ${unchanged}，拒收 ${rejected}${rejectedFile ? `（见 ${rejectedFile}）` : ''}`,
          )
        }
      }),
    )
  program
    .command('laws')
    .description('法规库')
    .command('import')
    .argument('<dir>', '法规文件夹')
    .action(async (dir: string) =>
      withDatabase(async ({ database }) => {
        const report = await importStatutes(database, resolve(dir))
        if (!report.ok) throw new Error(`法规文件夹 ${dir} 不存在。`)
        console.log(
          `导入 ${report.value.imported.length} 部，未变 ${report.value.unchanged} 部，跳过 ${report.value.skipped.length} 个文件${report.value.skipped.map(name => `\n  · ${name}：没有条文`).join('')}`,
        )
      }),
    )
  addTownCommand(program)
}
