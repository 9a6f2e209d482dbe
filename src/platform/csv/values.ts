import type { Static, TSchema } from 'typebox'
import { Value } from 'typebox/value'
import { cleanText } from '#kernel/chinese-text'
import { foldWidth } from '#kernel/fold-width'
import { ok, type Result, refuse } from '#kernel/refusal'

/** Plain text of at most `max` characters, without invisible characters. */
export const clean =
  (max: number) =>
  (text: string): Result<string> =>
    cleanText(text, { max })

/** One of a fixed list of words. */
export const oneOf =
  <const W extends string>(words: readonly W[]) =>
  (text: string): Result<W> => {
    const word = words.find(candidate => candidate === text)
    return word === undefined ? refuse('cellNotAllowed', { allowed: words.join('、') }) : ok(word)
  }

/**
 * A number or text that a TypeBox schema describes; `allowed` says it in Chinese (`1 至 30 的整数`).
 * Only plain decimal text is read as a number: `1e3`, `0x10` and `true` stay texts and are refused by number schemas.
 */
export const bySchema =
  <S extends TSchema>(schema: S, allowed: string) =>
  (text: string): Result<Static<S>> => {
    const folded = foldWidth(text).trim()
    const value: unknown = /^-?\d{1,15}(?:\.\d{1,20})?$/u.test(folded) ? Number(folded) : text
    if (Value.Check(schema, value)) return ok(value)
    return Value.Check(schema, text) ? ok(text) : refuse('cellNotAllowed', { allowed })
  }
