import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as sample from '../testing/sample.ts'
import { advance } from './advance.ts'
import { closedBecause } from './closed.ts'
import type { KioskEvent } from './events.ts'
import { lifeOf, lifeWithoutSession, secondsLeft } from './life.ts'
import { type Effect, type Kiosk, newKiosk, newVisit } from './state.ts'

const session = {
  person: { name: '梁*英', idNoMasked: '**************4021', elder: false },
  endsInSeconds: 600,
  idleSeconds: 60,
}
const opened: KioskEvent = { is: 'sessionOpened', session, at: '2026-11-23T02:00:00Z', key: 'K1' }
const drawing = { width: 900, height: 400, strokes: [[[10, 10] as const, [500, 300] as const]] }
const ticket = { printId: 'P1', url: '/api/licensing/prints/P1/page', copyNo: 1, state: 'reserved' }

const ready: Kiosk = advance(newKiosk, { is: 'deviceChanged', device: sample.device })[0]

/** Walks a line of events; gives the last state and all effects. */
function walk(events: readonly KioskEvent[], from: Kiosk = ready): { kiosk: Kiosk; effects: Effect[] } {
  let kiosk = from
  const effects: Effect[] = []
  for (const event of events) {
    const [next, ...more] = advance(kiosk, event)
    kiosk = next
    effects.push(...more)
  }
  return { kiosk, effects }
}

const toFacts: readonly KioskEvent[] = [
  { is: 'serviceChosen', service: 'renewal', key: 'K0' },
  opened,
  { is: 'licencesLoaded', licences: [sample.licence] },
  { is: 'sheetLoaded', sheet: sample.sheet },
]
const toSubmit: readonly KioskEvent[] = [
  ...toFacts,
  { is: 'answered', answer: { question: 'facts' } },
  { is: 'answered', answer: { question: 'deliver', mode: 'electronic' } },
  { is: 'answered', answer: { question: 'phone', same: true } },
  { is: 'answered', answer: { question: 'notice', version: sample.sheet.notice.version } },
  { is: 'answered', answer: { question: 'signature', drawing } },
]
const toResult: readonly KioskEvent[] = [...toSubmit, { is: 'submitted', result: sample.granted }]
const toPrinting: readonly KioskEvent[] = [...toResult, { is: 'printWanted', face: 'original', key: 'K2' }]

const doing = (effects: readonly Effect[]) => effects.map(effect => effect.do)

describe('opening hours', () => {
  const resting = advance(ready, { is: 'hoursTurned', resting: true })[0]

  test('close the idle machine: neither a card nor a touch begins a visit', () => {
    expect(closedBecause(resting)).toBe('outsideHours')
    const laid = walk([{ is: 'deviceChanged', device: { ...sample.device, reader: 'cardPresent' } }], resting)
    expect(laid.kiosk.visit.screen.name).toBe('home')
    const touched = walk([{ is: 'serviceChosen', service: 'renewal', key: 'K0' }], resting)
    expect([...laid.effects, ...touched.effects]).toEqual([])
  })

  test('that end meanwhile let a running matter be finished, and no other be begun', () => {
    const closing: KioskEvent = { is: 'hoursTurned', resting: true }
    const { kiosk, effects } = walk([...toSubmit, closing, { is: 'submitted', result: sample.granted }])
    expect(kiosk.visit.screen.name).toBe('result')
    expect(doing(effects)).toContain('submit')
    const chosen = walk([opened, closing, { is: 'serviceChosen', service: 'query', key: 'K1' }])
    expect(chosen.kiosk.visit.screen).toMatchObject({ name: 'trouble', trouble: { code: 'outsideHours' } })
    expect(chosen.effects).toEqual([])
  })

  test('are told before a fault of the machine, and after what stops it for good', () => {
    const because = (change: Partial<typeof sample.device>) =>
      closedBecause({ ...resting, device: { ...sample.device, ...change } })
    expect(because({ uplink: 'offline', reader: 'absent' })).toBe('outsideHours')
    expect(because({ uplink: 'revoked' })).toBe('terminalRevoked')
  })
})

