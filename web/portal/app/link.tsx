import type { MouseEvent, ReactNode } from 'react'
import { goTo, hrefOf } from './address.ts'

interface Props {
  to: string
  className?: string
  /** The place one is at, in a navigation. */
  current?: boolean
  children: ReactNode
}

/** A real link that changes the page without loading it again; modified clicks stay the browser's. */
export function Link({ to, className, current = false, children }: Props) {
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    goTo(to)
  }
  return (
    <a href={hrefOf(to)} className={className} aria-current={current ? 'page' : undefined} onClick={follow}>
      {children}
    </a>
  )
}
