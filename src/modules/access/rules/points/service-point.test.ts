import { describe, expect, it } from 'vitest'
import { momentOf } from '#kernel/dates'
import { calendarOf } from '#kernel/working-days'
import { type Around, type PointFacts, type PointTerminal, servicePoint } from './service-point.ts'

/** Ten o'clock on Monday, 2026-11-23, in China. */
const at = momentOf(Temporal.Instant.from('2026-11-23T02:00:00Z'))
const around: Around = {
  at,
  silentMinutes: 15,
  usual: { opensAt: '08:30', closesAt: '17:30', openDays: [1, 2, 3, 4, 5, 6, 7] },
  office: { opensAt: '09:00', closesAt: '17:00' },
  calendar: calendarOf(['2026-11-26'], ['2026-11-28'], [2026]),
  helpers: [['440785'], ['440785103'], ['440785104']],
  helperHours: [
    { areaCode: '440785103201', place: '南塘村委会', fromMinute: 870, toMinute: 965 },
    { areaCode: '440785104', place: '牛江', fromMinute: 0, toMinute: 60 },
  ],
}
const well: PointTerminal = {
  state: 'active',
  lastSeenAt: '2026-11-23T01:59:40Z',
  reader: 'ready',
  printer: 'idle',
  paper: 'ok',
  hours: null,
}
const point = (change: Partial<PointFacts>): PointFacts => ({
  code: 'P-1',
  name: '沙湖镇南塘村自助终端',
  kind: 'kiosk',
  areaCode: '440785103',
  town: '沙湖镇',
  lng: 112.44,
  lat: 22.345,
  terminal: well,
  backAt: null,
  ...change,
})
const machine = (change: Partial<PointTerminal>) =>
  servicePoint(point({ terminal: { ...well, ...change } }), around).terminal

describe('a service point, as everybody sees it', () => {
  it.each<[string, Partial<PointTerminal>, string]>([
    ['was heard half a minute ago', {}, 'working'],
    ['has been silent since before the opening', { lastSeenAt: '2026-11-22T10:00:00Z' }, 'notWorking'],
    ['was never heard', { lastSeenAt: null, reader: null }, 'notWorking'],
    ['has lost its reader', { reader: 'absent' }, 'notWorking'],
    ['was frozen', { state: 'frozen' }, 'notWorking'],
    ['rests today', { hours: { opensAt: '08:00', closesAt: '12:00', openDays: [2] } }, 'resting'],
    ['waits for its second person', { state: 'confirmed' }, 'notConnected'],
  ])('a terminal that %s', (_, change, standing) => expect(machine(change)?.standing).toBe(standing))

  it.each([
    [{ paper: 'out' }, false],
    [{ printer: 'stopped' }, false],
    [{ printer: 'absent' }, false],
    [{}, true],
  ])('with %j prints: %s', (change, prints) => expect(machine(change)).toEqual({ standing: 'working', prints }))

  it('has the hours of its machine, of an office those of working days, and none where nobody told us', () => {
    const hoursOf = (change: Partial<PointFacts>) => servicePoint(point(change), around).hours
    expect(hoursOf({})).toEqual(around.usual)
    expect(hoursOf({ terminal: null })).toBeNull()
    // Thursday is a holiday of this made-up year, and Saturday makes up for it.
    expect(hoursOf({ kind: 'hall', terminal: null })).toEqual({ ...around.office, openDays: [1, 2, 3, 5, 6] })
    const later = { ...around, at: momentOf(Temporal.Instant.from('2026-12-28T02:00:00Z')) }
    expect(servicePoint(point({ kind: 'hall', terminal: null }), later).hours).toBeNull()
  })

  it('says how many helpers are on duty for its town and when one sits there, and names nobody', () => {
    const told = servicePoint(point({}), around)
    expect(told.helpersOnDuty).toBe(2)
    expect(told.helperHours).toEqual([{ from: '14:30', to: '16:05', place: '南塘村委会' }])
  })

  it('tells nothing of a machine but whether it serves', () => {
    const told = servicePoint(point({}), around)
    expect(Object.keys(told).toSorted()).toEqual([
      'code',
      'helperHours',
      'helpersOnDuty',
      'hours',
      'kind',
      'lat',
      'lng',
      'name',
      'terminal',
      'town',
      'townCode',
    ])
    expect(servicePoint(point({ kind: 'hall', terminal: null }), around).terminal).toBeNull()
  })
})