describe('看示范', () => {
  test('before the card lets the reader go, and asks for the card again at its end', () => {
    const { kiosk, effects } = walk([{ is: 'serviceChosen', service: 'query', key: 'K0' }, { is: 'filmWanted' }])
    expect(kiosk.visit.screen).toMatchObject({ name: 'film', film: 'query' })
    expect(doing(effects)).toEqual(['openSession'])
    for (const end of ['filmOver', 'back'] as const) {
      const [after, ...more] = advance(kiosk, { is: end })
      expect(after.visit.screen.name).toBe('layCard')
      expect(doing(more)).toEqual(['openSession'])
    }
  })

  test('at a step goes back to that step with everything answered so far', () => {
    const before = walk([...toFacts, { is: 'answered', answer: { question: 'facts' } }]).kiosk
    const { kiosk, effects } = walk([{ is: 'filmWanted' }, { is: 'filmOver' }], before)
    expect(kiosk).toEqual(before)
    expect(effects).toEqual([])
  })

  test('before a withdrawal shows that, and goes back to the question', () => {
    const asked = walk([{ is: 'withdrawWanted', applicationNo: 'R20261123-000001', key: 'K1' }]).kiosk
    const { kiosk } = walk([{ is: 'filmWanted' }], asked)
    expect(kiosk.visit.screen).toMatchObject({ name: 'film', film: 'withdraw' })
    expect(advance(kiosk, { is: 'filmOver' })).toEqual([asked])
  })

  test('is not begun where nothing was chosen, and a second end changes nothing', () => {
    expect(walk([{ is: 'filmWanted' }]).kiosk).toEqual(ready)
    expect(walk([{ is: 'filmOver' }]).kiosk).toEqual(ready)
  })
})

describe('the card', () => {
  test('laid on the idle machine begins a visit by itself', () => {
    const { kiosk, effects } = walk([{ is: 'deviceChanged', device: { ...sample.device, reader: 'cardPresent' } }])
    expect(kiosk.visit.screen.name).toBe('layCard')
    expect(doing(effects)).toEqual(['openSession'])
  })

  test('left on the reader by somebody else begins nothing', () => {
    const [kiosk, ...effects] = advance(newKiosk, {
      is: 'deviceChanged',
      device: { ...sample.device, reader: 'cardPresent' },
    })
    expect(kiosk.visit.screen.name).toBe('home')
    expect(effects).toEqual([])
  })

  test('laid while the machine is closed begins nothing', () => {
    const offline = walk([{ is: 'deviceChanged', device: { ...sample.device, uplink: 'offline' } }]).kiosk
    const device = { ...sample.device, uplink: 'offline' as const, reader: 'cardPresent' as const }
    expect(doing(walk([{ is: 'deviceChanged', device }], offline).effects)).toEqual([])
  })

  test('laid before a service was chosen asks what for', () => {
    expect(walk([opened]).kiosk.visit.screen.name).toBe('chooseService')
  })

  test('that opens no licence is told so', () => {
    const { kiosk } = walk([...toFacts.slice(0, 2), { is: 'licencesLoaded', licences: [] }])
    expect(kiosk.visit.screen).toMatchObject({ name: 'trouble', trouble: { code: 'noLicence' } })
  })
})

