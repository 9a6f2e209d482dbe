import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { isTyping, rowAfterKey } from './row-keys.ts'

/** Keyboard for the rows of a list: j/k from anywhere on the page, arrows, Home and End within, Enter opens. */
export function useRowKeys(count: number, open: (index: number) => void) {
  const body = useRef<HTMLTableSectionElement>(null)
  const [current, setCurrent] = useState(0)
  const shown = Math.min(current, Math.max(count - 1, 0))

  const go = (index: number) => {
    setCurrent(index)
    const row = body.current?.rows[index]
    row?.focus()
    row?.scrollIntoView({ block: 'nearest' })
  }

  useEffect(() => {
    const anywhere = (event: globalThis.KeyboardEvent) => {
      const mine = event.key === 'j' || event.key === 'k'
      if (!mine || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return
      const inside = body.current?.contains(document.activeElement) ?? false
      const index = inside ? rowAfterKey(event.key, shown, count) : shown
      if (index === undefined || count === 0) return
      event.preventDefault()
      setCurrent(index)
      body.current?.rows[index]?.focus()
    }
    addEventListener('keydown', anywhere)
    return () => removeEventListener('keydown', anywhere)
  }, [shown, count])

  const onKeyDown = (event: KeyboardEvent) => {
    if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return
    const onRow = event.target instanceof HTMLTableRowElement
    if (event.key === 'Enter' && onRow) return open(shown)
    if (event.key === 'j' || event.key === 'k') return
    const index = rowAfterKey(event.key, shown, count)
    if (index === undefined) return
    event.preventDefault()
    go(index)
  }

  return { body, current: shown, focused: setCurrent, onKeyDown }
}
