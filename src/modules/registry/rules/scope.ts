import { foldWidth } from '#kernel/fold-width'
import { ok, type Result, refuse } from '#kernel/refusal'

/** 许可范围, in the order of the licence face. */
export const merchandise = ['卷烟零售', '雪茄烟零售', '电子烟零售'] as const
export type Merchandise = (typeof merchandise)[number]

/** `卷烟零售;雪茄烟零售`, `卷烟、雪茄烟`, `卷烟零售/电子烟零售`: the words of the face, with or without 零售. */
export function parseScope(text: string): Result<readonly Merchandise[], 'cellNotAllowed'> {
  const words = foldWidth(text)
    .split(/[;,、|/\s]+/u)
    .filter(Boolean)
  const found = words.map(word =>
    merchandise.find(item => item === word || item === `${word}零售` || item === `${word}烟零售`),
  )
  if (found.length === 0 || found.includes(undefined))
    return refuse('cellNotAllowed', { allowed: merchandise.join('、') })
  return ok(merchandise.filter(item => found.includes(item)))
}
