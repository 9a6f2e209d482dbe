import { readdir, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Command } from 'commander'
import { fillText, type Refusal, type RefusalTable } from '#kernel/refusal'
import { kernelRefusals } from '#kernel/refusal-texts'
import { importLakeFile, monitoringRefusals, openEngine } from '#modules/monitoring'
import { systemClock } from '../../platform/clock.ts'
import { readConfig } from '../../platform/config.ts'
import { csvRefusals } from '../../platform/csv.ts'

const words: RefusalTable = { ...kernelRefusals, ...csvRefusals, ...monitoringRefusals }

/** The Chinese sentence of a refusal, for the command line. */
export function lakeSentence(refusal: Refusal): string {
  const entry = words[refusal.refusal]
  return entry === undefined ? refusal.refusal : fillText(`${entry.zh.title}${entry.zh.next}`, refusal.details)
}

/** 数据湖: works on files only, beside a running server or without one. */
export function addLakeCommands(program: Command): void {
  program
    .command('lake')
    .description('数据湖')
    .command('import')
    .description('把订货、扫码、喷码、检查、运单、车辆、船舶等文件（CSV 或 Parquet）并入数据湖')
    .argument('<file...>', '文件或文件夹，名字同格式说明')
    .option('--lake <dir>', '数据湖的文件夹；不写就是数据文件夹里的 lake')
    .action(async (given: string[], { lake }: { lake?: string }) => {
      const folder = resolve(lake ?? join(readConfig().dataFolder, 'lake'))
      const engine = await openEngine({ memory: '1GB' })
      try {
        for (const file of await filesOf(given)) {
          const report = await importLakeFile({ folder, engine }, file, systemClock.now().instant.toString())
          if (!report.ok) throw new Error(`${file} 未导入：${lakeSentence(report)}`)
          const { lines, rejects, rejectedFile, already } = report.value
          const rejected = rejectedFile === undefined ? '' : `（见 ${rejectedFile}）`
          console.log(
            already
              ? `${file}：内容已在湖里，没有变动`
              : `${file}：新增 ${lines} 行，拒收 ${rejects.length} 行${rejected}`,
          )
        }
      } finally {
        await engine.close()
      }
    })
}

/** A folder stands for the files in it. */
async function filesOf(given: readonly string[]): Promise<string[]> {
  const files: string[] = []
  for (const path of given.map(one => resolve(one))) {
    const folder = (await stat(path).catch(() => undefined))?.isDirectory() === true
    if (!folder) files.push(path)
    else
      for (const name of (await readdir(path)).toSorted())
        if (/\.(csv|parquet)$/i.test(name) && !name.endsWith('.rejected.csv')) files.push(join(path, name))
  }
  return files
}
