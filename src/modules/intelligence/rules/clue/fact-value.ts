import { cleanText } from '#kernel/chinese-text'
import { foldWidth } from '#kernel/fold-width'
import { parsePhone } from '#kernel/phone'
import type { FactKind } from './facts.ts'

/**
 * 要素的一种写法: what an officer types is kept as recognition writes it (粤J·A1234 is 粤JA1234, 138 0013 8000 is 13800138000), so that the
 * same thing in two clues has one fingerprint. What cannot be read stays as it was typed.
 */
export function factValue(kind: FactKind, typed: string): string {
  const folded = foldWidth(typed).trim()
  switch (kind) {
    case 'phone': {
      const phone = parsePhone(folded)
      return phone.ok ? phone.value : folded
    }
    case 'plate':
      return folded.toUpperCase().replaceAll(/[\s·•.-]/gu, '')
    case 'waybill':
    case 'account':
    case 'licence':
    case 'carton':
      return folded.toUpperCase().replaceAll(/\s/gu, '')
    default: {
      const text = cleanText(folded, { max: 400 })
      return text.ok ? text.value : folded
    }
  }
}
