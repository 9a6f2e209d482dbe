import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What is read of a text: its Chinese characters, and each number or masked number as one. */
export const reading = (text: string): number =>
  text.replaceAll(/[^\u4e00-\u9fff]/gu, '').length + (text.match(/\{/g)?.length ?? 0)

/** What is read of the sentences of a page, by their keys in its table of words; Chinese stands first there. */
export function wordsIn(table: string, ...keys: readonly string[]): number {
  const source = readFileSync(join(import.meta.dirname, '../../web', table), 'utf8')
  return keys.reduce((sum, key) => {
    const text = new RegExp(`^    '?${key.replaceAll('.', '\\.')}'?:\\s+'(.*)',$`, 'm').exec(source)?.[1]
    if (text === undefined) throw new Error(`${table} has no ${key}`)
    return sum + reading(text)
  }, 0)
}
export const wordsOf = (...keys: readonly string[]): number => wordsIn('services/apply/texts.ts', ...keys)

/** 告知书 is looked through: one full sentence of its five. Read whole it takes longer, as the last line of the bench says. */
export const notice = 60
/** The result and what comes next. */
export const result = 60
