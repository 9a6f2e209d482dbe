import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unreachableStates } from '#kernel/state-table'
import { judgeCode } from './codes.ts'
import { contentText, fieldsChanged, foldContent, type VisitLine } from './content.ts'
import { applied, decideAct, noVisit } from './decide.ts'
import { missingFor } from './finish.ts'
import { mayAct } from './guards.ts'
import { visitMoves, visitStateLabels } from './moves.ts'

const enter = (by: string, text: string, field = 'notes'): VisitLine => ({ kind: 'enter', field, by, value: { text } })
const choose = (side: string): VisitLine => ({ kind: 'choose', field: 'notes', by: 'a', side, reason: '现场重新核对' })

describe('the content of a visit', () => {
  it('keeps two different words side by side until one is chosen, and opens again for a later word', () => {
    const two = [enter('a', '三条'), enter('b', '四条')]
    expect(foldContent(two).fields).toEqual({})
    expect(foldContent(two).conflicts).toEqual([
      {
        field: 'notes',
        sides: [
          { by: 'a', value: { text: '三条' } },
          { by: 'b', value: { text: '四条' } },
        ],
      },
    ])
    expect(foldContent([...two, choose('b')]).fields).toEqual({ notes: { text: '四条' } })
    expect(foldContent([...two, choose('b'), enter('a', '五条')]).conflicts).toHaveLength(1)
    expect(foldContent([enter('a', '三条'), enter('b', '三条')]).fields).toEqual({ notes: { text: '三条' } })
  })

  const lines = fc.array(
    fc.oneof(
      fc.record({
        kind: fc.constant('enter' as const),
        field: fc.constantFrom('x', 'y'),
        by: fc.constantFrom('a', 'b'),
        value: fc.record({ text: fc.constantFrom('1', '2') }),
      }),
      fc.record({
        kind: fc.constant('choose' as const),
        field: fc.constantFrom('x', 'y'),
        by: fc.constantFrom('a', 'b'),
        side: fc.constantFrom('a', 'b'),
        reason: fc.constant('r'),
      }),
    ),
    { maxLength: 12 },
  )

  it('loses no field: each that anybody wrote either stands or is open with every last word about it', () => {
    fc.assert(
      fc.property(lines, all => {
        const { fields, conflicts } = foldContent(all)
        const written = new Set(all.flatMap(line => (line.kind === 'enter' ? [line.field] : [])))
        expect(new Set([...Object.keys(fields), ...conflicts.map(({ field }) => field)])).toEqual(written)
        for (const { field, sides } of conflicts)
          for (const { by, value } of sides)
            expect(all.findLast(line => line.kind === 'enter' && line.field === field && line.by === by)).toMatchObject(
              { value },
            )
      }),
    )
  })

  it('is one text whatever the order of the pictures, and says what was changed after somebody had read it', () => {
    const content = foldContent([enter('a', '三条')])
    expect(contentText('RW-2026-000001', content, ['b', 'a'])).toBe(contentText('RW-2026-000001', content, ['a', 'b']))
    const read = contentText('RW-2026-000001', content, [])
    expect(fieldsChanged(read, content)).toEqual([])
    expect(fieldsChanged(read, foldContent([enter('a', '四条'), enter('b', '补', 'check.licence')]))).toEqual([
      'check.licence',
      'notes',
    ])
    expect(fieldsChanged('nonsense', content)).toBeUndefined()
  })
})

const today = Temporal.PlainDate.from('2026-11-26')
const setting = { today, orderDays: 10 }
/** Sorted on 2026-11-10 for the shop. */
const codeFor = (licence: string) => `6111000000000107JMYC${licence}`

describe('a carton code', () => {
  it.each([
    [['2026-11-08'], '440785100010', 'own'],
    [['2026-11-11'], '440785100010', 'ownUnordered'],
    [['2026-10-20'], '440785100010', 'ownUnordered'],
    [null, '440785100010', 'ownUnknown'],
    [['2026-11-08'], '440785100011', 'otherShop'],
    [['2026-11-08'], '440783100011', 'otherCounty'],
  ] as const)('with orders %j and number %s is %s', (orderDays, licence, verdict) => {
    const judged = judgeCode(codeFor(licence), { licenceNo: '440785100010', orderDays }, setting)
    expect(judged).toMatchObject({ verdict, licenceNo: licence, sortedOn: '2026-11-10' })
  })

  it('that cannot be read is kept as it is', () => {
    expect(judgeCode('12345', { licenceNo: '440785100010', orderDays: [] }, setting)).toMatchObject({
      code: '12345',
      verdict: 'unreadable',
    })
  })
})

const base = { taskId: 'RW-2026-000001', capturedAt: '2026-11-26T10:00:00+08:00' }
const how = { kind: 'number', licenceNo: '440785100010', reason: '未亮证' } as const
const stroke = [Array.from({ length: 6 }, (_, n) => [n, n])]
const taken = { by: 'a', digest: 'd'.repeat(64), carried: 'c'.repeat(64) }
const opened = applied(noVisit, { scan: 'in', to: 'underway' }, 'a')

