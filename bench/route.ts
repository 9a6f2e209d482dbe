import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '../../shared/bench/routing')

/**
 * `npm run bench -- route [SECONDS] [NAME]`, NAME being how the problems of interest begin (`C2`, `pr`): the planner on the published benchmarks, beside the best
 * known and the published results; scored by the benchmark's own program.
 */
export async function run(): Promise<void> {
  if (!existsSync(folder)) {
    console.log('没有 ../shared/bench/routing：route 未运行。')
    return
  }
  const out = mkdtempSync(join(tmpdir(), 'yzt-route-'))
  const cli = join(import.meta.dirname, '../src/app/cli.ts')
  const seconds = process.argv[3] ?? '5'
  const only = process.argv[4] ?? ''
  const nodes = (kind: string) => ['--nodes', join(folder, `${kind}_nodes.csv`)]
  const plan = (kind: 'solomon' | 'toptw', file: string, more: readonly string[], said: string) => {
    const limits = kind === 'solomon' ? ['--instances', join(folder, 'solomon_instances.csv')] : []
    spawnSync(
      process.execPath,
      [cli, 'route', '--kind', kind, ...nodes(kind), ...limits, ...more, '--only', only, '--out', file],
      {
        stdio: 'inherit',
      },
    )
    console.log(`${kind}，${said}：`)
    spawnSync('python3', [join(folder, 'score.py'), kind, folder, file], { stdio: 'inherit' })
  }
  for (const kind of ['solomon', 'toptw'] as const)
    plan(kind, join(out, `${kind}.csv`), ['--seconds', seconds], `每题 ${seconds} 秒`)
  // What the task board itself shows: one pair, the search of its 当日路线.
  plan('toptw', join(out, 'day.csv'), ['--day', '--teams', '1'], '任务页当日路线的搜索，一组人')
  rmSync(out, { recursive: true })
}
