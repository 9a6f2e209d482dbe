import type { Timers } from '../time.ts'
import { type CommandName, commands } from './commands.ts'
import { replyLength } from './frame.ts'
import { frameParser } from './frame-parser.ts'
import type { ReaderLink } from './link.ts'
import { type StatusName, statusName } from './status-words.ts'

/** A reply, or why there is none: the cable is out, or the reader kept silent (or sent only damaged frames). */
export type Answer =
  | { kind: 'reply'; status: StatusName; data: Buffer }
  | { kind: 'silence' }
  | { kind: 'notConnected' }

export interface Exchange {
  ask(name: CommandName): Promise<Answer>
}

/** One command at a time, each with its own time-out. */
export function exchange(link: ReaderLink, timers: Timers): Exchange {
  const parser = frameParser(replyLength)
  let deliver: ((frame: Buffer) => void) | undefined
  let turn: Promise<unknown> = Promise.resolve()

  link.onBytes(bytes => {
    for (const frame of parser.push(bytes)) {
      if (deliver) deliver(frame)
      else frame.fill(0)
    }
    bytes.fill(0)
  })

  function askNow(name: CommandName): Promise<Answer> {
    return new Promise(resolve => {
      const { frame, timeoutMs } = commands[name]
      const settle = (answer: Answer) => {
        cancel()
        deliver = undefined
        resolve(answer)
      }
      const cancel = timers.after(timeoutMs, () => settle({ kind: 'silence' }))
      deliver = content => {
        const status = statusName(content.readUIntBE(0, 3))
        settle({ kind: 'reply', status, data: content.subarray(3) })
      }
      // A late reply to an earlier command must not be taken for the answer to this one.
      parser.clear()
      if (!link.send(frame)) settle({ kind: 'notConnected' })
    })
  }

  return {
    ask(name) {
      const answer = turn.then(() => askNow(name))
      turn = answer
      return answer
    },
  }
}
