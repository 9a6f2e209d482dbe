import { createRequire } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import type { Highs } from 'highs'

/** Its types describe the CommonJS build; that one is loaded. */
const { default: loadHighs } = createRequire(import.meta.url)('highs') as { default: () => Promise<Highs> }

export interface SolverTask {
  readonly program: string
  readonly seconds: number
}

export interface SolverAnswer {
  /** Proved best; false: the best found in the time. */
  readonly exact: boolean
  readonly sites: readonly number[]
}

/** HiGHS keeps its thread until it is done: it has one of its own, which can be ended at any moment. */
export async function solve({ program, seconds }: SolverTask): Promise<SolverAnswer> {
  const highs = await loadHighs()
  const solution = highs.solve(program, { output_flag: false, time_limit: seconds, mip_rel_gap: 0, mip_abs_gap: 0.5 })
  const exact = solution.Status === 'Optimal'
  if (!exact && solution.Status !== 'Time limit reached') throw new Error(`the solver says ${solution.Status}`)
  const sites = Object.entries(solution.Columns).flatMap(([name, column]) => {
    const value = 'Primal' in column ? column.Primal : 0
    return name.startsWith('x') && typeof value === 'number' && value > 0.5 ? [Number(name.slice(1))] : []
  })
  return { exact, sites }
}

if (parentPort !== null && isTask(workerData)) parentPort.postMessage(await solve(workerData))

function isTask(data: unknown): data is SolverTask {
  return typeof data === 'object' && data !== null && 'program' in data && 'seconds' in data
}
