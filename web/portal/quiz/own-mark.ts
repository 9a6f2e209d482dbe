import { freshKey } from '../../shared/api.ts'

/** A mark of this telephone for this one quiz or event: it pairs what belongs together and says nothing of anybody. */
export function ownMark(occasion: string): string {
  const key = `yzt-mark-${occasion}`
  try {
    const known = localStorage.getItem(key)
    if (known !== null) return known
    const mark = freshKey()
    localStorage.setItem(key, mark)
    return mark
  } catch {
    return freshKey() // a browser that allows no storage comes once
  }
}
