import type { Entry, Envelope } from './entry.ts'

interface PrintRecord {
  outcome?: 'printed' | 'failed' | 'unknown'
  reason?: string
  reported: boolean
}

/** What the entries add up to. */
export interface Contents {
  bootCounter: number
  /** Acts the server has not answered, oldest first. */
  pending: Map<string, Envelope>
  /** Acts the server answered with a refusal that no citizen saw: kept until a person has looked. */
  refusedUnseen: Map<string, { envelope: Envelope; status: number }>
  prints: Map<string, PrintRecord>
}

/** Finished prints remembered so that the same print id is never spooled twice. */
const rememberedPrints = 200

export function emptyContents(): Contents {
  return { bootCounter: 0, pending: new Map(), refusedUnseen: new Map(), prints: new Map() }
}

/** Takes one more entry into the contents. An entry that is there already changes nothing. */
export function addEntry(contents: Contents, entry: Entry): void {
  switch (entry.kind) {
    case 'act':
      contents.pending.set(entry.key, entry.envelope)
      break
    case 'act-acked':
      acknowledge(contents, entry)
      break
    case 'print-spooled':
      if (!contents.prints.has(entry.printId)) contents.prints.set(entry.printId, { reported: false })
      break
    case 'print-outcome':
      contents.prints.set(entry.printId, { outcome: entry.outcome, reason: entry.reason, reported: false })
      break
    case 'print-reported':
      contents.prints.set(entry.printId, { ...contents.prints.get(entry.printId), reported: true })
      break
    case 'boot':
      contents.bootCounter = Math.max(contents.bootCounter, entry.counter)
  }
}

function acknowledge(contents: Contents, ack: Entry & { kind: 'act-acked' }) {
  const envelope = contents.pending.get(ack.key)
  contents.pending.delete(ack.key)
  if (envelope && ack.status >= 400 && !ack.seen) contents.refusedUnseen.set(ack.key, { envelope, status: ack.status })
}

/** The fewest entries that add up to the same contents, without what is finished. */
export function entriesOf(contents: Contents): Entry[] {
  const entries: Entry[] = []
  if (contents.bootCounter > 0) entries.push({ kind: 'boot', counter: contents.bootCounter })
  for (const [key, { envelope, status }] of contents.refusedUnseen) {
    entries.push({ kind: 'act', key, envelope }, { kind: 'act-acked', key, status, seen: false })
  }
  for (const [key, envelope] of contents.pending) entries.push({ kind: 'act', key, envelope })
  const finished = [...contents.prints].filter(([, print]) => print.reported).map(([printId]) => printId)
  const forgotten = new Set(finished.slice(0, Math.max(0, finished.length - rememberedPrints)))
  for (const [printId, print] of contents.prints) {
    if (!forgotten.has(printId)) entries.push(...printEntries(printId, print))
  }
  return entries
}

function printEntries(printId: string, print: PrintRecord): Entry[] {
  const entries: Entry[] = [{ kind: 'print-spooled', printId }]
  if (print.outcome)
    entries.push({ kind: 'print-outcome', printId, outcome: print.outcome, reason: print.reason ?? '' })
  if (print.reported) entries.push({ kind: 'print-reported', printId })
  return entries
}
