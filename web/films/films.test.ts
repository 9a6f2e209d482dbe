import { readdirSync, readFileSync, statSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { voices } from '../shared/voices.ts'
import { madeFolder, madeFrom, readFilms } from './made-from.ts'
import { filmNames, scripts } from './scripts.ts'

const read = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8')

/** Where the words of buttons stand. */
const definitions = '../../src/modules/licensing/rules/services/'
const sources = [
  ...readdirSync(new URL(definitions, import.meta.url)).map(file => read(definitions + file)),
  ...['kiosk', 'kiosk/face', 'services/apply', 'services/query', 'services/place', 'portal/new-licence'].map(folder =>
    read(`../${folder}/texts.ts`),
  ),
]

describe('the guide films', () => {
  const films = readFilms()

  test.each(filmNames)('%s was made from what the service asks today; otherwise run `npm run films`', name => {
    expect(films[name]?.madeFrom, `the film ${name} is out of date: run \`npm run films -- ${name}\``).toBe(
      madeFrom(name),
    )
  })

  test.each(filmNames)('%s presses only buttons that the screens still have', name => {
    const words = sources.join('\n')
    const acts = scripts[name].flatMap(({ act, also = [] }) => [...(act ? [act] : []), ...also])
    const pressed = acts.flatMap(act => ('press' in act ? [act.press.replace(/^\^/, '')] : []))
    expect(pressed.filter(word => !words.includes(word))).toEqual([])
  })

  test.each(filmNames)('%s lasts 25 to 80 seconds, is at most 600 kB in each voice, and has its captions', name => {
    expect(films[name]?.seconds).toBeGreaterThan(25)
    expect(films[name]?.seconds).toBeLessThan(80)
    for (const voice of voices) {
      const film = `${madeFolder}${name}.${voice}.webm`
      expect(statSync(film).size).toBeLessThan(600_000)
      // EBML, the beginning of every WebM.
      expect(readFileSync(film).subarray(0, 4).toString('hex')).toBe('1a45dfa3')
    }
    for (const language of ['zh', 'en']) {
      const captions = read(`made/${name}.${language}.vtt`)
      expect(captions.startsWith('WEBVTT')).toBe(true)
      expect(captions.match(/-->/g)).toHaveLength(scripts[name].length)
    }
  })

  test('nothing is left over in the folder', () => {
    const wanted = filmNames.flatMap(name => ['cmn.webm', 'yue.webm', 'zh.vtt', 'en.vtt'].map(end => `${name}.${end}`))
    expect(readdirSync(madeFolder).sort()).toEqual([...wanted, 'manifest.json'].sort())
  })
})
