import type { MatterKind } from './agenda.ts'

interface Line {
  readonly kind: MatterKind
  readonly ref: string
  readonly words: string
}

/** What is open to one agency at this moment: its own tasks, and items given to it under an agreement in force. */
export interface OpenToAgency {
  readonly tasks: ReadonlySet<string>
  /** The newest first. */
  readonly items: readonly {
    readonly no: string
    readonly aboutNo: string | null
    /** Whether our number of the matter is a released field. */
    readonly numberOpen: boolean
  }[]
}

/** A line as an agency reads it: what it is, our number where that was released, and the item under which it has it. */
export interface ShownLine {
  readonly kind: MatterKind
  readonly ref: string
  readonly itemNo: string | null
  readonly words: string
}

/**
 * 单位看得到的议程: what names nothing of ours, its own tasks, and of clues, cases and items exactly those released to it. Our words on a
 * matter (grade, violation, how it stands) were released to nobody: the agency reads them, as far as it may, in its item, where each look is
 * counted. That a matter collided or has a gap is never a release.
 */
export const agendaShownTo = (lines: readonly Line[], open: OpenToAgency): ShownLine[] =>
  lines.flatMap(line => shownLine(line, open) ?? [])

function shownLine({ kind, ref, words }: Line, { tasks, items }: OpenToAgency): ShownLine | undefined {
  if (kind === 'other') return { kind, ref: '', itemNo: null, words }
  if (kind === 'task') return tasks.has(ref) ? { kind, ref, itemNo: null, words } : undefined
  if (kind === 'item') return items.some(({ no }) => no === ref) ? { kind, ref, itemNo: ref, words: '' } : undefined
  if (kind !== 'clue' && kind !== 'case') return undefined
  const about = items.filter(({ aboutNo }) => aboutNo === ref)
  const item = about.find(({ numberOpen }) => numberOpen) ?? about[0]
  return item && { kind, ref: item.numberOpen ? ref : '', itemNo: item.no, words: '' }
}
