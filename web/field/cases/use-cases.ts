import { useEffect, useState } from 'react'
import { type KeptDay, keptDay } from '../device/day.ts'
import { onOutbox } from '../outbox/changes.ts'
import type { CasesDay } from './area.ts'

/** 我办的案件 as they lie on this telephone: a report that was taken brings its case along (door.ts). */
export function useCases(kept: KeptDay<CasesDay>): CasesDay {
  const [day, setDay] = useState(kept)
  useEffect(() => {
    let gone = false
    setDay(kept)
    const read = () =>
      void keptDay<CasesDay>('cases').then(newer => {
        if (!gone && newer !== undefined) setDay(newer)
      })
    const stop = onOutbox(read)
    return () => {
      gone = true
      stop()
    }
  }, [kept])
  return day.bundle
}
