import { spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { createInterface } from 'node:readline'

export interface Counts {
  readonly passed: number
  /** What failed, each by its name and what it said first. */
  readonly failures: readonly string[]
}

export type Step = () => Promise<Counts>

const folder = join(import.meta.dirname, '..')

/** A check that is one test: types, lint. */
export const check =
  (name: string, command: string, args: readonly string[]): Step =>
  async () =>
    (await run(name, command, args)) ? { passed: 1, failures: [] } : { passed: 0, failures: [name] }

/** A vitest run; its own counts are added, and a run that dies without counting is one failure. */
export const vitest =
  (name: string, config: string, ...more: readonly string[]): Step =>
  async () => {
    const report = join(folder, 'test/.artifacts', `${name.replaceAll(' ', '-')}.json`)
    // The counts of an earlier run are not this one's.
    rmSync(report, { force: true })
    const reporters = ['--reporter', 'default', '--reporter', 'json', '--outputFile.json', report]
    const good = await run(name, 'vitest', ['run', '--config', config, ...more, ...reporters])
    const counts = countsOf(name, report)
    return good || counts.failures.length > 0
      ? counts
      : { ...counts, failures: [`${name}: ended badly, though no test failed`] }
  }

export const sum = (all: readonly Counts[]): Counts => ({
  passed: all.reduce((total, counts) => total + counts.passed, 0),
  failures: all.flatMap(counts => counts.failures),
})

/** Several steps as one: so many at a time, the next as soon as one ends, counted together whatever became of each. */
export const inLanes =
  (lanes: number, steps: readonly Step[]): Step =>
  async () => {
    const done: Counts[] = []
    const waiting = steps.values()
    const lane = async () => {
      for (const step of waiting) done.push(await step())
    }
    await Promise.all(Array.from({ length: lanes }, lane))
    return sum(done)
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

/** What a report of vitest says. */
interface Report {
  readonly numPassedTests: number
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly message: string
    readonly assertionResults: readonly {
      readonly fullName: string
      readonly status: string
      readonly failureMessages: readonly string[]
    }[]
  }[]
}

function countsOf(name: string, report: string): Counts {
  try {
    const { numPassedTests, testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report
    return { passed: numPassedTests, failures: testResults.flatMap(failuresOf) }
  } catch {
    return { passed: 0, failures: [`${name}: ended without a report`] }
  }
}

/** The failed tests of a file; a file that could not begin is one failure. */
function failuresOf(file: Report['testResults'][number]): string[] {
  const where = relative(folder, file.name)
  const failed = file.assertionResults.filter(test => test.status === 'failed')
  if (failed.length === 0 && file.status === 'failed') return [`${where}\n${beginning(file.message)}`]
  return failed.map(test => `${where} > ${test.fullName}\n${beginning(test.failureMessages.join('\n'))}`)
}

const beginning = (message: string): string =>
  message
    .split('\n')
    .filter(line => !line.includes('node_modules'))
    .slice(0, 12)
    .join('\n')
