import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '../../shared/bench/routing')

/** The planner on the published benchmarks, beside the best known and the published results; scored by the benchmark's own program. */
export async function run(): Promise<void> {
  if (!existsSync(folder)) {
    console.log('没有 ../shared/bench/routing：route 未运行。')
    return
  }
  const out = mkdtempSync(join(tmpdir(), 'yzt-route-'))
  const cli = join(import.meta.dirname, '../src/app/cli.ts')
  const seconds = process.argv[3] ?? '5'
  for (const kind of ['solomon', 'toptw']) {
    const file = join(out, `${kind}.csv`)
    const files = ['--nodes', join(folder, `${kind}_nodes.csv`)]
    const limits = kind === 'solomon' ? ['--instances', join(folder, 'solomon_instances.csv')] : []
    const plan = ['route', '--kind', kind, ...files, ...limits, '--seconds', seconds, '--out', file]
    spawnSync(process.execPath, [cli, ...plan], { stdio: 'inherit' })
    console.log(`${kind}，每题 ${seconds} 秒：`)
    spawnSync('python3', [join(folder, 'score.py'), kind, folder, file], { stdio: 'inherit' })
  }
  rmSync(out, { recursive: true })
}
