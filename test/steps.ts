import { spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export interface Counts {
  readonly passed: number
  readonly failed: number
}

export type Step = () => Promise<Counts>

const folder = join(import.meta.dirname, '..')

/** A check that is one test: types, lint. */
export const check =
  (name: string, command: string, args: readonly string[]): Step =>
  async () =>
    (await run(name, command, args)) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }

/** A vitest run; its own counts are added, and a run that dies without counting is one failure. */
export const vitest =
  (name: string, config: string, ...more: readonly string[]): Step =>
  async () => {
    const report = join(folder, 'test/.artifacts', `${name.replaceAll(' ', '-')}.json`)
    // The counts of an earlier run are not this one's.
    rmSync(report, { force: true })
    const reporters = ['--reporter', 'default', '--reporter', 'json', '--outputFile.json', report]
    const good = await run(name, 'vitest', ['run', '--config', config, ...more, ...reporters])
    const counts = countsOf(report)
    return good || counts.failed > 0 ? counts : { ...counts, failed: 1 }
  }

/** Several steps as one: so many at a time, the next as soon as one ends, counted together whatever became of each. */
export const inLanes =
  (lanes: number, steps: readonly Step[]): Step =>
  async () => {
    let [passed, failed] = [0, 0]
    const waiting = steps.values()
    const lane = async () => {
      for (const step of waiting) {
        const counts = await step()
        passed += counts.passed
        failed += counts.failed
      }
    }
    await Promise.all(Array.from({ length: lanes }, lane))
    return { passed, failed }
  }

/** Runs one command. Each line it prints carries the step's name, so that two at a time can be read as they run. */
async function run(name: string, command: string, args: readonly string[]): Promise<boolean> {
  const began = performance.now()
  const child = spawn(command, args, { cwd: folder, env: { ...process.env, FORCE_COLOR: '0' } })
  const say = (line: string) => console.log(`${name} │ ${line}`)
  for (const stream of [child.stdout, child.stderr]) createInterface(stream).on('line', say)
  const good = await new Promise<boolean>(resolve => {
    child.once('error', error => {
      say(error.message)
      resolve(false)
    })
    child.once('close', code => resolve(code === 0))
  })
  say(`${good ? 'passed' : 'FAILED'} in ${((performance.now() - began) / 1000).toFixed(1)} s`)
  return good
}

function countsOf(report: string): Counts {
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
