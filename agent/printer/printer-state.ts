import type { AttributeValue, Group } from './ipp-wire.ts'

export interface PrinterSnapshot {
  state: 'idle' | 'printing' | 'stopped' | 'absent'
  /** IPP keywords without their -error/-warning ending, e.g. media-empty; empty when all is well. */
  reasons: string[]
}

export const absentPrinter: PrinterSnapshot = { state: 'absent', reasons: [] }

type JobState = 'pending' | 'held' | 'processing' | 'stopped' | 'canceled' | 'aborted' | 'completed'
export interface JobSnapshot {
  state: JobState
  reasons: string[]
  /** Sheets already out, when the printer counts them. */
  sheetsOut: number
}

const printerStates: Record<number, PrinterSnapshot['state']> = { 3: 'idle', 4: 'printing', 5: 'stopped' }
const jobStates: Record<number, JobState> = {
  3: 'pending',
  4: 'held',
  5: 'processing',
  6: 'stopped',
  7: 'canceled',
  8: 'aborted',
  9: 'completed',
}

/** One value arrives alone, several as a list; `none` is no reason. */
function reasonsOf(values: AttributeValue[] | undefined): string[] {
  const words = (values ?? []).filter(value => typeof value === 'string')
  return words.filter(word => word !== 'none').map(word => word.replace(/-(error|warning|report)$/, ''))
}

function numberOf(values: AttributeValue[] | undefined): number | undefined {
  return typeof values?.[0] === 'number' ? values[0] : undefined
}

export function printerSnapshot(group: Group | undefined): PrinterSnapshot {
  const state = printerStates[numberOf(group?.attributes.get('printer-state')) ?? 0]
  return state ? { state, reasons: reasonsOf(group?.attributes.get('printer-state-reasons')) } : absentPrinter
}

export function jobSnapshot(group: Group | undefined): JobSnapshot | undefined {
  const state = jobStates[numberOf(group?.attributes.get('job-state')) ?? 0]
  if (!group || !state) return undefined
  const sheetsOut = numberOf(group.attributes.get('job-media-sheets-completed')) ?? 0
  return { state, reasons: reasonsOf(group.attributes.get('job-state-reasons')), sheetsOut }
}

/** What a person must do at the printer before paper can come out again. */
export function obstacle(reasons: string[]): 'paperOut' | 'jam' | undefined {
  if (reasons.some(reason => /^(media-empty|media-needed)$/.test(reason))) return 'paperOut'
  if (reasons.some(reason => /^(media-jam|cover-open|door-open|interlock-open|input-tray-missing)$/.test(reason)))
    return 'jam'
  return undefined
}
