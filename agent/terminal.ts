import { openedAt } from '#kernel/opening-hours'
import { randomId } from '#platform/crypto'
import type {
  CardSession,
  DeskReading,
  DeskReadingRequest,
  DeviceState,
  Portrait,
  PrintOutcome,
  PrintRequest,
  SlipRequest,
} from './contract.ts'
import type { DeviceProblemCode } from './http/problems.ts'
import type { Journal } from './journal/journal.ts'
import type { PrintDesk } from './printer/print-desk.ts'
import type { CardReader } from './reader/card-reader.ts'
import type { PortraitBox } from './reader/portrait.ts'
import type { Timers } from './time.ts'
import type { Refused } from './uplink/card-session.ts'
import { answerDesk } from './uplink/desk-reading.ts'
import type { Answer } from './uplink/post-office.ts'
import type { Uplink } from './uplink/uplink.ts'

/** The parts of a terminal 终端 in one hand: what the page's requests are answered from. */
export interface Terminal {
  readonly timers: Timers
  state(): DeviceState
  /** Calls back on each change of the state; the returned function stops it. */
  watch(listener: (state: DeviceState) => void): () => void
  changed(): void
  openUplink(): Uplink | 'notEnrolled' | 'terminalRevoked' | 'terminalFrozen'
  openSession(wish: SessionWish): Promise<CardSession | Refused | DeviceProblemCode>
  endSession(): Promise<void>
  /** 窗口读卡: one card for one question of the console; no session of this terminal begins. */
  readForDesk(request: DeskReadingRequest, wish: SessionWish): Promise<DeskReading | Refused | DeviceProblemCode>
  /** For the page's memory only; nothing without an open session. */
  portrait(): Portrait | 'sessionMissing'
  print(request: PrintRequest): Promise<PrintOutcome | Refused | DeviceProblemCode>
  /** 回执 of a report: nobody's session; the print has a number of chance alone. */
  printSlip(request: SlipRequest): Promise<PrintOutcome | Refused | DeviceProblemCode>
  callHelper(uplink: Uplink, call: { body: unknown; language: string }): Promise<Answer>
}

interface SessionWish {
  language: 'zh' | 'en'
  waitMs: number
  /** Aborts when the page went away. */
  signal: AbortSignal
}

export interface TerminalParts {
  timers: Timers
  journal: Journal
  reader: CardReader
  desk: PrintDesk
  portrait: PortraitBox
  /** The dock answers for the movements of the face check. */
  challengeSimulated(): boolean
  /** undefined until the terminal is enrolled. */
  uplink(): Uplink | undefined
  demo: boolean
  version: string
}

const blank = { id: '', name: '', town: '' }

