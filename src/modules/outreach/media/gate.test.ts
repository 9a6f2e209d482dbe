import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { endProcess, hasFfmpeg } from './ffmpeg.ts'
import { createStudio, type Ingest, recordingFolder } from './studio.ts'

const there = await hasFfmpeg()
const id = '11111111-1111-4111-8111-111111111111'
let data: string
let folder: string
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'yzt-gate-'))
  folder = recordingFolder(data, id)
})
afterEach(() => rmSync(data, { recursive: true, force: true }))

/** What a camera sends; `seconds` of it at once, or without end, three times as fast as the wall. */
const camera = ({ address, key }: Pick<Ingest, 'address' | 'key'>, seconds?: number): ChildProcess =>
  spawn(
    'ffmpeg',
    [
      ...['-nostdin', '-loglevel', 'error', ...(seconds === undefined ? ['-readrate', '3'] : [])],
      ...['-f', 'lavfi', '-i', `testsrc2=size=64x36:rate=5${seconds === undefined ? '' : `:duration=${seconds}`}`],
      ...[
        '-c:v',
        'libx264',
        '-preset',
        'ultrafast',
        '-g',
        '5',
        '-pix_fmt',
        'yuv420p',
        '-f',
        'flv',
        `${address}/${key}`,
      ],
    ],
    { stdio: 'ignore' },
  )
const list = () => (existsSync(join(folder, 'index.m3u8')) ? readFileSync(join(folder, 'index.m3u8'), 'utf8') : '')
const pieces = () => list().match(/s\d{5}\.ts/gu) ?? []
const over = (child: ChildProcess) => once(child, 'exit')
/** Waits for a fact outside this process: a file of ffmpeg, the end of a program. */
async function until(fact: () => boolean): Promise<void> {
  const end = performance.now() + 15_000
  while (!fact()) {
    if (performance.now() > end) throw new Error(`it did not come to it; the list: ${list()}`)
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}

it.skipIf(!there)(
  'a stream that broke off comes back and goes on in the same recording, marked where it broke',
  async () => {
    const studio = createStudio(data)
    const opened = await studio.open(id)
    if (!opened.ok) throw new Error(opened.refusal)
    await over(camera(opened.value, 4))
    await until(() => pieces().length === 2)
    await until(() => !existsSync(join(folder, 'index.m3u8.tmp')))
    // The door stands where it stood, under the same key.
    const again = await studio.open(id)
    expect(again).toMatchObject({ value: { address: opened.value.address, key: opened.value.key } })
    await over(camera(opened.value, 4))
    await until(() => pieces().length === 4)
    expect(list()).toMatch(/DISCONTINUITY[\s\S]*s00002/u)
    expect(list()).not.toContain('ENDLIST')
    expect(new Set(pieces()).size).toBe(4)
    await studio.stop()
  },
)

it.skipIf(!there).each(['SIGINT', 'SIGKILL'] as const)(
  'a server that ends by %s in the middle of a stream leaves a list whose pieces are all there, and no program behind',
  async signal => {
    const house = spawn(process.execPath, [join(import.meta.dirname, 'testing/studio-process.ts'), data, id], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const [line] = await once(house.stdout, 'data')
    const running = camera(JSON.parse(String(line)) as Ingest)
    await until(() => pieces().length > 0)
    const ends = [over(house), over(running)]
    house.kill(signal)
    // Whoever sends hears it too: nothing holds his line.
    await Promise.all(ends)
    await until(() => !readdirSync(folder).some(name => name.endsWith('.tmp')))
    for (const piece of pieces()) expect(readdirSync(folder)).toContain(piece)
    await endProcess(running)
  },
)
