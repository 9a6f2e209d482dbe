import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { troubleCodes } from '../problems/catalogue.ts'
import { hashOfText, manifestFile, soundFolder } from './manifest.ts'
import { prompts, troublePrompt } from './prompts.ts'

describe('the spoken prompts', () => {
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Record<string, string>

  test('every sound says the text of today; otherwise run `npm run speech`', () => {
    const today = Object.fromEntries(Object.entries(prompts).map(([key, text]) => [key, hashOfText(text)]))
    expect(manifest).toEqual(today)
  })

  test.each(Object.keys(prompts))('%s has its sound', key => {
    const file = `${soundFolder}${key}.ogg`
    expect(existsSync(file)).toBe(true)
    expect(readFileSync(file).subarray(0, 4).toString()).toBe('OggS')
    expect(statSync(file).size).toBeGreaterThan(2_000)
  })

  test('all sounds together stay below 1.5 MB, and none is left over', () => {
    const files = readdirSync(soundFolder).filter(name => name.endsWith('.ogg'))
    expect(files).toHaveLength(Object.keys(prompts).length)
    expect(files.reduce((sum, name) => sum + statSync(soundFolder + name).size, 0)).toBeLessThan(1_500_000)
  })

  test('every fault with a page of its own has a prompt of its own', () => {
    const silent = troubleCodes.filter(code => troublePrompt(code) === 'trouble.other')
    // Both are said in general words: nothing more is known.
    expect(silent).toEqual(['starting', 'surprise'])
    expect(troublePrompt('toString')).toBe('trouble.other')
  })
})