describe('a renewal', () => {
  test('needs five taps from the card to the submission', () => {
    const { kiosk, effects } = walk(toSubmit)
    expect(toSubmit.filter(event => event.is === 'answered')).toHaveLength(5)
    expect(kiosk.visit.screen).toEqual({ name: 'working', task: 'submit' })
    expect(doing(effects)).toEqual(['openSession', 'loadLicences', 'loadSheet', 'submit'])
  })

  test('is submitted once, however often the button is tapped', () => {
    const again = { is: 'answered', answer: { question: 'signature', drawing } } as const
    const twice = walk([...toSubmit, again])
    expect(doing(twice.effects).filter(effect => effect === 'submit')).toHaveLength(1)
  })

  test('tried again after a failure keeps its idempotency key', () => {
    const before = walk(toSubmit).kiosk
    const failed: KioskEvent = { is: 'failed', trouble: { code: 'answerLost' }, effect: { do: 'submit' } }
    const { kiosk, effects } = walk([failed, { is: 'again' }], before)
    expect(doing(effects)).toEqual(['submit'])
    expect(kiosk.visit.submitKey).toBe(before.visit.submitKey)
    expect(kiosk.visit.submitKey).toBe('K1')
  })

  test('signed anew after a failure is another submission with a key of its own', () => {
    const failed: KioskEvent = { is: 'failed', trouble: { code: 'renewalTooEarly' }, effect: { do: 'submit' } }
    const signed: KioskEvent = { is: 'answered', answer: { question: 'signature', drawing } }
    const keys = [1, 2].map(times => {
      const rounds = Array.from({ length: times }, () => [failed, { is: 'back' } as const, signed]).flat()
      return walk([...toSubmit, ...rounds]).kiosk.visit.submitKey
    })
    expect(keys).toEqual(['K1-again1', 'K1-again2'])
  })

  test('that was received and held for staff leads to no second submission', () => {
    const held: KioskEvent = { is: 'failed', trouble: { code: 'actHeld' }, effect: { do: 'submit' } }
    expect(walk([...toSubmit, held, { is: 'back' }]).kiosk.visit.screen.name).toBe('goodbye')
  })

  test('that the rules already stop is told before anything is asked', () => {
    const sheet = { ...sample.sheet, outcome: 'stop' as const, findings: [sample.tooEarly] }
    const { kiosk } = walk([...toFacts.slice(0, 3), { is: 'sheetLoaded', sheet }])
    expect(kiosk.visit.screen.name).toBe('cannotApply')
  })

  test('asks which licence only if there are several', () => {
    const licences = [sample.licence, sample.secondLicence]
    const { kiosk } = walk([...toFacts.slice(0, 2), { is: 'licencesLoaded', licences }])
    expect(kiosk.visit.screen).toEqual({ name: 'apply', step: 'licence', wrong: false })
  })

  test('goes back one question at a time, to the list of services at last', () => {
    const names = [1, 2, 3, 4, 5].map(backs => {
      const notice = walk(toSubmit.slice(0, -1)).kiosk
      const { screen } = walk(
        Array.from({ length: backs }, () => ({ is: 'back' }) as const),
        notice,
      ).kiosk.visit
      return screen.name === 'apply' ? screen.step : screen.name
    })
    expect(names).toEqual(['notice', 'phone', 'deliver', 'facts', 'chooseService'])
  })

  test('kept on the machine says so with its receipt', () => {
    expect(walk([...toSubmit, { is: 'kept', receipt: 'B1' }]).kiosk.visit.screen).toEqual({
      name: 'kept',
      receipt: 'B1',
    })
  })
})

describe('the paper', () => {
  test.each(['paperOut', 'jam', 'printerAbsent'] as const)(
    '%s leads back to the result and prints nothing by itself',
    outcome => {
      const ended: KioskEvent = { is: 'printEnded', face: 'original', outcome }
      const { kiosk, effects } = walk([...toPrinting, { is: 'printReserved', ticket }, ended, { is: 'again' }])
      expect(kiosk.visit.screen.name).toBe('result')
      expect(doing(effects).filter(effect => effect === 'print')).toHaveLength(1)
    },
  )

  test('an unknown outcome asks the person, whatever the answer, and never prints again', () => {
    for (const received of [true, false]) {
      const ended: KioskEvent = { is: 'printEnded', face: 'original', outcome: 'unknown' }
      const events: KioskEvent[] = [...toPrinting, { is: 'printReserved', ticket }, ended]
      const { kiosk, effects } = walk([...events, { is: 'paperAnswered', received }])
      expect(kiosk.visit.screen.name).toBe(received ? 'finished' : 'paperMissing')
      expect(effects.at(-1)).toEqual({ do: 'confirmPaper', printId: 'P1', received })
      expect(doing(effects).filter(effect => effect === 'print')).toHaveLength(1)
    }
  })

  test('a second tap while printing asks for no second print', () => {
    const { effects } = walk([...toPrinting, { is: 'printWanted', face: 'original', key: 'K3' }])
    expect(doing(effects).filter(effect => effect === 'print')).toHaveLength(1)
  })
})

