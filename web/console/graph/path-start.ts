import { useSyncExternalStore } from 'react'

let start: number | undefined
const heard = new Set<() => void>()

/** Where the next path begins: it outlives the choice of another node. */
export function usePathStart(): [number | undefined, (id: number | undefined) => void] {
  const now = useSyncExternalStore(
    tell => {
      heard.add(tell)
      return () => heard.delete(tell)
    },
    () => start,
  )
  return [
    now,
    id => {
      start = id
      for (const tell of heard) tell()
    },
  ]
}
