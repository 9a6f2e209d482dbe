import type { ChildProcess } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { sql } from 'kysely'
import {
  endProcess,
  hasFfmpeg,
  hlsArguments,
  planBroadcast,
  recordingFolder,
  startFfmpeg,
  stepBroadcast,
} from '#modules/outreach'
import { type Moment, momentOf } from '../../kernel/dates.ts'
import { act } from '../../platform/act.ts'
import { systemClock } from '../../platform/clock.ts'
import type { Config } from '../../platform/config.ts'
import type { Tx } from '../../platform/database.ts'
import type { Foundation } from '../compose.ts'

interface Scene {
  readonly tx: Tx
  readonly now: Moment
  readonly writer: string
}

/** One class to come (模拟数据). */
export async function seedLive({ tx, now, writer }: Scene): Promise<void> {
  const starts = now.today.add({ days: 3 }).toZonedDateTime({ timeZone: 'Asia/Shanghai', plainTime: '15:00' })
  const done = await planBroadcast(
    tx,
    {
      title: '开店守法第一课（模拟数据）',
      speaker: '法规股 模拟讲师',
      about: '许可证放在哪里、不向未成年人卖烟、进货走哪条路。直播中可以匿名提问。',
      startsAt: starts.toInstant().toString(),
      cites: [
        { instrument: 'WB', article: 59 },
        { instrument: 'ZMF', article: 16 },
      ],
    },
    { by: writer, at: now },
  )
  if (!done.ok) throw new Error(`demo class: ${done.refusal}`)
}

const replay = { title: '许可证怎么摆放（模拟数据）', seconds: 12 } as const
const chapters = [
  { at: 0, title: '测试画面：开场' },
  { at: 6, title: '测试画面：小结' },
]
const captions = `WEBVTT

00:00.000 --> 00:06.000
模拟数据：这是测试画面和测试音，不是讲课录像。

00:06.000 --> 00:12.000
真实的回放由工作人员录入字幕后，经两人发布。`

/** One replay (模拟数据) of test bars and a tone, made after the house is ready where ffmpeg is installed; once. */
export function startDemoReplay(
  { database }: Pick<Foundation, 'database'>,
  { dataFolder }: Pick<Config, 'dataFolder'>,
  say: (line: string) => void,
): { stop(): Promise<void> } {
  let child: ChildProcess | undefined
  let stopped = false
  const work = async () => {
    const known = await database.within({ areas: 'all' }, tx =>
      sql`select 1 from outreach.broadcast where title = ${replay.title}`.execute(tx),
    )
    if (known.rows.length > 0) return
    if (!(await hasFfmpeg())) return say('没有安装 ffmpeg：普法微课堂不能直播，也没有模拟回放。')
    if (stopped) return
    const caller = { actor: { kind: 'system', job: 'demo.replay' }, requestId: 'demo' } as const
    const at = momentOf(systemClock.now().instant.subtract({ hours: 72 }))
    await act(database, caller, { action: 'demo.seedReplay', details: { simulated: true } }, async tx => {
      const staff = await sql<{ id: string; account: string }>`
        select id::text, account from access.staff where account in ('window', 'legal')`.execute(tx)
      const by = (account: string) => `staff:${staff.rows.find(one => one.account === account)?.id ?? account}`
      const programme = {
        ...{ title: replay.title, speaker: '法规股 模拟讲师', startsAt: at.instant.toString() },
        about: '模拟数据：测试画面，说明回放怎样有章节和字幕。',
        cites: [{ instrument: 'WB', article: 59 }],
      }
      const planned = await planBroadcast(tx, programme, { by: by('window'), at })
      if (!planned.ok) return planned
      const { id } = planned.value
      const folder = recordingFolder(dataFolder, id)
      await mkdir(folder, { recursive: true, mode: 0o700 })
      child = startFfmpeg(barsInto(replay.seconds), folder)
      const code = await new Promise(resolve => child?.once('exit', resolve).once('error', () => resolve(-1)))
      if (code !== 0) throw new Error(`ffmpeg ended with ${code}`)
      const step = (version: number, event: 'open' | 'end' | 'prepare' | 'release', who: string) =>
        stepBroadcast(tx, { id, version, event, chapters, captions }, { by: by(who), at, recorded: true })
      await step(1, 'open', 'window')
      await step(2, 'end', 'window')
      await step(3, 'prepare', 'window')
      return step(4, 'release', 'legal')
    })
  }
  const ended = work().catch(error => {
    if (!stopped) say(`模拟回放没有做成：${error instanceof Error ? error.message : String(error)}`)
  })
  return {
    stop: async () => {
      stopped = true
      if (child) await endProcess(child, 500)
      await ended
    },
  }
}

const barsInto = (seconds: number): readonly string[] => [
  ...['-f', 'lavfi', '-i', `testsrc2=size=640x360:rate=15:duration=${seconds}`],
  ...['-f', 'lavfi', '-i', `sine=frequency=440:duration=${seconds}`],
  ...['-c:v', 'libx264', '-preset', 'ultrafast', '-g', '30', '-pix_fmt', 'yuv420p', '-c:a', 'aac', '-threads', '1'],
  ...hlsArguments,
]
