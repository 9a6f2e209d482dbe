import { resolve } from 'node:path'
import type { Command } from 'commander'
import { parseDate } from '#kernel/dates'
import { monitoringPolicy, moreScorers, openEngine, runWatch } from '#modules/monitoring'
import { lakeSentence } from './lake.ts'

/** 市场监测, offline: a folder of the formats in, scores and alerts out; no database and no server. */
export function addWatchCommands(program: Command): void {
  program
    .command('watch')
    .description('市场监测')
    .command('run')
    .description('对一个文件夹的数据计算全部指标，写出各类评分、热点和预警文件')
    .requiredOption('--lake <dir>', '数据文件夹（CSV 或 Parquet，名字同格式说明）')
    .requiredOption('--as-of <day>', '计算到哪一天，YYYY-MM-DD')
    .requiredOption('--out <dir>', '结果写到哪个文件夹')
    .option('--memory <size>', '内存上限', '2GB')
    .action(async ({ lake, asOf, out, memory }: { lake: string; asOf: string; out: string; memory: string }) => {
      const day = parseDate(asOf)
      if (!day.ok) throw new Error(`--as-of ${asOf} 不是日期，请写成 2026-11-23。`)
      const engine = await openEngine({ memory })
      try {
        const request = {
          lake: resolve(lake),
          asOf: day.value,
          out: resolve(out),
          policy: monitoringPolicy(day.value),
          more: moreScorers,
        }
        const report = await runWatch(engine, request)
        if (!report.ok) throw new Error(lakeSentence(report))
        const { shops, alerts, files, says, rejected } = report.value
        for (const { file, lines } of rejected) console.log(`${file}：${lines} 行没有采用，见 ${file}.rejected.csv`)
        for (const say of says) console.log(say)
        console.log(`${shops} 户评分，${alerts} 条预警；已写出 ${files.join('、')}`)
      } finally {
        await engine.close()
      }
    })
}
