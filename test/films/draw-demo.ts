import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { demoFilmFolder, demoFilmScenes, demoSceneSeconds } from '../../src/app/demo/film-words.ts'
import { openSynthesiser } from '../../web/kiosk/speech/synthesis.ts'
import { launchBrowser } from '../../web/shared/testing/browser.ts'

/**
 * `node test/films/draw-demo.ts`: draws the short film of the demonstration (模拟数据) from our own drawings and writes its pieces into
 * `src/app/demo/film/`, ready to be shown without ffmpeg. Needs Chromium and ffmpeg. Nothing in it is a product, a pack or a brand.
 */
const [ink, quiet, line, blue, pale, paper] = ['#16202B', '#4A5663', '#D5DBE1', '#0B4A8F', '#E8F0F9', '#FAFAF7']

const person = (x: number, coat: string) => `
  <circle cx="${x}" cy="150" r="34" fill="#E9C9A8" stroke="${ink}" stroke-width="3"/>
  <path d="M${x - 60} 300c0-70 24-104 60-104s60 34 60 104z" fill="${coat}" stroke="${ink}" stroke-width="3"/>
  <circle cx="${x - 11}" cy="146" r="3" fill="${ink}"/><circle cx="${x + 11}" cy="146" r="3" fill="${ink}"/>
  <path d="M${x - 11} 164q11 9 22 0" fill="none" stroke="${ink}" stroke-width="3"/>`
const counter = `<path d="M0 276h640v84H0z" fill="#C9A57A" stroke="${ink}" stroke-width="3"/>`
const frame = (x: number, y: number) => `
  <rect x="${x}" y="${y}" width="130" height="92" fill="#fff" stroke="${blue}" stroke-width="5"/>
  <text x="${x + 65}" y="${y + 34}" font-size="17" text-anchor="middle" fill="${ink}">零售许可证</text>
  <path d="M${x + 18} ${y + 52}h94M${x + 18} ${y + 68}h64" stroke="${quiet}" stroke-width="4"/>`
const sign = (x: number, y: number) => `
  <rect x="${x}" y="${y}" width="170" height="60" rx="6" fill="${blue}"/>
  <text x="${x + 85}" y="${y + 38}" font-size="20" text-anchor="middle" fill="#fff">不向未成年人售烟</text>`
const card = (x: number, y: number) => `
  <rect x="${x}" y="${y}" width="92" height="58" rx="6" fill="#fff" stroke="${ink}" stroke-width="3"/>
  <circle cx="${x + 22}" cy="${y + 24}" r="10" fill="${line}"/><path d="M${x + 42} ${y + 20}h38M${x + 42} ${y + 34}h30" stroke="${quiet}" stroke-width="3"/>`

const drawings: readonly string[] = [
  `<text x="320" y="160" font-size="44" text-anchor="middle" fill="${blue}">一本证挂好了</text>
   <text x="320" y="210" font-size="22" text-anchor="middle" fill="${quiet}">恩烟普法小剧场 · 模拟数据</text>`,
  `${person(180, pale)}${counter}<rect x="360" y="292" width="200" height="56" fill="#A9845A" stroke="${ink}" stroke-width="3"/>
   <g transform="translate(330 216) scale(.9)">${frame(50, 40)}</g>`,
  `${frame(400, 60)}${person(220, pale)}${counter}<path d="M286 214l110-70" stroke="${ink}" stroke-width="8" stroke-linecap="round"/>`,
  `${frame(400, 40)}${sign(380, 160)}${person(180, pale)}${counter}`,
  `${sign(236, 30)}${person(150, pale)}${person(480, '#F4E3C1')}${counter}${card(280, 200)}`,
  `${frame(60, 60)}${sign(240, 76)}<text x="320" y="230" font-size="26" text-anchor="middle" fill="${ink}">证挂在明处，标志立在显处，</text>
   <text x="320" y="270" font-size="26" text-anchor="middle" fill="${ink}">看不准年纪，先看身份证件。</text>`,
]
const page = (drawing: string) =>
  `<body style="margin:0"><svg width="640" height="360" viewBox="0 0 640 360" font-family="Noto Sans SC, sans-serif">
    <path d="M0 0h640v360H0z" fill="${paper}"/>${drawing}</svg>`

/** Each sentence in its scene, by the voice of the terminal (synthetic): silence before and after. */
async function narration(): Promise<{ readonly samplerate: number; readonly sound: Buffer }> {
  const { samplerate, spoken } = await openSynthesiser()
  const bytes = demoSceneSeconds * samplerate * 2
  const scenes = demoFilmScenes.map(words => {
    const scene = Buffer.alloc(bytes)
    const said = spoken('cmn', words)
    const lead = Math.round(samplerate * 0.25) * 2
    if (lead + said.length > bytes) throw new Error(`longer than its scene: ${words}`)
    said.copy(scene, lead)
    return scene
  })
  return { samplerate, sound: Buffer.concat(scenes) }
}

const work = mkdtempSync(join(tmpdir(), 'yzt-demo-film-'))
const browser = await launchBrowser()
try {
  if (drawings.length !== demoFilmScenes.length) throw new Error('every scene has a drawing and a sentence')
  const tab = await browser.newPage({ viewport: { width: 640, height: 360 } })
  for (const [n, drawing] of drawings.entries()) {
    await tab.setContent(page(drawing))
    await tab.screenshot({ path: join(work, `scene${n}.png`) })
  }
  for (const name of readdirSync(demoFilmFolder)) rmSync(join(demoFilmFolder, name))
  const quietly = ['-y', '-loglevel', 'error']
  const pictures = ['-framerate', `1/${demoSceneSeconds}`, '-i', join(work, 'scene%d.png')]
  const { samplerate, sound } = await narration()
  const voice = ['-f', 's16le', '-ar', String(samplerate), '-ac', '1', '-i', '-']
  const h264 = ['-r', '5', '-c:v', 'libx264', '-preset', 'veryslow', '-crf', '28', '-g', '35', '-pix_fmt', 'yuv420p']
  const aac = ['-af', 'volume=4dB', '-c:a', 'aac', '-b:a', '32k', '-map_metadata', '-1']
  const list = ['-f', 'hls', '-hls_time', String(2 * demoSceneSeconds), '-hls_playlist_type', 'vod']
  const hls = [...list, '-hls_segment_filename', 's%05d.ts', 'index.m3u8']
  execFileSync('ffmpeg', [...quietly, ...pictures, ...voice, ...h264, ...aac, ...hls], {
    cwd: demoFilmFolder,
    input: sound,
  })
  // Under the name that a list gives them they would be taken for programs here.
  for (const name of readdirSync(demoFilmFolder).filter(one => one.endsWith('.ts')))
    renameSync(join(demoFilmFolder, name), join(demoFilmFolder, name.replace('.ts', '.mpegts')))
  execFileSync('ffmpeg', [...quietly, '-i', join(work, 'scene3.png'), '-q:v', '6', join(demoFilmFolder, 'cover.jpg')])
} finally {
  await browser.close()
  rmSync(work, { recursive: true })
}
