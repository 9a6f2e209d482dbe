import { useEffect, useState } from 'react'
import { sm3 } from 'sm-crypto-v2'
import type { FieldTask, VisitAct, VisitView } from '#contract/inspection'
import { open } from '../device/seal.ts'
import { onOutbox } from '../outbox/changes.ts'
import { listOutbox } from '../outbox/rows.ts'
import { keptVisit } from './bundle.ts'
import { type LocalVisit, localVisit } from './fold.ts'

const encoder = new TextEncoder()
const textDigest = (text: string): string => sm3(encoder.encode(text))

export interface SeenVisit extends LocalVisit {
  readonly view: VisitView | undefined
}

/** The visit of a task as it stands on this telephone, drawn anew whenever an act is kept, sent or answered. */
export function useVisit(task: FieldTask, staffId: string): SeenVisit | undefined {
  const [visit, setVisit] = useState<SeenVisit>()
  useEffect(() => {
    let gone = false
    const read = async () => {
      const acts = await waitingActs(task.task.id, staffId)
      const view = (await keptVisit(task.task.id)) ?? task.visit
      const seen = localVisit({ ...task, id: task.task.id }, { view, acts, by: staffId }, textDigest)
      if (!gone) setVisit({ ...seen, view })
    }
    void read()
    const stop = onOutbox(() => void read())
    return () => {
      gone = true
      stop()
    }
  }, [task, staffId])
  return visit
}

/** Acts of this officer that lie here and were not refused, in their order. */
async function waitingActs(taskId: string, staffId: string): Promise<readonly VisitAct[]> {
  const rows = (await listOutbox()).filter(
    row =>
      row.area === 'inspection' &&
      row.matter === taskId &&
      row.staffId === staffId &&
      (row.state === 'kept' || row.state === 'sending'),
  )
  const acts = await Promise.all(rows.map(row => open<VisitAct>(row.sealed)))
  return acts.filter(act => act !== undefined)
}
