import { useEffect, useRef, useState } from 'react'
import { type DocumentList, draftRoutes, myDocumentRoutes, type SavedDraft } from '#contract/licensing'
import { papersOf } from '../../services/apply/steps.ts'
import { call } from '../../shared/api.ts'
import { draftToSave } from './drafts.ts'
import type { Kiosk } from './state.ts'

const lookEveryMs = 2_500
/** Signing in and a photo on the own telephone take their time; then the countdown of the terminal counts again. */
const patientLooks = (5 * 60_000) / lookEveryMs

export interface Papers {
  readonly lines: DocumentList['lines'] | undefined
  /** What the own telephone goes on with; its papers are this application's papers. */
  readonly draft: SavedDraft | undefined
  /** The list cannot be read: no network, or a helper sits beside. */
  readonly unread: boolean
}

/** 材料 by the own telephone: the terminal has no scanner, so it shows the draft and looks for what has come. */
export function usePapers(kiosk: Kiosk): Papers {
  const [draft, setDraft] = useState<SavedDraft>()
  const [lines, setLines] = useState<Papers['lines']>()
  const [unread, setUnread] = useState(false)
  const now = useRef(kiosk)
  useEffect(() => {
    const { sheet, answers } = now.current.visit
    if (!sheet) return
    const gone = new AbortController()
    const { signal } = gone
    call(draftRoutes.saveDraft, { body: draftToSave(now.current), signal }).then(setDraft, () => undefined)
    let looks = 0
    const look = () => {
      looks += 1
      if (looks < patientLooks) dispatchEvent(new Event('paperswaiting'))
      call(myDocumentRoutes.list, { params: {}, body: papersOf(sheet, { answers }), signal }).then(
        list => {
          setLines(list.lines)
          setUnread(false)
        },
        () => setUnread(!signal.aborted),
      )
    }
    look()
    const timer = setInterval(look, lookEveryMs)
    return () => {
      clearInterval(timer)
      gone.abort()
    }
  }, [])
  return { draft, lines, unread }
}
