import { type CodeVerdict, type FieldTask, judgeCode, type VisitView } from '#contract/inspection'

export interface SeenCode {
  readonly code: string
  readonly verdict: CodeVerdict | null
  readonly licenceNo: string | null
  readonly sortedOn: string | null
}

/** The server's word about a code where there is one; else this telephone's own, from the orders it was given in the morning. */
export function seenCode(code: string, task: FieldTask, view: VisitView | undefined, orderDays: number): SeenCode {
  const told = view?.codes.find(one => one.code === code)
  if (told !== undefined) return told
  // Telephones before 2026 know no Temporal: the server judges alone.
  if (!('Temporal' in globalThis)) return { code, verdict: null, licenceNo: null, sortedOn: null }
  const today = Temporal.Now.plainDateISO('Asia/Shanghai')
  return judgeCode(code, { licenceNo: task.task.licenceNo, orderDays: task.orderDays }, { today, orderDays })
}
