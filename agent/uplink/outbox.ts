import type { Envelope } from '../journal/entry.ts'
import type { Journal } from '../journal/journal.ts'
import { type Timers, within } from '../time.ts'
import { retryAfterMs, waitMs } from './backoff.ts'
import { type Answer, problemCode } from './post-office.ts'
import type { SignedLine } from './signed-line.ts'

export interface OutboxParts {
  journal: Journal
  line: SignedLine
  timers: Timers
  /** Chance in [0, 1) for the spread of retries. */
  chance(): number
  changed(): void
  /** Called between the fsync of an act and its sending; tests kill the process here. */
  beforeSend?(): void
}

export interface Outbox {
  /**
   * Keeps an act (K-ack) and sends it. Gives the server's answer, `kept` when there is none in time (it is sent
   * later, exactly once by its key), or `full` when it could not even be kept.
   */
  submit(key: string, envelope: Envelope, language?: string): Promise<Answer | 'kept' | 'full'>
  /** Something new is to be sent, or the network may be back. */
  nudge(): void
  stop(): void
}

/** Whether somebody waits for the answer at the screen, and in which language. */
interface Watched {
  seen: boolean
  lane: 'front' | 'back'
  language: string
}

const patienceMs = 10_000
const json = { 'content-type': 'application/json' }

export function outbox(parts: OutboxParts): Outbox {
  const { journal, line, timers } = parts
  const inFlight = new Map<string, Promise<Answer>>()
  let failures = 0
  let running = false
  let stopped = false
  let cancelRetry = () => {}

  function deliver(key: string, envelope: Envelope, watched: Watched) {
    const known = inFlight.get(key)
    if (known) return known
    const sending = sendAct(key, envelope, watched).finally(() => inFlight.delete(key))
    inFlight.set(key, sending)
    return sending
  }

  async function sendAct(key: string, envelope: Envelope, watched: Watched) {
    parts.beforeSend?.()
    const answer = await line.send({
      method: 'POST',
      path: '/api/access/terminal-acts',
      headers: { ...json, 'idempotency-key': key, 'accept-language': watched.language },
      body: Buffer.from(JSON.stringify(envelope)),
      lane: watched.lane,
    })
    // The act leaves the journal only after this is fsynced (S-ack 已受理).
    if (answer.kind === 'reply' && isFinal(answer)) {
      // Held for a person at the server: it is there, and needs nobody to look for it here.
      const status = problemCode(answer) === 'actHeld' ? 202 : answer.status
      journal.append({ kind: 'act-acked', key, status, seen: watched.seen })
      parts.changed()
    }
    return answer
  }

  async function sendPrintOutcome(printId: string): Promise<Answer> {
    const print = journal.contents.prints.get(printId)
    const answer = await line.send({
      method: 'POST',
      path: `/api/licensing/prints/${encodeURIComponent(printId)}/outcome`,
      headers: { ...json, 'idempotency-key': `print-outcome-${printId}` },
      body: Buffer.from(JSON.stringify({ outcome: print?.outcome, reason: print?.reason })),
      lane: 'back',
    })
    if (isFinal(answer)) journal.append({ kind: 'print-reported', printId })
    return answer
  }

  /** All that waits, one after the other; gives the first answer that asks to wait. */
  async function drain(): Promise<Answer | undefined> {
    let trouble: Answer | undefined
    const jobs = [
      ...[...journal.contents.pending].map(
        ([key, act]) =>
          () =>
            deliver(key, act, { seen: false, lane: 'back', language: 'zh' }),
      ),
      ...unreported(journal).map(printId => () => sendPrintOutcome(printId)),
    ]
    for (const job of jobs) {
      const answer = stopped ? undefined : await job()
      if (!answer || isFinal(answer)) continue
      trouble ??= answer
      // One act that the server stumbles over must not hold up the others; a server that is away holds up all.
      if (answer.kind === 'noAnswer' || [401, 403, 429, 503].includes(answer.status)) break
    }
    return trouble
  }

  async function run() {
    if (running || stopped) return
    running = true
    const trouble = await drain()
    running = false
    if (stopped) return
    if (!trouble) {
      failures = 0
      if (journal.contents.pending.size > 0 || unreported(journal).length > 0) return void run()
      journal.compact()
      return
    }
    retryLater(trouble)
  }

  function retryLater(trouble: Answer) {
    failures++
    const asked = trouble.kind === 'reply' ? retryAfterMs(trouble.headers.get('retry-after'), timers.now()) : undefined
    const wait = waitMs({ failures, chance: parts.chance(), ...(asked === undefined ? {} : { retryAfterMs: asked }) })
    cancelRetry()
    cancelRetry = timers.after(wait, () => void run())
  }

  return {
    async submit(key, envelope, language = 'zh') {
      if (!journal.contents.pending.has(key)) {
        if (!journal.append({ kind: 'act', key, envelope }).ok) return 'full'
        parts.changed()
      }
      const watched: Watched = { seen: true, lane: 'front', language }
      const late = { kind: 'noAnswer', neverSent: false } as const
      const answer = await within(timers, { ms: patienceMs, late }, deliver(key, envelope, watched))
      if (answer.kind === 'reply' && isFinal(answer)) {
        setImmediate(() => void run())
        return answer
      }
      watched.seen = false
      if (!running) retryLater(answer)
      return 'kept'
    },
    nudge() {
      cancelRetry()
      void run()
    },
    stop() {
      stopped = true
      cancelRetry()
    },
  }
}

function unreported(journal: Journal): string[] {
  const prints = [...journal.contents.prints]
  return prints.filter(([, print]) => print.outcome && !print.reported).map(([printId]) => printId)
}

/** Codes of refusals that are about the line, the load or a twin on its way, not about the act. */
const notAboutTheAct = new Set([
  'channelUnknown',
  'macWrong',
  'counterReplayed',
  'terminalRevoked',
  'terminalFrozen',
  'terminalCloned',
  'terminalUnknown',
  'signatureWrong',
  'twinInFlight',
])

/** The server has taken the matter or said no to it; anything else is tried again. */
function isFinal(answer: Answer): boolean {
  if (answer.kind === 'noAnswer') return false
  if (answer.status >= 200 && answer.status < 300) return true
  if (answer.status < 400 || answer.status >= 500 || [408, 425, 429].includes(answer.status)) return false
  const code = problemCode(answer)
  return code !== undefined && !notAboutTheAct.has(code)
}
