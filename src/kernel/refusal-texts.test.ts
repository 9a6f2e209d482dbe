import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseCartonCode } from './carton-code.ts'
import { cleanText } from './chinese-text.ts'
import { parseCitizenId } from './citizen-id.ts'
import { parseCreditCode } from './credit-code.ts'
import { fillText, type RefusalEntry } from './refusal.ts'
import { kernelRefusals } from './refusal-texts.ts'
import { addWorkingDays, calendarOf } from './working-days.ts'

const rows: [string, RefusalEntry][] = Object.entries(kernelRefusals)
const today = Temporal.PlainDate.from('2026-11-23')

describe('kernel refusals', () => {
  it('there are words for exactly the names that the kernel refuses with', () => {
    const folder = new URL('./', import.meta.url)
    const sources = readdirSync(folder).filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    const code = sources
      .filter(name => name !== 'refusal-texts.ts')
      .map(name => readFileSync(new URL(name, folder), 'utf8'))
      .join('\n')
    const used = Array.from(code.matchAll(/refuse\('(\w+)'/gu), ([, name]) => name)
    const names = Object.keys(kernelRefusals)
    expect([...new Set(used)].filter(name => !names.includes(name ?? ''))).toEqual([])
    expect(names.filter(name => !code.includes(`'${name}'`))).toEqual([])
  })

  it.each(rows)('%s says in both languages what happened and what to do next', (_, entry) => {
    for (const words of [entry.zh.title, entry.zh.next]) expect(words).toMatch(/^[^!！"“”]+。$/u)
    for (const words of [entry.en.title, entry.en.next]) expect(words).toMatch(/^[A-Z][^\u4e00-\u9fff!]+\.$/u)
  })

  it.each([
    parseCitizenId('110'),
    parseCreditCode('91'),
    parseCartonCode('1', today),
    cleanText('长'.repeat(201)),
    cleanText('a\u202Eb'),
    addWorkingDays(calendarOf([], [], []), today, 1),
  ])('the details of %j fill every placeholder of its words', result => {
    if (result.ok) throw new Error('a refusal was expected')
    const { zh, en }: RefusalEntry = kernelRefusals[result.refusal]
    const words = [zh.title, zh.next, en.title, en.next].map(template => fillText(template, result.details))
    expect(words.join(' ')).not.toMatch(/[{}]/u)
    expect(zh.title).toMatch(/\{\w+\}/u)
  })
})