export function makeTerminal(parts: TerminalParts): Terminal {
  const { timers, journal, reader, desk } = parts
  const listeners = new Set<(state: DeviceState) => void>()
  let last = ''
  let reading = false

  function state(): DeviceState {
    const uplink = parts.uplink()
    const { terminalId, name, town } = uplink?.identity ?? { terminalId: '', ...blank }
    return {
      terminal: { id: terminalId, name, town },
      demo: parts.demo,
      reader: reader.state,
      printer: desk.snapshot,
      uplink: uplink?.line.state ?? 'notEnrolled',
      pendingActs: journal.contents.pending.size,
      storage: journal.storage(),
      version: parts.version,
      ...(uplink?.notice === undefined ? {} : { notice: uplink.notice }),
      ...(uplink?.settings.settings === undefined ? {} : { settings: uplink.settings.settings }),
    }
  }

  function openUplink() {
    const uplink = parts.uplink()
    if (!uplink || uplink.line.state === 'notEnrolled') return 'notEnrolled'
    if (uplink.line.state === 'revoked') return 'terminalRevoked'
    return uplink.line.state === 'frozen' ? 'terminalFrozen' : uplink
  }

  async function openSession(wish: SessionWish): Promise<CardSession | Refused | DeviceProblemCode> {
    const uplink = openUplink()
    if (typeof uplink === 'string') return uplink
    const { settings } = uplink.settings
    if (settings && openedAt(settings, timers.now()) === undefined) return 'outsideHours'
    // Said before the citizen types a word that could not be kept.
    if (journal.storage() === 'full') return 'storageFull'
    if (reading) return 'sessionBusy'
    reading = true
    try {
      let photo: Buffer = Buffer.alloc(0)
      const card = await reader.waitForCard(wish.waitMs, wish.signal, block => {
        photo = block
      })
      if (!card.ok) return card.refusal
      const opened = await uplink.session.open(card.value, wish.language)
      // The page left while the server was asked: nobody stands there for this session.
      if (wish.signal.aborted) await uplink.session.end()
      // Kept only now: opening a session forgets whatever the one before it left.
      const portrait = 'person' in opened && parts.portrait.keep(photo)
      return 'person' in opened ? { ...opened, portrait } : opened
    } finally {
      reading = false
    }
  }

  async function readForDesk(request: DeskReadingRequest, wish: SessionWish) {
    const uplink = openUplink()
    if (typeof uplink === 'string') return uplink
    if (reading) return 'sessionBusy'
    reading = true
    try {
      const card = await reader.waitForCard(wish.waitMs, wish.signal)
      if (!card.ok) return card.refusal
      return await answerDesk(uplink.line, request, { card: card.value, language: wish.language })
    } finally {
      reading = false
    }
  }

  return {
    timers,
    state,
    watch(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    changed() {
      const now = state()
      const text = JSON.stringify(now)
      if (text === last) return
      last = text
      for (const listener of listeners) listener(now)
    },
    openUplink,
    openSession,
    readForDesk,
    endSession: async () => parts.uplink()?.session.end(),
    portrait() {
      if (!parts.uplink()?.session.token) return 'sessionMissing'
      const image = parts.portrait.read()?.toString('base64') ?? null
      return { image, challengeSimulated: parts.challengeSimulated() }
    },
    async print(request) {
      const known = desk.known(request.printId)
      if (known) return known
      const uplink = openUplink()
      if (typeof uplink === 'string') return uplink
      const page = await fetchPage(uplink, request.url)
      if (!Buffer.isBuffer(page)) return page
      const outcome = await desk.print(request.printId, page)
      uplink.outbox.nudge()
      return outcome
    },
    async printSlip(request) {
      const uplink = openUplink()
      if (typeof uplink === 'string') return uplink
      const answer = await uplink.line.send({
        method: 'POST',
        path: '/api/intelligence/reports/slip',
        headers: { 'content-type': 'application/json' },
        body: Buffer.from(JSON.stringify(request)),
        lane: 'front',
      })
      const page = pageIn(answer)
      return Buffer.isBuffer(page) ? desk.print(randomId(), page) : page
    },
    callHelper: (uplink, { body, language }) =>
      uplink.line.send({
        method: 'POST',
        path: '/api/access/help-calls',
        headers: { 'content-type': 'application/json', 'accept-language': language, 'idempotency-key': randomId() },
        body: Buffer.from(JSON.stringify(body ?? { step: 'unknown' })),
        lane: 'front',
        ...(uplink.session.token ? { session: uplink.session.token } : {}),
      }),
  }
}

/** The page to print, in the citizen's session; it stays in memory only. */
async function fetchPage(uplink: Uplink, path: string): Promise<Buffer | Refused | DeviceProblemCode> {
  const session = uplink.session.token
  if (!session) return 'sessionMissing'
  uplink.session.touch()
  return pageIn(await uplink.line.send({ method: 'GET', path, session, lane: 'front' }))
}

function pageIn(answer: Answer): Buffer | Refused | DeviceProblemCode {
  if (answer.kind === 'noAnswer' || answer.status >= 500) return 'uplinkDown'
  if (answer.status >= 400) return { answer }
  return answer.body.subarray(0, 5).toString('latin1') === '%PDF-' ? answer.body : 'pageMissing'
}
