/** Faults of the simulated printer; `none` is a healthy one with paper. */
export const printerFaults = ['none', 'paperOut', 'jam', 'off', 'slow'] as const
type PrinterFault = (typeof printerFaults)[number]

export interface SimulatedJob {
  id: number
  state: 'pending' | 'processing' | 'processing-stopped' | 'canceled' | 'completed'
  reasons: string[]
}

export interface SimulatedPrinter {
  fault: PrinterFault
  take(document: Buffer): SimulatedJob
  job(id: number): SimulatedJob | undefined
  cancel(id: number): SimulatedJob | undefined
  look(): { state: 'idle' | 'processing' | 'stopped'; reasons: string[] }
  /** What came out, oldest first; in memory only. */
  readonly pages: readonly { n: number; document: Buffer }[]
}

const remembered = 50
const pageMs = { usual: 200, slow: 8000 }

/** The inside of the printer: one job after the other; a fault stops it and mending lets it go on. */
export function simulatedPrinter(now: () => number = Date.now): SimulatedPrinter {
  type Kept = SimulatedJob & { document: Buffer; until: number }
  const jobs = new Map<number, Kept>()
  const pages: { n: number; document: Buffer }[] = []
  let printed = 0

  function run(job: Kept) {
    const stop = blocking(self.fault)
    if (job.state === 'canceled' || job.state === 'completed') return
    job.state = stop ? 'processing-stopped' : 'processing'
    job.reasons = stop ? ['printer-stopped', stop] : []
    if (stop || now() < job.until) return
    job.state = 'completed'
    job.reasons = ['job-completed-successfully']
    pages.push({ n: ++printed, document: job.document })
    if (pages.length > remembered) pages.shift()
  }
  function find(id: number) {
    const job = jobs.get(id)
    if (job) run(job)
    return job
  }

  const self: SimulatedPrinter = {
    fault: 'none',
    pages,
    take(document) {
      const until = now() + (self.fault === 'slow' ? pageMs.slow : pageMs.usual)
      const job: Kept = { id: jobs.size + 1, state: 'pending', reasons: [], document: Buffer.from(document), until }
      jobs.set(job.id, job)
      return job
    },
    job: find,
    cancel(id) {
      const job = find(id)
      if (job && job.state !== 'completed') Object.assign(job, { state: 'canceled', reasons: ['job-canceled-by-user'] })
      return job
    },
    look() {
      for (const id of jobs.keys()) find(id)
      const stop = blocking(self.fault)
      const busy = [...jobs.values()].some(job => job.state === 'processing')
      return { state: stop ? 'stopped' : busy ? 'processing' : 'idle', reasons: stop ? [`${stop}-error`] : [] }
    },
  }
  return self
}

function blocking(fault: PrinterFault): 'media-empty' | 'media-jam' | undefined {
  return fault === 'paperOut' ? 'media-empty' : fault === 'jam' ? 'media-jam' : undefined
}
