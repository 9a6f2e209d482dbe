import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { constants, setPriority } from 'node:os'
import { join } from 'node:path'
import { type Config, projectFolder } from '../../platform/config.ts'

export const demoSeed = 20_261_123

type Folder = Pick<Config, 'dataFolder'>
const firstDayFile = ({ dataFolder }: Folder) => join(dataFolder, 'town', 'first-day.txt')

/** The county was made for this day; its market must be of the same county, even when it is made after a restart on another. */
export const rememberFirstDay = (config: Folder, today: Temporal.PlainDate): Promise<void> =>
  writeFile(firstDayFile(config), `${today}\n`)

/** Orders tell more than the rest: before a visit teaches anything, the weeks before it must be known. */
const orderDays = 450

/** Registers that the database takes, and for which the lake has no table. */
export const notForLake = /^(areas|terminals)\.csv$|\.rejected\.csv$/

/**
 * 90 days of a market and its orders of 15 months (模拟数据) for the lake of a demonstration, and what a model learns from them, once, in processes
 * of their own at low priority after the house is ready: nobody waits for it. Interrupted, it is made again at the next start; the import takes nothing twice.
 */
export function startDemoMarket(config: Folder, say: (line: string) => void): { stop(): Promise<void> } {
  const [folder, done] = [join(config.dataFolder, 'town', 'market'), join(config.dataFolder, 'town', 'market-done.txt')]
  if (existsSync(done) || !existsSync(firstDayFile(config))) return { stop: async () => undefined }
  const stopped = new AbortController()
  const run = (args: readonly string[]) => runAside(args, stopped.signal)
  const work = async () => {
    const today = (await readFile(firstDayFile(config), 'utf8')).trim()
    const made = ['--seed', String(demoSeed), '--today', today, '--order-days', String(orderDays), '--no-truth']
    await run(['town', 'write', '--out', folder, ...made])
    const files = (await readdir(folder))
      .filter(name => /\.(csv|parquet)$/.test(name) && !notForLake.test(name))
      .toSorted()
    await run(['lake', 'import', ...files.map(name => join(folder, name)), '--lake', join(config.dataFolder, 'lake')])
    say('数据湖已有 90 天的模拟扫码、运单、车辆、船舶数据和 15 个月的模拟订单。')
    await run(['demo', 'teach'])
    await writeFile(done, `${today}\n`)
    say('市场模型已有从模拟检查学出的版本：一版已由两人启用，一版等待局负责人启用。')
  }
  const ended = work().catch(error => {
    if (!stopped.signal.aborted) say(`模拟市场数据没有写成：${error instanceof Error ? error.message : String(error)}`)
  })
  return {
    stop: async () => {
      stopped.abort()
      await ended
    },
  }
}

const runAside = (args: readonly string[], signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const program = join(projectFolder, 'src/app/cli.ts')
    const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'ignore', 'pipe'], signal })
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW)
    let heard = ''
    child.stderr.on('data', chunk => {
      heard += String(chunk)
    })
    child.once('error', reject)
    child.once('exit', code => (code === 0 ? resolve() : reject(new Error(heard.trim() || `${args[0]}: ${code}`))))
  })
