import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Voice } from '../../web/shared/voices.ts'
import type { Shot } from './camera.ts'
import type { Cue } from './play.ts'

/** Sounds of one voice, each with the second it begins at. */
export interface Narration {
  readonly voice: Voice
  readonly samplerate: number
  readonly parts: readonly { readonly at: number; readonly pcm: Buffer }[]
}

/** Cuts pictures and narration into one WebM a voice (VP9 and Opus; every browser of these years plays it). */
export async function cut(
  shots: readonly Shot[],
  narrations: readonly Narration[],
  { look, fileOf }: { readonly look: Look; readonly fileOf: (voice: Voice) => string },
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'yzt-film-'))
  try {
    const picture = join(folder, 'picture.webm')
    await encodePicture(shots, look, { folder, picture })
    for (const narration of narrations) {
      const sound = ['-f', 's16le', '-ar', String(narration.samplerate), '-ac', '1', '-i', '-']
      const kept = ['-map', '0:v', '-map', '1:a', '-c:v', 'copy', '-af', 'volume=4dB', '-c:a', 'libopus', '-b:a', '16k']
      await ffmpeg([...['-i', picture], ...sound, ...kept, ...exact, '-y', fileOf(narration.voice)], track(narration))
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const exact = ['-map_metadata', '-1', '-fflags', '+bitexact', '-flags:v', '+bitexact', '-flags:a', '+bitexact']

/** A page of a telephone has more words and more pages, and is shown small: fewer points and coarser steps keep its film as light as the others. */
const looks = { terminal: { size: '720:1280', crf: '46' }, telephone: { size: '432:768', crf: '52' } } as const
export type Look = keyof typeof looks

async function encodePicture(
  shots: readonly Shot[],
  of: Look,
  { folder, picture }: { readonly folder: string; readonly picture: string },
): Promise<void> {
  const { size, crf } = looks[of]
  const lines = shots.flatMap(({ jpeg, seconds }, n) => {
    writeFileSync(join(folder, `${n}.jpg`), jpeg)
    return [`file '${n}.jpg'`, `duration ${seconds.toFixed(3)}`]
  })
  // The list's last duration counts only when a picture follows it.
  writeFileSync(join(folder, 'list.txt'), [...lines, `file '${shots.length - 1}.jpg'`].join('\n'))
  const look = ['-vf', `fps=8,scale=${size}:flags=lanczos`, '-pix_fmt', 'yuv420p']
  const vp9 = [
    '-c:v',
    'libvpx-vp9',
    '-b:v',
    '0',
    '-crf',
    crf,
    '-deadline',
    'good',
    '-cpu-used',
    '5',
    '-row-mt',
    '1',
    '-threads',
    '2',
    '-g',
    '240',
  ]
  await ffmpeg(['-f', 'concat', '-safe', '0', '-i', join(folder, 'list.txt'), ...look, ...vp9, ...exact, '-y', picture])
}

/** Silence with the sentences in their places. */
function track({ samplerate, parts }: Narration): Buffer {
  const place = (at: number) => Math.round(at * samplerate) * 2
  const end = Math.max(...parts.map(({ at, pcm }) => place(at) + pcm.length))
  const whole = Buffer.alloc(end)
  for (const { at, pcm } of parts) pcm.copy(whole, place(at))
  return whole
}

/** Beside, never blocking: the page, the dock and the house go on meanwhile. */
function ffmpeg(args: readonly string[], input?: Buffer): Promise<void> {
  const child = spawn('ffmpeg', ['-loglevel', 'error', ...args], { stdio: ['pipe', 'ignore', 'pipe'] })
  let heard = ''
  child.stderr.on('data', chunk => {
    heard += String(chunk)
  })
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', code => (code === 0 ? resolve() : reject(new Error(`ffmpeg ended with ${code}: ${heard}`))))
  })
}

export const captions = (cues: readonly Cue[], language: 'zh' | 'en'): string =>
  `WEBVTT\n\n${cues.map(({ from, to, scene }) => `${clock(from)} --> ${clock(to)}\n${scene[language]}\n`).join('\n')}`

const clock = (seconds: number): string => new Date(Math.round(seconds * 1000)).toISOString().slice(11, 23)
