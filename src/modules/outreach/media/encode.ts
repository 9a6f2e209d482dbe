import { type ChildProcess, spawn } from 'node:child_process'
import { setPriority } from 'node:os'
import { createInterface } from 'node:readline'
import Type from 'typebox'
import { Value } from 'typebox/value'
import { endProcess } from './ffmpeg.ts'

/** A file that is to become a film; the demuxer is told, so that its content talks ffmpeg into nothing else. */
export interface Source {
  readonly path: string
  readonly demuxer: string
}

const Probed = Type.Object({
  streams: Type.Array(Type.Object({ codec_type: Type.String() })),
  format: Type.Object({ duration: Type.Optional(Type.String()) }),
})

/** Only this one file is opened, whatever it refers to. */
const inputOf = ({ path, demuxer }: Source) => ['-protocol_whitelist', 'file', '-f', demuxer, '-i', path]

/** Length, and whether there is a picture; `undefined` for what is no film. */
export async function probe(source: Source): Promise<{ seconds: number; picture: boolean } | undefined> {
  const child = spawn('ffprobe', [
    ...['-v', 'error', '-show_entries', 'format=duration:stream=codec_type', '-of', 'json'],
    ...inputOf(source),
  ])
  let heard = ''
  child.stdout.on('data', chunk => {
    heard += String(chunk)
  })
  if ((await codeOf(child)) !== 0) return undefined
  const told: unknown = JSON.parse(heard)
  if (!Value.Check(Probed, told)) return undefined
  const seconds = Number(told.format.duration)
  if (!Number.isFinite(seconds)) return undefined
  return { seconds, picture: told.streams.some(stream => stream.codec_type === 'video') }
}

const codeOf = (child: ChildProcess): Promise<number | null> =>
  new Promise(resolve => child.once('exit', resolve).once('error', () => resolve(-1)))

/** At most 1280 × 720, upright ones as high; both even, as H.264 wants them. */
const size = "scale='min(1280,iw)':'min(720,ih)':force_original_aspect_ratio=decrease:force_divisible_by=2"

/**
 * 转码: H.264 and AAC in pieces of four seconds that old telephones play too, without the words, places and times a camera wrote into
 * the file. On one thread and behind everybody else: the house goes on.
 */
const filmArguments = [
  ...['-map', '0:v:0', '-map', '0:a:0?', '-sn', '-dn', '-map_metadata', '-1', '-map_chapters', '-1', '-vf', size],
  ...[
    '-c:v',
    'libx264',
    '-preset',
    'veryfast',
    '-crf',
    '26',
    '-maxrate',
    '1500k',
    '-bufsize',
    '3000k',
    '-threads',
    '1',
  ],
  ...['-pix_fmt', 'yuv420p', '-r', '25', '-g', '100', '-c:a', 'aac', '-b:a', '96k', '-ac', '2'],
  ...['-f', 'hls', '-hls_time', '4', '-hls_playlist_type', 'vod', '-hls_segment_filename', 's%05d.ts', 'index.m3u8'],
]
const idleNice = 10

export interface Encoding {
  readonly folder: string
  readonly seconds: number
  readonly signal: AbortSignal
  /** Told once a second; `false` calls it off. */
  readonly goOn: (percent: number) => Promise<boolean>
}

/** Makes the film in the folder, with a frame of it as its cover. */
export async function encode(
  source: Source,
  { folder, seconds, signal, goOn }: Encoding,
): Promise<'done' | 'failed' | 'stopped'> {
  const quiet = ['-nostdin', '-hide_banner', '-loglevel', 'error']
  const told = ['-progress', 'pipe:1', '-stats_period', '1']
  const child = spawn('ffmpeg', [...quiet, ...told, ...inputOf(source), ...filmArguments], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  if (child.pid !== undefined) setPriority(child.pid, idleNice)
  const ended = codeOf(child)
  const stop = () => void endProcess(child)
  signal.addEventListener('abort', stop)
  let stopped = false
  for await (const line of createInterface({ input: child.stdout })) {
    const [, micros] = /^out_time_us=(\d+)$/u.exec(line) ?? []
    if (micros === undefined) continue
    const percent = Math.min(99, Math.floor(Number(micros) / 10_000 / Math.max(seconds, 0.1)))
    if (stopped || (await goOn(percent))) continue
    stopped = true
    stop()
  }
  const code = await ended
  signal.removeEventListener('abort', stop)
  if (stopped || signal.aborted) return 'stopped'
  if (code !== 0) return 'failed'
  const frame = spawn('ffmpeg', [...quiet, '-ss', String(seconds / 5), ...inputOf(source), ...frameArguments], {
    cwd: folder,
    stdio: 'ignore',
  })
  return (await codeOf(frame)) === 0 ? 'done' : 'failed'
}

const frameArguments = ['-frames:v', '1', '-vf', 'scale=640:-2', '-q:v', '4', '-map_metadata', '-1', 'cover.jpg']
