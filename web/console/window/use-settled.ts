import { useEffect, useState } from 'react'

/** The value once it has not changed for half a second: the server is not asked about every key. */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value)
  const text = JSON.stringify(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(text) as T), 500)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
