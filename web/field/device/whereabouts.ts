import { useEffect, useState } from 'react'

/** Where the telephone says it is: WGS-84 degrees as the browser gives them, with its own error in metres. */
export interface Fix {
  readonly lng: number
  readonly lat: number
  readonly accuracyMetres: number
  readonly at: string
}

/** `none` with the reason: the work goes on without a place, and the record says so. */
export type Whereabouts =
  | { readonly kind: 'fix'; readonly fix: Fix }
  | { readonly kind: 'none'; readonly why: 'waiting' | 'denied' | 'unavailable' }

/** A fix older than this says where one was, not where one is. */
const freshMs = 60_000

/** 定位: watches while the page is open; works without network where the telephone has a receiver of its own. */
export function useWhereabouts(): Whereabouts {
  const [where, setWhere] = useState<Whereabouts>({ kind: 'none', why: 'waiting' })
  useEffect(() => {
    if (!('geolocation' in navigator)) return setWhere({ kind: 'none', why: 'unavailable' })
    const watch = navigator.geolocation.watchPosition(
      position => setWhere({ kind: 'fix', fix: fixOf(position) }),
      error => setWhere(old => afterError(old, error.code)),
      { enableHighAccuracy: true, maximumAge: 5_000, timeout: 30_000 },
    )
    return () => navigator.geolocation.clearWatch(watch)
  }, [])
  return where
}

const fixOf = ({ coords, timestamp }: GeolocationPosition): Fix => ({
  // Seven digits are a centimetre; more would be noise.
  lng: Number(coords.longitude.toFixed(7)),
  lat: Number(coords.latitude.toFixed(7)),
  accuracyMetres: Math.ceil(coords.accuracy),
  at: new Date(timestamp).toISOString(),
})

/** A permission taken back is final; a lost signal keeps the last fix, which grows old by itself. */
function afterError(old: Whereabouts, code: number): Whereabouts {
  if (code === 1) return { kind: 'none', why: 'denied' }
  return old.kind === 'fix' ? old : { kind: 'none', why: 'unavailable' }
}

/** The fix as it may be written beside something done now; null where it is missing or old. */
export function fixNow(where: Whereabouts, now = Date.now()): Fix | null {
  return where.kind === 'fix' && now - Date.parse(where.fix.at) <= freshMs ? where.fix : null
}
