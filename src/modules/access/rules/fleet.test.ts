import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alarmMoves, alarmStateOf, decideSilence, moveAlarm, type Seen } from './alarms.ts'
import { healthOf, isSilent } from './fleet-health.ts'
import { openSince } from './opening-hours.ts'
import { endedSilences } from './silence-ends.ts'

const hours = { opensAt: '08:30', closesAt: '17:30', openDays: [1, 2, 3, 4, 5, 6, 7] }
/** Thursday 2026-11-26 in China. */
const at = (clock: string) => Temporal.ZonedDateTime.from(`2026-11-26T${clock}[Asia/Shanghai]`).toInstant()

describe('opening hours', () => {
  it.each([
    ['08:29', undefined],
    ['08:30', '08:30'],
    ['17:29', '08:30'],
    ['17:30', undefined],
    ['03:00', undefined],
  ])('at %s a terminal is open since %s', (clock, since) => {
    expect(openSince(hours, at(clock))?.toString()).toBe(since === undefined ? undefined : at(since).toString())
  })

  it('rest on days that are not named, and never begin when they end before they begin', () => {
    expect(openSince({ ...hours, openDays: [1, 2, 3] }, at('10:00'))).toBeUndefined()
    expect(openSince({ ...hours, opensAt: '17:30', closesAt: '08:30' }, at('10:00'))).toBeUndefined()
  })
})

describe('失联', () => {
  const silent = (now: string, seen: string | null, backAt?: string, state: 'active' | 'frozen' = 'active') =>
    isSilent({ state, lastSeenAt: seen === null ? null : at(seen).toString(), hours }, at(now), {
      silentMinutes: 15,
      backAt: backAt === undefined ? undefined : at(backAt),
    })
  it.each([
    ['a quarter of an hour without a word', silent('10:15', '10:00'), true],
    ['a minute less', silent('10:14', '10:00'), false],
    ['at night, however long', silent('23:00', '10:00'), false],
    ['switched off at night, just opened', silent('08:44', '03:00'), false],
    ['switched off at night, a quarter past opening', silent('08:45', '03:00'), true],
    ['never heard since opening', silent('08:45', null), true],
    ['the house itself came back ten minutes ago', silent('10:15', '09:00', '10:05'), false],
    ['the house itself came back a quarter ago', silent('10:20', '09:00', '10:05'), true],
    ['a frozen terminal', silent('10:15', '09:00', undefined, 'frozen'), false],
  ])('%s', (_, is, expected) => expect(is).toBe(expected))

  it('comes before a fault, a fault before rest', () => {
    const one = { state: 'active' as const, lastSeenAt: at('10:00').toString(), faults: ['paperOut'], hours }
    expect(healthOf(one, at('10:20'), { silentMinutes: 15 })).toBe('silent')
    expect(healthOf(one, at('10:05'), { silentMinutes: 15 })).toBe('fault')
    expect(healthOf({ ...one, faults: [] }, at('23:00'), { silentMinutes: 15 })).toBe('resting')
    expect(healthOf({ ...one, state: 'confirmed' }, at('10:20'), { silentMinutes: 15 })).toBe('notInUse')
  })
})

const policy = { groupLeast: 3, groupPercent: 50 }
const town = (code: string, silent: number, all: number): Seen[] =>
  Array.from({ length: all }, (_, index) => ({
    id: `${code}-${index}`,
    areaCode: `440785${code}`,
    silent: index < silent,
  }))
const said = (seen: readonly Seen[]) =>
  decideSilence(seen, policy).map(one => `${one.kind} ${one.areaCode} ${one.terminals}`)

describe('an alarm for what is silent', () => {
  it.each([
    ['one machine', [...town('103', 1, 4), ...town('104', 0, 4)], ['silent 440785103 1']],
    ['two of a small town are told one by one', town('103', 2, 9), ['silent 440785103 1', 'silent 440785103 1']],
    [
      'most of a town: one alarm names the town',
      [...town('103', 3, 4), ...town('104', 0, 9)],
      ['silentTown 440785103 3'],
    ],
    [
      'most of the network: one alarm names the county, no town and no machine beside it',
      [...town('103', 4, 4), ...town('104', 6, 9)],
      ['silentNetwork 440785 10'],
    ],
    ['nobody', town('103', 0, 3), []],
  ])('%s', (_, seen, expected) => expect(said(seen)).toEqual(expected))

  it('covers every silent terminal once and no other', () => {
    const seen = fc.array(
      fc.record({
        id: fc.uuid(),
        areaCode: fc.constantFrom('440785103', '440785104', '440785105', '440784001'),
        silent: fc.boolean(),
      }),
      { maxLength: 60 },
    )
    fc.assert(
      fc.property(seen, all => {
        const raises = decideSilence(all, policy)
        const silent = all.filter(one => one.silent)
        for (const one of silent) {
          const own = raises.filter(raise => raise.terminalId === one.id)
          const group = raises.filter(raise => raise.terminalId === null && one.areaCode.startsWith(raise.areaCode))
          if (own.length + group.length === 0) return false
          if (own.length > 0 && group.length > 0) return false
        }
        return raises.reduce((sum, raise) => sum + raise.terminals, 0) === silent.length
      }),
    )
  })
})

describe('the end of an alarm of silence', () => {
  const alarm = { key: 'silent:a', kind: 'silent' as const, terminalId: 'a', areaCode: '440785103' }
  const began = at('10:15').toString()
  const over = (open: boolean, lastSeenAt: string | null, raises: readonly string[] = []) =>
    endedSilences([{ ...alarm, beganAt: began }], {
      raises: raises.map(key => ({ ...alarm, key, terminals: 1 })),
      terminals: [{ id: 'a', areaCode: '440785103', open, lastSeenAt }],
    }).length > 0
  it('waits for a word of the terminal, at night too', () => {
    expect(over(true, at('10:00').toString(), ['silent:a'])).toBe(false)
    expect(over(true, at('10:30').toString())).toBe(true)
    expect(over(false, at('10:00').toString())).toBe(false)
    expect(over(false, at('18:00').toString())).toBe(true)
  })

  it('comes when the terminal is in use no more, and for a group when its terminals are open and heard', () => {
    const group = { ...alarm, key: 'silentTown:440785103', kind: 'silentTown' as const, terminalId: null }
    const of = (open: boolean) => ({
      raises: [],
      terminals: [{ id: 'a', areaCode: '440785103', open, lastSeenAt: null }],
    })
    expect(endedSilences([{ ...alarm, beganAt: began }], { raises: [], terminals: [] })).toEqual(['silent:a'])
    expect(endedSilences([{ ...group, beganAt: began }], of(false))).toEqual([])
    expect(endedSilences([{ ...group, beganAt: began }], of(true))).toEqual(['silentTown:440785103'])
  })
})

describe('an alarm', () => {
  it('is acknowledged once and ended once, by the table', () => {
    for (const [state, events] of Object.entries(alarmMoves)) {
      for (const event of ['acknowledge', 'end'] as const)
        expect(moveAlarm(state as keyof typeof alarmMoves, event).ok).toBe(event in events)
    }
    expect(alarmStateOf({ acknowledgedAt: null, endedAt: null })).toBe('open')
    expect(alarmStateOf({ acknowledgedAt: 'x', endedAt: 'y' })).toBe('ended')
  })
})
