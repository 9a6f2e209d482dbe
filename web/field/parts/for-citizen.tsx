import type { ReactNode } from 'react'

/** 给群众看的一段: what the shopkeeper reads, keys in or signs on the officer's telephone stands in the sizes of the elder view (reference §10.3). */
export function ForCitizen({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section className="for-citizen" aria-label={label}>
      <p className="for-citizen-head">{label}</p>
      {children}
    </section>
  )
}