describe('an act of a visit', () => {
  it('has a table whose states are all reached and named', () => {
    expect(unreachableStates(visitMoves, 'none')).toEqual([])
    expect(Object.keys(visitMoves)).toEqual(Object.keys(visitStateLabels))
  })

  it('begins with a scan-in, which may be told twice and by both', () => {
    const notes = { ...base, kind: 'notes', text: '一切正常' } as const
    expect(decideAct(noVisit, notes, taken)).toMatchObject({ refusal: 'visitNotOpen' })
    const scanIn = { ...base, kind: 'scanIn', shown: true, how } as const
    expect(decideAct(noVisit, scanIn, taken)).toEqual({ ok: true, value: { scan: 'in', to: 'underway' } })
    expect(decideAct(opened, scanIn, taken)).toEqual({ ok: true, value: {} })
    expect(decideAct(opened, scanIn, { ...taken, by: 'b' })).toEqual({ ok: true, value: { scan: 'in' } })
  })

  it.each([
    ['visitPhotoDigest', { kind: 'photo', digest: 'e'.repeat(64), picture: '' }],
    ['visitUnsigned', { kind: 'retailerSign', name: '陈', content: '{}', strokes: [[[1, 1]]] }],
    ['visitRefusalReason', { kind: 'refuseSign', reason: ' ', witness: '李', content: '{}', strokes: stroke }],
    ['visitRefusalWitness', { kind: 'refuseSign', reason: '不同意', witness: '李', content: '{}', strokes: [] }],
    ['visitContentChanged', { kind: 'officerSign', code: 'AAAAAAAA', strokes: stroke }],
    ['visitNothingToChoose', { kind: 'choose', field: 'notes', side: 'b', reason: 'x' }],
  ] as const)('is refused by name: %s', (name, act) => {
    expect(decideAct(opened, { ...base, ...act } as never, taken)).toMatchObject({ refusal: name })
  })

  it('is signed by the whole digest or by the code on the colleague’s telephone, and changes nothing once the record is out', () => {
    for (const code of [taken.digest, 'DDDDDDDD', 'dddddddd'])
      expect(decideAct(opened, { ...base, kind: 'officerSign', code, strokes: stroke }, taken)).toMatchObject({
        value: { signature: { who: 'officer', by: 'a', digest: taken.digest } },
      })
    const recorded = { ...opened, state: 'recorded' as const }
    const notes = { ...base, kind: 'notes', text: '补记' } as const
    expect(decideAct(recorded, notes, taken)).toMatchObject({ refusal: 'visitRecorded' })
    const kept = { ...recorded, lines: [{ kind: 'enter', field: 'notes', by: 'a', value: { text: '补记' } }] } as const
    expect(decideAct(kept, notes, taken)).toEqual({ ok: true, value: {} })
  })
})

describe('a record', () => {
  const whole = { checklist: ['licence'], officers: ['a', 'b'], digest: 'd' }
  it('says what it lacks, and needs both officers under the same content', () => {
    expect(missingFor(opened, whole)).toEqual(['checks', 'outcome', 'retailer', 'scanOut', 'officers'])
    const lines: VisitLine[] = [
      { kind: 'enter', field: 'check.licence', by: 'a', value: { result: 'ok', note: '' } },
      { kind: 'enter', field: 'outcome', by: 'a', value: { outcome: 'clear', words: '', rectifyBy: null } },
    ]
    const signature = (by: string, digest: string) => ({ who: 'officer' as const, by, digest })
    const facts = {
      ...opened,
      lines,
      scans: [...opened.scans, { way: 'out' as const, by: 'a' }],
      signatures: [{ who: 'retailer' as const, by: 'a', digest: 'x' }, signature('a', 'd')],
    }
    expect(missingFor(facts, whole)).toEqual(['officers'])
    expect(missingFor({ ...facts, signatures: [...facts.signatures, signature('b', 'older')] }, whole)).toEqual([
      'officers',
    ])
    expect(missingFor({ ...facts, signatures: [...facts.signatures, signature('b', 'd')] }, whole)).toEqual([])
  })

  it('of a shop where nobody was met needs a picture instead of a signature', () => {
    const lines: VisitLine[] = [
      { kind: 'enter', field: 'outcome', by: 'a', value: { outcome: 'unreachable', words: '关门', rectifyBy: null } },
    ]
    expect(missingFor({ ...opened, lines }, whole)).toEqual(['photo', 'scanOut', 'officers'])
    expect(missingFor({ ...opened, lines, photos: ['p'] }, whole)).toEqual(['scanOut', 'officers'])
  })
})

describe('who may act', () => {
  const now = Temporal.Instant.from('2026-11-26T10:00:00+08:00')
  const asked = { staffId: 'a', day: '2026-11-26', capturedAt: now, now, keepDays: 3 }
  const sent = { state: 'assigned', officers: ['a', 'b'], approvedOn: '2026-11-25' } as const
  const held = { certificateFrom: '2024-01-01', certificateTo: '2026-11-26' }

  it('is one of the two with a certificate on that very day', () => {
    expect(mayAct(asked, sent, held).ok).toBe(true)
    expect(mayAct({ ...asked, staffId: 'c' }, sent, held)).toMatchObject({ refusal: 'visitNotYours' })
    expect(mayAct(asked, sent, undefined)).toMatchObject({ refusal: 'visitCertificate' })
    expect(mayAct(asked, sent, { ...held, certificateTo: '2026-11-25' })).toMatchObject({ refusal: 'visitCertificate' })
  })

  it.each([
    ['visitNotSent', { state: 'proposed' }, {}],
    ['visitBeforeApproval', {}, { day: '2026-11-24' }],
    ['visitAhead', {}, { capturedAt: now.add({ minutes: 11 }) }],
    ['visitTooOld', {}, { capturedAt: now.subtract({ hours: 73 }) }],
  ] as const)('is refused by name: %s', (name, task, change) => {
    expect(mayAct({ ...asked, ...change }, { ...sent, ...task }, held)).toMatchObject({ refusal: name })
  })
})
