import { useEffect } from 'react'

/** Each page of an application begins at its top: whoever pressed 继续 below a long one would not see what is asked next. */
export function useTop(at: { readonly name: string; readonly step?: string }): void {
  const page = `${at.name} ${at.step ?? ''}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is the reason
  useEffect(() => {
    // Newer browsers answer with a promise, which would be taken for the effect's end.
    void scrollTo(0, 0)
  }, [page])
}
