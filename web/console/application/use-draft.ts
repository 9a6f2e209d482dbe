import { useCallback, useSyncExternalStore } from 'react'
import { drafts } from './drafts.ts'
import { emptyDraft, type StepDraft } from './step-body.ts'

/** The draft of one step of one file; it outlives the form, the page and the idle lock (see drafts.ts). */
export function useDraft(applicationNo: string, event: string) {
  const key = `${applicationNo} ${event}`
  const draft = useSyncExternalStore(drafts.subscribe, () => (drafts.get(key) as StepDraft | undefined) ?? emptyDraft)
  const change = useCallback(
    (part: Partial<StepDraft>) =>
      drafts.set(key, { ...((drafts.get(key) as StepDraft | undefined) ?? emptyDraft), ...part }),
    [key],
  )
  const drop = useCallback(() => drafts.drop(key), [key])
  return { draft, change, drop }
}
