import { Worker } from 'node:worker_threads'
import type { SolverAnswer, SolverTask } from './solver.ts'

/** Solves in a thread of its own; undefined when `stop` fires first. */
export function solveApart(task: SolverTask, stop: AbortSignal): Promise<SolverAnswer | undefined> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./solver.ts', import.meta.url), { workerData: task })
    const end = () => {
      void worker.terminate()
      resolve(undefined)
    }
    if (stop.aborted) return end()
    stop.addEventListener('abort', end, { once: true })
    worker.once('message', (answer: SolverAnswer) => {
      resolve(answer)
      void worker.terminate()
    })
    worker.once('error', reject)
    return undefined
  })
}
