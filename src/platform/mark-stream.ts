import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'

/** A board left open overnight asks for itself again after this long; a reader whose rights ended is gone by then. */
const longestMs = 10 * 60_000
const everyMs = 1_000
const beatEvery = 15

/** 推送: one event whenever the mark of what this reader may see changes, a heartbeat between. */
export function markStream(readMark: () => Promise<string>, pauseMs = everyMs): Readable {
  return Readable.from(events(readMark, pauseMs), { objectMode: false })
}

async function* events(readMark: () => Promise<string>, pauseMs: number): AsyncGenerator<string> {
  let last = await readMark()
  yield 'retry: 3000\n\n'
  for (let turn = 1; turn * pauseMs < longestMs; turn += 1) {
    await sleep(pauseMs, undefined, { ref: false })
    const mark = await readMark().catch(() => last)
    if (mark !== last) yield `event: changed\ndata: ${JSON.stringify({ mark })}\n\n`
    else if (turn % beatEvery === 0) yield ': still here\n\n'
    last = mark
  }
}