describe('the end of a visit', () => {
  const anything: readonly KioskEvent[] = [
    ...toPrinting,
    { is: 'printReserved', ticket },
    { is: 'back' },
    { is: 'helpWanted' },
    { is: 'phoneEntryWanted' },
    { is: 'failed', trouble: { code: 'uplinkDown' }, effect: { do: 'loadLicences' } },
    { is: 'sessionGone' },
  ]

  test('wherever it comes, nothing of the citizen is left in the state', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...anything), { maxLength: 14 }), events => {
        const { kiosk, effects } = walk([...events, { is: 'exit' }])
        const { number } = kiosk.visit
        expect(kiosk.visit).toEqual({ ...newVisit(number), screen: kiosk.visit.screen })
        expect(['home', 'goodbye']).toContain(kiosk.visit.screen.name)
        expect(doing(effects).at(-1)).toBe('endSession')
        expect(JSON.stringify(kiosk.visit)).not.toMatch(/梁|4021|440785|阿英|K1/)
      }),
    )
  })

  test('after an open session the page is made new', () => {
    const { kiosk, effects } = walk([...toFacts, { is: 'exit' }, { is: 'goodbyeOver' }])
    expect(doing(effects).slice(-2)).toEqual(['endSession', 'clearPage'])
    expect(kiosk.visit.screen.name).toBe('home')
  })

  test('that the server ended has only one way on: out', () => {
    const { kiosk } = walk([...toFacts, { is: 'sessionGone' }, { is: 'back' }])
    expect(kiosk.visit.screen.name).toBe('goodbye')
  })
})

describe('a machine that cannot serve', () => {
  test.each([
    [{ uplink: 'notEnrolled' }, 'notEnrolled'],
    [{ uplink: 'revoked' }, 'terminalRevoked'],
    [{ uplink: 'frozen' }, 'terminalFrozen'],
    [{ uplink: 'offline' }, 'uplinkDown'],
    [{ reader: 'absent' }, 'readerAbsent'],
    [{ storage: 'full' }, 'storageFull'],
    [{ printer: { state: 'absent', reasons: [] } }, undefined],
  ] as const)('%o is told as %s before anybody begins', (change, closed) => {
    expect(closedBecause({ ...ready, device: { ...sample.device, ...change } as typeof sample.device })).toBe(closed)
  })

  test('that recovers opens again by itself', () => {
    const lost = walk([{ is: 'deviceLost' }]).kiosk
    expect(closedBecause(lost)).toBe('agentLost')
    expect(closedBecause(walk([{ is: 'deviceChanged', device: sample.device }], lost).kiosk)).toBeUndefined()
  })
})

describe('the countdown', () => {
  test('counts from the last touch, and never past the session itself', () => {
    const life = lifeOf({ idleSeconds: 60, endsInSeconds: 100 }, 0)
    expect(secondsLeft(life, 0, 0)).toBe(60)
    expect(secondsLeft(life, 30_000, 40_001)).toBe(50)
    expect(secondsLeft(life, 90_000, 95_000)).toBe(5)
    expect(secondsLeft(life, 90_000, 200_000)).toBe(0)
    expect(secondsLeft(lifeWithoutSession, 0, 59_100)).toBe(1)
  })
})
