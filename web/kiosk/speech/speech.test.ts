import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { pinyin } from 'pinyin-pro'
import { describe, expect, test } from 'vitest'
import { voices } from '../../shared/voices.ts'
import { troubleCodes } from '../problems/catalogue.ts'
import { asHeard } from './heard.ts'
import { hashOfSound, readManifest, soundFolder } from './manifest.ts'
import { troublePrompt } from './prompts.ts'
import { prompts } from './spoken.ts'
import { openSynthesiser } from './synthesis.ts'

describe.each(voices)('the spoken prompts in %s', voice => {
  test('every sound says the text of today; otherwise run `npm run speech`', () => {
    const today = Object.fromEntries(Object.entries(prompts).map(([key, text]) => [key, hashOfSound(voice, text)]))
    expect(readManifest(voice)).toEqual(today)
  })

  test.each(Object.keys(prompts))('%s has its sound', key => {
    const file = `${soundFolder(voice)}${key}.ogg`
    expect(existsSync(file)).toBe(true)
    expect(readFileSync(file).subarray(0, 4).toString()).toBe('OggS')
    expect(statSync(file).size).toBeGreaterThan(2_000)
  })

  test('the sounds of the pages stay below 1.5 MB, the answers of the law below 0.6 MB, and none is left over', () => {
    const files = readdirSync(soundFolder(voice)).filter(name => name.endsWith('.ogg'))
    expect(files).toHaveLength(Object.keys(prompts).length)
    const sizeOf = (names: readonly string[]) =>
      names.reduce((sum, name) => sum + statSync(soundFolder(voice) + name).size, 0)
    const isAnswer = (name: string) => name.startsWith('law.') && name !== 'law.ogg'
    expect(sizeOf(files.filter(name => !isAnswer(name)))).toBeLessThan(1_500_000)
    // Answers of the law are fetched only by whoever asks for one.
    expect(sizeOf(files.filter(isAnswer))).toBeLessThan(600_000)
  })
})

describe('the readings', async () => {
  const { phonemes } = await openSynthesiser()
  /** Tones apart: the voice changes them in context (不要 bú yào), the dictionary does so elsewhere. */
  const plain = (sounds: string) => sounds.replaceAll(/[0-9ɜ-]/g, '')
  const reading = (text: string) => pinyin(text, { toneType: 'num', v: true }).replaceAll('0', '5')
  const differing = (texts: readonly string[]) => {
    const clauses = texts.flatMap(text => asHeard('cmn', text).split(/[，。？、（）]/)).filter(clause => clause !== '')
    const said = clauses.map(clause => plain(phonemes('cmn', clause)))
    const dictionary = clauses.map(clause => plain(phonemes('cmn-latn-pinyin', reading(clause))))
    return clauses.filter((_, n) => said[n] !== dictionary[n])
  }

  test('a character with two sounds is read in Mandarin as the dictionary reads it; else it belongs in heard.ts', () => {
    expect(differing(Object.values(prompts))).toEqual([])
    // The comparison sees a difference where there is one.
    expect(differing(['还书'])).toEqual(['还书'])
  })

  test('Cantonese has a sound for every character, and 变更 is to change, not to change more', () => {
    const characters = new Set(
      Object.values(prompts)
        .join('')
        .replaceAll(/[^\u4e00-\u9fff]/g, ''),
    )
    expect([...characters].filter(one => /^$|\(en\)/.test(phonemes('yue', one)))).toEqual([])
    expect(phonemes('yue', asHeard('yue', '变更'))).not.toBe(phonemes('yue', '变更'))
  })
})

describe('the list of prompts', () => {
  test('every fault with a page of its own has a prompt of its own', () => {
    const silent = troubleCodes.filter(code => troublePrompt(code) === 'trouble.other')
    // Both are said in general words: nothing more is known.
    expect(silent).toEqual(['starting', 'surprise'])
    expect(troublePrompt('toString')).toBe('trouble.other')
  })
})
