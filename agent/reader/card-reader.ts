import { refuse } from '#kernel/refusal'
import { every, pause, type Timers } from '../time.ts'
import { exchange } from './exchange.ts'
import { keepLinked } from './link.ts'
import type { OpenLine } from './port.ts'
import { type CardRead, readCard, type TakePhoto } from './read-card.ts'

export interface CardReader {
  readonly state: 'ready' | 'cardPresent' | 'absent'
  /** Waits until a card gives a result; noCard after waitMs or when the signal aborts. */
  waitForCard(waitMs: number, signal: AbortSignal, takePhoto?: TakePhoto): Promise<CardRead>
  stop(): void
}

const lookMs = 1000
const retryMs = 300
/** A reader that has just been plugged in gets this many looks before it is called absent. */
const patience = 3

/** Looks once a second whether a card lies there, and reads one when asked. */
export function startCardReader(open: OpenLine | undefined, timers: Timers, changed: () => void): CardReader {
  const link = keepLinked(open ?? (() => Promise.reject(new Error('no reader configured'))), timers)
  const reader = exchange(link, timers)
  let state: CardReader['state'] = 'absent'
  let waiting = false
  let silences = 0

  function show(next: CardReader['state']) {
    if (next === state) return
    state = next
    changed()
  }

  /** Between find and select of a read nothing else may be asked, so it stands still meanwhile. */
  async function look() {
    if (waiting) return
    const answer = await reader.ask('findCard')
    if (answer.kind === 'reply') {
      silences = 0
      return show(answer.status === 'cardFound' ? 'cardPresent' : 'ready')
    }
    silences++
    if (answer.kind === 'notConnected' || silences >= patience) show('absent')
  }
  const stopLooking = every(timers, lookMs, look)
  link.onChange(openNow => (openNow ? void look() : show('absent')))

  async function waitForCard(waitMs: number, signal: AbortSignal, takePhoto?: TakePhoto): Promise<CardRead> {
    const end = timers.now() + waitMs
    let absent = 0
    while (!signal.aborted && timers.now() < end) {
      const read = await readCard(reader, takePhoto)
      if (read.ok) return read
      absent = read.refusal === 'readerAbsent' ? absent + 1 : 0
      if (absent >= patience || (read.refusal !== 'noCard' && absent === 0)) return read
      await pause(timers, retryMs)
    }
    return refuse('noCard')
  }

  return {
    get state() {
      return state
    },
    async waitForCard(waitMs, signal, takePhoto) {
      waiting = true
      try {
        const read = await waitForCard(waitMs, signal, takePhoto)
        if (!read.ok && read.refusal === 'readerAbsent') show('absent')
        return read
      } finally {
        waiting = false
      }
    },
    stop() {
      stopLooking()
      link.stop()
    },
  }
}
