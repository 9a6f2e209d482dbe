import { join } from 'node:path'
import type { Command } from 'commander'
import { systemClock } from '../../platform/clock.ts'
import { readConfig } from '../../platform/config.ts'
import { demoAccounts } from '../demo/accounts.ts'
import { teachDemoModel } from '../demo/model.ts'
import { withDatabase } from './with-database.ts'

/** 演示: what only a demonstration needs. */
export function addDemoCommands(program: Command): void {
  const demo = program.command('demo').description('演示')
  demo
    .command('code')
    .argument('<account>')
    .description('演示账号此刻的动态码')
    .action((account: string) => {
      const found = demoAccounts(systemClock.now()).find(one => one.account === account)
      if (!found) throw new Error(`没有演示账号 ${account}。`)
      console.log(found.code)
    })
  demo
    .command('teach')
    .description('让市场模型从模拟的检查结果学出两版（演示启动时自动做一次）')
    .action(async () => {
      const { mode, dataFolder } = readConfig()
      // A made-up release in a real house would be a forged signature of two people.
      if (mode !== 'demo') throw new Error('只有演示可以这样做。')
      const made = await withDatabase(({ database }) =>
        teachDemoModel({ database, lake: join(dataFolder, 'lake') }, systemClock.now()),
      )
      console.log(made.length === 0 ? '没有学出新的版本。' : `学出第 ${made.join('、')} 版（模拟数据）。`)
    })
}
