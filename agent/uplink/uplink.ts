import { randomBytes } from '#platform/crypto'
import type { Journal } from '../journal/journal.ts'
import { type Timers, within } from '../time.ts'
import { retryAfterMs, waitMs } from './backoff.ts'
import { type SessionKeeper, sessionKeeper } from './card-session.ts'
import type { Pulse } from './heartbeat.ts'
import type { Identity } from './identity.ts'
import { type Outbox, outbox } from './outbox.ts'
import { type Answer, jsonOf, type Post } from './post-office.ts'
import { type RecentActs, recentActs } from './recent-acts.ts'
import type { SettingsKeeper } from './settings.ts'
import { type SignedLine, signedLine } from './signed-line.ts'

/** Everything that goes from an enrolled terminal to its server. */
export interface Uplink {
  readonly identity: Identity
  readonly line: SignedLine
  readonly outbox: Outbox
  readonly session: SessionKeeper
  readonly recent: RecentActs
  readonly notice: string | undefined
  readonly settings: SettingsKeeper
  /** A device broke or was mended: the server hears it soon, not at the next half minute. */
  healthChanged(): void
  stop(): Promise<void>
}

export interface UplinkParts {
  identity: Identity
  journal: Journal
  settings: SettingsKeeper
  post: Post
  timers: Timers
  version: string
  pulse(): Pulse
  changed(): void
  /** The citizen is gone: what the machine still holds of the card is dropped. */
  sessionEnded(): void
  beforeSend?: (() => void) | undefined
}

const beatMs = 30_000
/** Gathers what changes together, for example the first looks at reader and printer after the start. */
const hurryMs = 2000
/** A revoked or frozen terminal asks rarely whether people have changed their mind. */
const silencedBeatMs = 300_000

const chance = () => randomBytes(4).readUInt32BE() / 2 ** 32

export function startUplink(parts: UplinkParts): Uplink {
  const { journal, timers } = parts
  const line = signedLine(parts)
  const out = outbox({ journal, line, timers, chance, changed: parts.changed, beforeSend: () => parts.beforeSend?.() })
  const recent = recentActs()
  const session = sessionKeeper(line, timers, {
    forget: () => {
      recent.clear()
      parts.sessionEnded()
    },
    idleSeconds: () => parts.settings.settings?.idleSeconds,
  })
  let notice: string | undefined
  let failures = 0
  let stopped = false
  let said: string[] = []
  let hurried = false
  let cancel = () => {}

  async function beat() {
    const was = line.state
    const pulse = parts.pulse()
    said = pulse.faults
    const told = parts.settings.version
    const answer = await line.send({
      method: 'POST',
      path: '/api/access/terminal-heartbeats',
      headers: { 'content-type': 'application/json' },
      body: Buffer.from(JSON.stringify({ ...pulse, settingsVersion: told })),
      lane: 'back',
    })
    if (answer.kind === 'reply' && answer.status < 300) take(jsonOf(answer))
    failures = line.state === 'offline' ? failures + 1 : 0
    if (was !== 'online' && line.state === 'online') out.nudge()
    hurried = false
    // New settings hold already: the bureau hears of it soon, not at the next half minute.
    plan(parts.settings.version === told ? untilNext(answer) : hurryMs)
    healthChanged()
  }

  function take(reply: unknown) {
    if (typeof reply !== 'object' || !reply) return
    const before = notice
    notice = 'notice' in reply && typeof reply.notice === 'string' && reply.notice !== '' ? reply.notice : undefined
    if ('revoked' in reply && reply.revoked === true) line.markRevoked()
    const obeys =
      'settings' in reply &&
      parts.settings.take(reply.settings, ({ version, text, mac }) =>
        line.vouches(mac, channelId => ['yzt-settings-v1', channelId, version, text].join('\n')),
      )
    if (notice !== before || obeys) parts.changed()
  }

  function plan(ms: number) {
    cancel()
    if (!stopped) cancel = timers.after(ms, () => void beat())
  }

  function healthChanged() {
    const { faults } = parts.pulse()
    if (hurried || line.state !== 'online' || faults.join() === said.join()) return
    hurried = true
    // What the handshake told of this clock must be known to the server before the next act comes.
    plan(faults.includes('clockWrong') && !said.includes('clockWrong') ? 0 : hurryMs)
  }

  function untilNext(answer: Answer): number {
    if (line.state !== 'online' && line.state !== 'offline') return silencedBeatMs
    const asked = answer.kind === 'reply' ? retryAfterMs(answer.headers.get('retry-after'), timers.now()) : undefined
    if (failures === 0 && asked === undefined) return beatMs
    const wait = { failures: Math.max(1, failures), chance: chance() }
    return waitMs(asked === undefined ? wait : { ...wait, retryAfterMs: asked })
  }

  void beat()

  return {
    identity: parts.identity,
    line,
    outbox: out,
    session,
    recent,
    settings: parts.settings,
    get notice() {
      return notice
    },
    healthChanged,
    async stop() {
      stopped = true
      cancel()
      out.stop()
      // A server that does not answer must not hold up the machine's shutdown.
      await within(timers, { ms: 2000, late: undefined }, session.end())
    },
  }
}
