import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureTools } from './tools.ts'

/**
 * `npm test`: everything, in the order in which a fault is cheapest to find. Each step runs even when an earlier one
 * failed, so that one run shows all; the last line is `N passed, N failed`.
 */
const folder = join(import.meta.dirname, '..')
const artifacts = join(folder, 'test/.artifacts')
mkdirSync(artifacts, { recursive: true })

let passed = 0
let failed = 0

function run(command: string, args: readonly string[]): boolean {
  const began = performance.now()
  const { status } = spawnSync(command, args, {
    cwd: folder,
    stdio: 'inherit',
    env: { ...process.env, FORCE_COLOR: '0' },
  })
  console.log(
    `—— ${command} ${args.slice(0, 3).join(' ')}: ${status === 0 ? 'passed' : 'FAILED'} in ${((performance.now() - began) / 1000).toFixed(1)} s\n`,
  )
  return status === 0
}

/** A check that is one test: types, lint. */
function check(title: string, command: string, args: readonly string[]): void {
  console.log(`== ${title}`)
  if (run(command, args)) passed += 1
  else failed += 1
}

/** A vitest run; its own counts are added, and a run that dies without counting is one failure. */
function vitest(title: string, config: string): void {
  console.log(`== ${title}`)
  const report = join(artifacts, `${config.replaceAll('/', '-')}.json`)
  const good = run('vitest', [
    'run',
    '--config',
    config,
    '--reporter',
    'default',
    '--reporter',
    'json',
    '--outputFile.json',
    report,
  ])
  const counts = countsOf(report)
  passed += counts.passed
  failed += counts.failed
  if (!good && counts.failed === 0) failed += 1
}

function countsOf(report: string): { passed: number; failed: number } {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8')) as {
      numPassedTests: number
      numFailedTests: number
    }
    return { passed: numPassedTests, failed: numFailedTests }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

console.log('== tools')
const missing = ensureTools()
if (missing.length > 0) {
  failed += 1
  console.log(missing.join('\n'))
}
check('types of server, agent, town', 'tsc', ['-p', 'tsconfig.json'])
check('types of the front ends', 'tsc', ['-p', 'web/tsconfig.json'])
check('lint', 'biome', ['ci', '.'])
check('dead code', 'knip', ['--include', 'files,dependencies,unlisted'])
check('front ends build, within their size limits', 'node', ['web/build.ts'])
vitest('units, stores, devices, architecture', 'vitest.config.ts')
vitest('journeys and screens in Chromium', 'test/browser.config.ts')

console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
