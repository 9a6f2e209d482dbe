import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type { ApplicationDetail } from '#contract/licensing'
import { drafts } from './drafts.ts'
import { type StepDraft, startDraft } from './step-body.ts'

/** The draft of one step of one file; it outlives the form, the page and the idle lock (see drafts.ts). */
export function useDraft(
  { applicationNo, materials }: Pick<ApplicationDetail, 'applicationNo' | 'materials'>,
  event: string,
) {
  const key = `${applicationNo} ${event}`
  const start = useMemo(() => startDraft(materials), [materials])
  const draft = useSyncExternalStore(drafts.subscribe, () => (drafts.get(key) as StepDraft | undefined) ?? start)
  const change = useCallback(
    (part: Partial<StepDraft>) =>
      drafts.set(key, { ...((drafts.get(key) as StepDraft | undefined) ?? start), ...part }),
    [key, start],
  )
  const drop = useCallback(() => drafts.drop(key), [key])
  return { draft, change, drop }
}
