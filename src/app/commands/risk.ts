import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { fillText, type Refusal, type RefusalTable } from '#kernel/refusal'
import { backtestFile, modelPolicyOf, modelRefusals, rankFiles } from '#modules/monitoring'
import { systemClock } from '../../platform/clock.ts'
import { csvRefusals, writeCsv } from '../../platform/csv.ts'
import { houseSetOn } from '../../platform/policy.ts'
import { backtestLines } from './backtest-lines.ts'

interface RankOptions {
  readonly history: string
  readonly candidates: string
  readonly spec: string
  readonly out: string
}

/** 市场模型: files in, a file out; no database, no network, no key. */
export function addRiskCommands(program: Command): void {
  const risk = program.command('risk').description('市场模型：先去哪一户')
  addRank(risk)
  addBacktest(risk)
}

function addRank(risk: Command): void {
  risk
    .command('rank')
    .description('从历史检查学出模型，给候选名单排先后')
    .requiredOption('--history <file>', '历史检查（CSV）')
    .requiredOption('--candidates <file>', '候选名单（CSV）')
    .requiredOption('--spec <file>', '说明各列含义的文件（JSON）')
    .requiredOption('--out <file>', '结果（cand_id,score,reasons）')
    .action(async ({ history, candidates, spec, out }: RankOptions) => {
      const began = performance.now()
      const result = await rankFiles({ spec: await specText(spec), history, candidates })
      if (!result.ok) throw refusalError(result)
      const { candidates: ranked, visits } = result.value
      const lines = ranked.map(({ id, ranked: { score, reasons } }) => [id, score.toFixed(6), reasons.join(';')])
      await writeCsv(out, [['cand_id', 'score', 'reasons'], ...lines])
      const seconds = ((performance.now() - began) / 1_000).toFixed(1)
      console.log(`从 ${visits} 次检查学出，给 ${lines.length} 个候选排了先后，用时 ${seconds} 秒，已写入 ${out}。`)
    })
}

async function specText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch {
    throw new Error(`没有找到说明文件 ${path}。请核对文件名和所在的文件夹。`)
  }
}

const tables: RefusalTable = { ...csvRefusals, ...modelRefusals }

/** What happened and what to do, in the words of the tables. */
function refusalError({ refusal, details }: Refusal): Error {
  const words = tables[refusal]?.zh
  return new Error(words ? fillText(`${words.title}${words.next}`, details) : refusal)
}

interface BacktestOptions {
  readonly history: string
  readonly spec: string
  readonly windows: string
  readonly days: string
}

function addBacktest(risk: Command): void {
  risk
    .command('backtest')
    .description('模型比随机抽查多发现多少，各群体的检查率是否均衡；提升不为正或者超限即失败')
    .requiredOption('--history <file>', '历史检查（CSV）')
    .requiredOption('--spec <file>', '说明各列含义的文件（JSON）；randomArm 标出随机抽查，groups 列出要看均衡的群体')
    .option('--windows <n>', '回测最近几期', '3')
    .option('--days <n>', '每期几天', '60')
    .action(async ({ history, spec, windows, days }: BacktestOptions) => {
      const { fairness } = modelPolicyOf(houseSetOn(systemClock.now().today))
      const plan = { windows: count(windows, '--windows'), windowDays: count(days, '--days'), fairness }
      const result = await backtestFile({ spec: await specText(spec), history }, plan)
      if (!result.ok) throw refusalError(result)
      for (const line of backtestLines(result.value, plan)) console.log(line)
      const { lift, breaches } = result.value
      if (lift.lift <= 0) throw new Error('回测不通过：先检查的一组没有比随机抽查发现得更多。')
      if (breaches.length > 0)
        throw new Error(
          `回测不通过：${breaches.map(({ dimension, group }) => `${dimension}“${group}”`).join('、')}的检查率超过上限。`,
        )
    })
}

function count(text: string, option: string): number {
  const value = Number(text)
  if (Number.isInteger(value) && value >= 1 && value <= 366) return value
  throw new Error(`${option} 应为 1 至 366 的整数，现在是“${text}”。`)
}
