import { useEffect, useState } from 'react'
import { guideRoutes } from '#contract/licensing'
import { call } from '../../../shared/api.ts'
import type { Days } from './guide-sections.ts'

const asking: Days = { decide: '…', extend: '…', correct: '…', renewalOpens: '…', renewalLead: '…' }

/** 期限 of today. Where they cannot be fetched, the rest of the guide stands without them. */
export function useGuideDays(): Days {
  const [days, setDays] = useState<Days>(asking)
  useEffect(() => {
    const gone = new AbortController()
    call(guideRoutes.guideDays, { signal: gone.signal }).then(setDays, () => {
      if (!gone.signal.aborted) setDays(undefined)
    })
    return () => gone.abort()
  }, [])
  return days
}
