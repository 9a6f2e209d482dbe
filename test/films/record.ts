import { rmSync, writeFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { madeFolder, madeFrom, manifestFile, readFilms } from '../../web/films/made-from.ts'
import { type FilmName, filmNames, onPhone, scripts, waiting } from '../../web/films/scripts.ts'
import { openSynthesiser, type Synthesiser } from '../../web/kiosk/speech/synthesis.ts'
import { launchBrowser } from '../../web/shared/testing/browser.ts'
import { voices } from '../../web/shared/voices.ts'
import { startHouseProcess } from '../journeys/house.ts'
import { takePhone } from '../journeys/phone.ts'
import { visit } from '../journeys/terminal.ts'
import { openCamera } from './camera.ts'
import { captions, cut } from './cut.ts'
import { length, play } from './play.ts'
import { atTerminal, onTelephone, type Player } from './player.ts'

/**
 * `npm run films [NAME…]`: starts the real house with its synthetic county on free ports, plays each service at the real
 * terminal or on the telephone, and makes its guide film. Needs Chromium and ffmpeg. A film that fails leaves the old one; the rest is made.
 */
const wanted = process.argv.slice(2)
const names = wanted.length > 0 ? filmNames.filter(name => wanted.includes(name)) : filmNames
const house = await startHouseProcess()
const browser = await launchBrowser()
const synthesiser = await openSynthesiser()
try {
  for (const name of names) await make(name, browser, synthesiser).catch(error => failed(name, error))
} finally {
  await browser.close()
  await house.stop()
  rmSync(house.dataFolder, { recursive: true, force: true })
}

async function make(name: FilmName, from: Browser, { spoken, samplerate }: Synthesiser): Promise<void> {
  const player = await (onPhone.has(name) ? takeTelephone(from) : goToTerminal(name, from))
  try {
    const camera = await openCamera(player.page)
    const sounds = new Map(
      scripts[name].map(scene => [scene, voices.map(voice => ({ voice, pcm: spoken(voice, scene.zh) }))] as const),
    )
    const seconds = (pcm: Buffer) => pcm.length / 2 / samplerate
    const cues = await play(scripts[name], {
      player,
      camera,
      spoken: scene => Math.max(...(sounds.get(scene) ?? []).map(({ pcm }) => seconds(pcm))),
    })
    await camera.stop()
    const narrations = voices.map((voice, n) => ({
      voice,
      samplerate,
      parts: cues.map(({ from: at, scene }) => ({ at: at + 0.2, pcm: sounds.get(scene)?.[n]?.pcm ?? Buffer.alloc(0) })),
    }))
    const look = onPhone.has(name) ? 'telephone' : 'terminal'
    await cut(camera.shots, narrations, { look, fileOf: voice => `${madeFolder}${name}.${voice}.webm` })
    for (const language of ['zh', 'en'] as const)
      writeFileSync(`${madeFolder}${name}.${language}.vtt`, captions(cues, language))
    note(name, length(camera))
  } finally {
    await player.page.close()
  }
}

/** Where a film needs a file that waits, it is handed in before the camera runs. */
async function goToTerminal(name: FilmName, from: Browser): Promise<Player> {
  const { agent, server } = house
  const card = waiting[name]
  if (card !== undefined) {
    const before = await visit(from, { agent, server })
    await before.renew(card)
    await before.heading(/申请已经收到/)
    await before.page.close()
  }
  return atTerminal(await visit(from, { agent, server }))
}

/** Nine to sixteen like the terminal, so that films have one shape; the telephone lies in the invented shop. */
async function takeTelephone(from: Browser): Promise<Player> {
  const phone = await takePhone(from, { server: house.server, viewport: { width: 360, height: 640 }, scale: 2 })
  await phone.page.context().grantPermissions(['geolocation'])
  await phone.page.context().setGeolocation({ longitude: 112.4416, latitude: 22.3461, accuracy: 12 })
  await phone.open('/apply/issue')
  return onTelephone(phone)
}

function note(name: FilmName, seconds: number): void {
  const films = { ...readFilms(), [name]: { madeFrom: madeFrom(name), seconds: Math.round(seconds) } }
  const sorted = Object.fromEntries(filmNames.flatMap(one => (films[one] ? [[one, films[one]]] : [])))
  writeFileSync(manifestFile, `${JSON.stringify(sorted, null, 2)}\n`)
  process.stdout.write(`${name}: ${Math.round(seconds)} s\n`)
}

function failed(name: FilmName, error: unknown): void {
  process.exitCode = 1
  const why = error instanceof Error ? `${error.message} ${String(error.cause ?? '')}` : String(error)
  process.stderr.write(`the film ${name} was not made: ${why}\n`)
  if (house.process.exitCode !== null) process.stderr.write(house.output().slice(-2_000))
}
