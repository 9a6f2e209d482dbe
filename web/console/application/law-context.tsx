import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import type { CitationText } from '../../shared/law-text.ts'

interface Chosen {
  readonly citation: CitationText | undefined
  readonly choose: (citation: CitationText) => void
}

const Context = createContext<Chosen>({ citation: undefined, choose: () => undefined })

/** The article that is open at the right: any basis on the page may choose it. */
export function LawProvider({ children, onChoose }: { children: ReactNode; onChoose: () => void }) {
  const [citation, setCitation] = useState<CitationText>()
  const value = useMemo(
    () => ({
      citation,
      choose: (next: CitationText) => {
        setCitation(next)
        onChoose()
      },
    }),
    [citation, onChoose],
  )
  return <Context.Provider value={value}>{children}</Context.Provider>
}

export const useChosenLaw = () => useContext(Context)
