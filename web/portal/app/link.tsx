import type { MouseEvent, ReactNode } from 'react'
import { goTo, hrefOf } from './address.ts'

/** A real link that changes the page without loading it again; modified clicks stay the browser's. */
export function Link({ to, className, children }: { to: string; className?: string; children: ReactNode }) {
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    goTo(to)
  }
  return (
    <a href={hrefOf(to)} className={className} onClick={follow}>
      {children}
    </a>
  )
}
