import { mkdir, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { historyDays } from '../../../town/market/plan.ts'
import { writeMarket } from '../../../town/market/write.ts'
import { writeTown } from '../../../town/write.ts'
import { systemClock } from '../../platform/clock.ts'

interface Options {
  readonly out: string
  readonly full?: boolean
  readonly seed: string
  readonly days: string
  readonly orderDays?: string
  readonly retailers: string
  readonly today?: string
  readonly truth: boolean
}

/** 模拟县域: the register, the market and the roads of an invented county; the truth lies beside the folder, not in it. */
export function addTownCommand(program: Command): void {
  program
    .command('town')
    .description('模拟县域')
    .command('write')
    .description('写出模拟的零售户、订单、扫码、喷码、检查、运单、车辆、船舶、线索和案件')
    .requiredOption('--out <dir>', '文件夹；埋设的真相写在旁边的 <dir>.truth.json')
    .option('--full', '两年（约一千万行订单）')
    .option('--seed <n>', '种子', '20261123')
    .option('--days <n>', '订单、扫码、运单、车辆、船舶写最近多少天', '90')
    .option('--order-days <n>', '订单另写最近多少天（默认同 --days）')
    .option('--retailers <n>', '零售户数', '3000')
    .option('--today <date>', '以哪一天为今天')
    .option('--no-truth', '不写真相')
    .action(async ({ out, full, seed, days, orderDays, retailers, today, truth: wanted }: Options) => {
      const folder = resolve(out)
      await mkdir(folder, { recursive: true })
      const made = await writeTown(folder, {
        seed: Number(seed),
        retailers: Number(retailers),
        today: today === undefined ? systemClock.now().today : Temporal.PlainDate.from(today),
      })
      const { counts, truth } = await writeMarket(folder, made, {
        seed: Number(seed),
        days: full ? historyDays : Number(days),
        ...(full || orderDays === undefined ? {} : { orderDays: Number(orderDays) }),
      })
      if (wanted) await writeFile(`${folder}.truth.json`, `${JSON.stringify(truth, null, 1)}\n`)
      for (const [file, rows] of Object.entries(counts))
        console.log(`  ${file.padEnd(18)}${rows.toLocaleString('zh')} 行`)
      console.log(`模拟数据已写入 ${folder}${wanted ? `；真相（只供评测）在 ${folder}.truth.json` : ''}`)
    })
}
