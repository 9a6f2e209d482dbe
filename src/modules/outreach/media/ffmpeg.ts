import { type ChildProcess, spawn } from 'node:child_process'

const rememberMs = 60_000
let known: { readonly there: Promise<boolean>; readonly asked: number } | undefined

/** Whether Debian's ffmpeg can be called here. Asked of the machine once a minute: a public page asks it too. */
export function hasFfmpeg(): Promise<boolean> {
  const now = performance.now()
  if (!known || now - known.asked > rememberMs) known = { there: callsFfmpeg(), asked: now }
  return known.there
}

/** Looked for anew at the next question: it was installed or removed a moment ago. */
export const forgetFfmpeg = (): void => {
  known = undefined
}

const callsFfmpeg = (): Promise<boolean> =>
  new Promise(resolve => {
    const child = spawn('ffmpeg', ['-version'], { stdio: 'ignore' })
    child.once('error', () => resolve(false))
    child.once('exit', code => resolve(code === 0))
  })

export const startFfmpeg = (args: readonly string[], cwd: string): ChildProcess =>
  spawn('ffmpeg', ['-nostdin', '-hide_banner', '-loglevel', 'error', ...args], { cwd, stdio: 'ignore' })

/** Pieces of two seconds under names that never change; the list grows, so that the recording is the broadcast itself. */
export const hlsArguments = [
  ...['-f', 'hls', '-hls_time', '2', '-hls_playlist_type', 'event', '-hls_segment_type', 'mpegts'],
  ...['-hls_flags', 'append_list+independent_segments+omit_endlist+temp_file'],
  ...['-hls_segment_filename', 's%05d.ts', 'index.m3u8'],
] as const

/** Asked politely first, so that the last piece is written whole. */
export function endProcess(child: ChildProcess, patience = 3_000): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return Promise.resolve()
  return new Promise(resolve => {
    const hard = setTimeout(() => child.kill('SIGKILL'), patience)
    child.once('exit', () => {
      clearTimeout(hard)
      resolve()
    })
    child.kill('SIGINT')
  })
}
