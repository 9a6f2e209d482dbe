import { foldWidth } from './fold-width.ts'

/** A code as typed or scanned, made plain: half width, upper case, no blanks or line breaks inside. */
export function plainCode(text: string): string {
  return foldWidth(text).replace(/\s+/gu, '').toUpperCase()
}
