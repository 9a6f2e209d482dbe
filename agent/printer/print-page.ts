import { pause, type Timers } from '../time.ts'
import type { IppClient } from './ipp-client.ts'
import { type JobSnapshot, obstacle } from './printer-state.ts'

/** How a print ended. unknown: paper may or may not have come out; nobody prints it again by himself. */
export type PrintResult =
  | { outcome: 'printed'; reason: 'completed' }
  | { outcome: 'failed'; reason: 'paperOut' | 'jam' | 'printerAbsent' | 'printerRefused' | 'canceled' | 'aborted' }
  | {
      outcome: 'unknown'
      reason: 'noAnswer' | 'tooSlow' | 'printerLost' | 'stoppedAfterwards' | 'partlyOut' | 'agentRestarted'
    }

export interface Printing {
  /** Where the job is handed over: the printer itself, or a queue of CUPS. */
  queue: IppClient
  /** The printer behind a queue, asked again when the queue says done: a queue may say so too early. */
  device: IppClient
  timers: Timers
  /** Milliseconds the outcome may take. */
  patienceMs: number
}

const pollMs = 300
/** A printer reports an empty tray for a moment while it changes trays: it is believed when it says so this often. */
const believedAfter = 3

/**
 * Hands one document to the printer and waits for the outcome.
 * @param beforeSpool is called at the last moment before paper can move; the print is given up when it gives false.
 */
export async function printPage(
  printing: Printing,
  page: { name: string; document: Uint8Array },
  beforeSpool: () => boolean,
): Promise<PrintResult> {
  const before = await printing.queue.printer()
  if (before.state === 'absent') return { outcome: 'failed', reason: 'printerAbsent' }
  const blocked = before.state === 'stopped' ? obstacle(before.reasons) : undefined
  if (blocked) return { outcome: 'failed', reason: blocked }
  if (!beforeSpool()) return { outcome: 'failed', reason: 'canceled' }
  const spooled = await printing.queue.printJob(page.name, page.document)
  if (spooled.kind === 'absent') return { outcome: 'failed', reason: 'printerAbsent' }
  if (spooled.kind === 'refused') return { outcome: 'failed', reason: 'printerRefused' }
  if (spooled.kind !== 'spooled') return { outcome: 'unknown', reason: 'noAnswer' }
  return follow(printing, spooled.jobId)
}

async function follow(printing: Printing, jobId: number): Promise<PrintResult> {
  const { queue, timers } = printing
  const end = timers.now() + printing.patienceMs
  let last: JobSnapshot | undefined
  let blockedTimes = 0
  while (timers.now() < end) {
    const job = await queue.job(jobId)
    if (job?.state === 'completed') return afterDone(printing)
    if (job?.state === 'canceled' || job?.state === 'aborted') return given(job, job.state)
    const blocked = job?.state === 'stopped' ? await whatBlocks(printing, job) : undefined
    blockedTimes = blocked ? blockedTimes + 1 : 0
    if (blocked && blockedTimes >= believedAfter) return takeBack(printing, jobId, blocked)
    last = job
    await pause(timers, pollMs)
  }
  if (!last) return { outcome: 'unknown', reason: 'printerLost' }
  return takeBack(printing, jobId, 'tooSlow')
}

async function whatBlocks({ device }: Printing, job: JobSnapshot) {
  return obstacle(job.reasons) ?? obstacle((await device.printer()).reasons)
}

/** Completed by the queue's word; a printer that stands still now may have swallowed the page. */
async function afterDone({ device }: Printing): Promise<PrintResult> {
  const printer = await device.printer()
  const blocked = printer.state === 'stopped' && obstacle(printer.reasons)
  return blocked ? { outcome: 'unknown', reason: 'stoppedAfterwards' } : { outcome: 'printed', reason: 'completed' }
}

/**
 * Takes the job out of the printer: after a refill it must not come out when its owner has left.
 * Only a job that is surely out of the printer, with no sheet done, counts as failed.
 */
async function takeBack(printing: Printing, jobId: number, why: 'paperOut' | 'jam' | 'tooSlow'): Promise<PrintResult> {
  await printing.queue.cancelJob(jobId)
  const job = await printing.queue.job(jobId)
  if (job?.state === 'completed') return afterDone(printing)
  if (job?.state !== 'canceled' && job?.state !== 'aborted') return { outcome: 'unknown', reason: 'noAnswer' }
  return why === 'tooSlow' ? { outcome: 'unknown', reason: 'tooSlow' } : given(job, why)
}

function given(job: JobSnapshot, reason: 'paperOut' | 'jam' | 'canceled' | 'aborted'): PrintResult {
  return job.sheetsOut > 0 ? { outcome: 'unknown', reason: 'partlyOut' } : { outcome: 'failed', reason }
}
