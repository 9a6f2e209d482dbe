import { useEffect, useState } from 'react'

/** Asks once when the page opens; a late answer of a page that is gone is dropped. */
export function useAnswer<T>(ask: () => Promise<T>): { readonly value: T | undefined; readonly failed: boolean } {
  const [first] = useState(() => ask)
  const [state, setState] = useState<{ value: T | undefined; failed: boolean }>({ value: undefined, failed: false })
  useEffect(() => {
    let here = true
    first().then(
      value => here && setState({ value, failed: false }),
      () => here && setState({ value: undefined, failed: true }),
    )
    return () => {
      here = false
    }
  }, [first])
  return state
}
