import type { PrintOutcome } from '../contract.ts'
import type { Journal } from '../journal/journal.ts'
import { every, type Timers } from '../time.ts'
import { ippClient } from './ipp-client.ts'
import { type PrintResult, printPage } from './print-page.ts'
import { absentPrinter, type PrinterSnapshot } from './printer-state.ts'

export interface PrintDesk {
  readonly snapshot: PrinterSnapshot
  /** The outcome of a print that was handed over before, if it was; such a print is never handed over again. */
  known(printId: string): PrintOutcome | undefined
  print(printId: string, document: Buffer): Promise<PrintOutcome>
  stop(): void
}

export interface PrintDeskParts {
  /** ipp://host/ipp/print, or the queue of CUPS; undefined when there is no printer. */
  printerUrl: string | undefined
  /** The printer behind a queue, when it can be asked directly. */
  deviceUrl: string | undefined
  journal: Journal
  timers: Timers
  changed(): void
}

const lookMs = 5000
const patienceMs = 55_000

/** Prints pages one after the other and notes in the journal what became of each. */
export function startPrintDesk(parts: PrintDeskParts): PrintDesk {
  const { journal, timers } = parts
  const queue = parts.printerUrl ? ippClient(parts.printerUrl) : undefined
  const device = parts.deviceUrl ? ippClient(parts.deviceUrl) : queue
  const running = new Map<string, Promise<PrintOutcome>>()
  let snapshot = absentPrinter
  closeOpenPrints(journal)

  async function look() {
    const seen = (await device?.printer()) ?? absentPrinter
    const changed = JSON.stringify(seen) !== JSON.stringify(snapshot)
    snapshot = seen
    if (changed) parts.changed()
  }
  void look()
  const stopLooking = every(timers, lookMs, look)

  /** The note goes to the journal before the first byte to the printer: a crash in between must show as unknown. */
  async function run(printId: string, document: Buffer): Promise<PrintOutcome> {
    const result = await (queue && device
      ? printPage({ queue, device, timers, patienceMs }, { name: printId, document }, () => {
          return journal.append({ kind: 'print-spooled', printId }).ok
        })
      : absent())
    document.fill(0)
    journal.append({ kind: 'print-outcome', printId, outcome: result.outcome, reason: result.reason })
    void look()
    return shown(result)
  }

  return {
    get snapshot() {
      return snapshot
    },
    known(printId) {
      const print = journal.contents.prints.get(printId)
      if (!print || running.has(printId)) return undefined
      return shown({ outcome: print.outcome ?? 'unknown', reason: print.reason ?? '' })
    },
    print(printId, document) {
      const already = running.get(printId)
      if (already) return already
      const printing = run(printId, document).finally(() => running.delete(printId))
      running.set(printId, printing)
      return printing
    },
    stop: stopLooking,
  }
}

/** Prints that were spooled when the agent died: nobody knows, and nothing prints them again by itself. */
function closeOpenPrints(journal: Journal) {
  for (const [printId, print] of journal.contents.prints) {
    if (print.outcome) continue
    journal.append({ kind: 'print-outcome', printId, outcome: 'unknown', reason: 'agentRestarted' })
  }
}

function absent(): PrintResult {
  return { outcome: 'failed', reason: 'printerAbsent' }
}

/** What the page tells the citizen. */
function shown({ outcome, reason }: { outcome: string; reason: string }): PrintOutcome {
  if (outcome === 'printed') return { outcome: 'printed' }
  if (outcome === 'failed' && (reason === 'paperOut' || reason === 'jam')) return { outcome: reason }
  if (outcome === 'failed' && (reason === 'printerAbsent' || reason === 'printerRefused'))
    return { outcome: 'printerAbsent' }
  return { outcome: 'unknown' }
}
