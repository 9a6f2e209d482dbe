import { spawn } from 'node:child_process'
import type { PictureMedia } from '../rules/pictures/picture.ts'

const limit = 20_000_000

/**
 * 重绘: the picture decoded and drawn anew as JPEG of at most 1280 px, so that nothing of the old file is left but what is seen.
 * `undefined` where ffmpeg is missing or cannot read it.
 */
export function redraw(bytes: Uint8Array, media: PictureMedia): Promise<Uint8Array | undefined> {
  const demuxer = media === 'image/png' ? 'png_pipe' : 'jpeg_pipe'
  return new Promise(resolve => {
    const child = spawn(
      'ffmpeg',
      [
        ...['-hide_banner', '-loglevel', 'error', '-protocol_whitelist', 'pipe', '-f', demuxer, '-i', 'pipe:0'],
        ...[
          '-frames:v',
          '1',
          '-vf',
          "scale='min(1280,iw)':-2",
          '-q:v',
          '4',
          '-map_metadata',
          '-1',
          '-f',
          'mjpeg',
          'pipe:1',
        ],
      ],
      { stdio: ['pipe', 'pipe', 'ignore'] },
    )
    const parts: Buffer[] = []
    let length = 0
    child.stdout.on('data', (part: Buffer) => {
      length += part.length
      if (length > limit) child.kill('SIGKILL')
      else parts.push(part)
    })
    child.once('error', () => resolve(undefined))
    child.once('close', code => resolve(code === 0 && length > 0 ? new Uint8Array(Buffer.concat(parts)) : undefined))
    child.stdin.on('error', () => undefined)
    child.stdin.end(bytes)
  })
}
