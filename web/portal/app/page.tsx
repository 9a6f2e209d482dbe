import { type ReactNode, useEffect, useRef } from 'react'
import { keepLoaded } from './keep-for-offline.ts'
import { texts } from './texts.ts'

let opened = 0

/** A page with its heading; after a change of page the heading has the focus, so that a screen reader starts there. */
export function Page({ title, children }: { title: string; children: ReactNode }) {
  const t = texts.useTexts()
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · ${t('product')}`
  })
  useEffect(() => {
    opened += 1
    if (opened === 1) return
    head.current?.focus({ preventScroll: true })
    void keepLoaded()
  }, [])
  return (
    <article>
      <h1 ref={head} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </article>
  )
}
