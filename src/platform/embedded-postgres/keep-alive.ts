import { setTimeout as sleep } from 'node:timers/promises'
import type { Access } from './access-file.ts'
import { launch, type Postmaster, type PostmasterPlan, whyNot } from './postmaster.ts'
import { waitUntilReady } from './readiness.ts'
import { urlsOf } from './roles.ts'

/**
 * Starts the server again whenever it dies by itself (F4: kill -9, out of memory), for as long as we live.
 * Returns the way to end it for good.
 */
export function keepAlive(
  plan: PostmasterPlan,
  access: Access,
  options: { first: Postmaster; log: (message: string) => void },
): () => Promise<void> {
  const { log } = options
  let current: Postmaster | undefined = options.first
  let stopping = false

  const restart = async (): Promise<Postmaster | undefined> => {
    const postmaster = await launch(plan, access.port)
    const state = await waitUntilReady({
      url: urlsOf(access).superUrl,
      cluster: plan.cluster,
      gone: postmaster.gone,
      seconds: 120,
    })
    if (state === 'ready') return postmaster
    await postmaster.stop()
    log(`PostgreSQL did not start again: ${await whyNot(plan.folder)}`)
    return undefined
  }
  const watch = async (): Promise<void> => {
    while (!stopping) {
      await current?.gone
      if (stopping) return
      log('PostgreSQL ended unexpectedly; starting it again')
      current = await restart().catch(() => undefined)
      // Remains of the dead server may hold its shared memory for a moment.
      if (current === undefined) await sleep(500)
      else log(`PostgreSQL ready again, process ${current.pid}`)
    }
  }

  const watching = watch()
  // Node may leave without calling us (process.exit); the server must not be left alone then.
  const farewell = () => void (current === undefined || signal(current.pid))
  process.once('exit', farewell)
  return async () => {
    stopping = true
    process.removeListener('exit', farewell)
    await current?.stop()
    await watching
    await current?.stop()
  }
}

function signal(pid: number): void {
  try {
    process.kill(pid, 'SIGINT')
  } catch {
    // already gone
  }
}
