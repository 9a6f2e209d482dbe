import { useEffect, useState } from 'react'
import { type GuideDays, guideRoutes } from '#contract/licensing'
import { call } from '../../../shared/api.ts'

/** 期限 of today; `over` without days: they could not be fetched, and the rest of the guide stands without them. */
export function useGuideDays(): { readonly over: boolean; readonly days?: GuideDays } {
  const [asked, setAsked] = useState<{ readonly over: boolean; readonly days?: GuideDays }>({ over: false })
  useEffect(() => {
    const gone = new AbortController()
    call(guideRoutes.guideDays, { signal: gone.signal }).then(
      days => setAsked({ over: true, days }),
      () => {
        if (!gone.signal.aborted) setAsked({ over: true })
      },
    )
    return () => gone.abort()
  }, [])
  return asked
}
