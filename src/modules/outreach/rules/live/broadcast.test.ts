import fc from 'fast-check'
import { expect, it } from 'vitest'
import { unreachableStates } from '#kernel/state-table'
import { broadcastMoves, checkCaptions, checkChapters, checkPublicWords, isPublic, minuteOf } from './broadcast.ts'

it('every state of a broadcast is reached, and only a running one and a released replay are played', () => {
  expect(unreachableStates(broadcastMoves, 'planned')).toEqual([])
  expect((['planned', 'live', 'ended', 'replay', 'withdrawn'] as const).filter(isPublic)).toEqual(['live', 'replay'])
})

it.each([
  ['WEBVTT\n\n00:00.000 --> 00:02.000\n许可证要放在看得见的地方', true],
  ['WEBVTT 字幕\r\n\r\n1\r\n01:00:00.000 --> 01:00:02.500 line:0\r\n文字', true],
  ['1\n00:00:00,000 --> 00:00:02,000\nSRT', { line: 1 }],
  ['WEBVTT\n\n只有文字', { line: 3 }],
  ['WEBVTT\n\n00:05.000 --> 00:02.000\n倒着走', { line: 3 }],
  ['WEBVTT\n\n00:00,000 --> 00:02,000\n逗号', { line: 3 }],
])('captions %j are taken or named by their line', (text, expected) => {
  const checked = checkCaptions(text)
  expect(checked.ok || checked.details).toEqual(expected)
})

it('chapters stand in the order of time whatever order they came in', () => {
  const times = fc.uniqueArray(fc.integer({ min: 0, max: 9_000 }), { maxLength: 12 })
  fc.assert(
    fc.property(times, given => {
      const checked = checkChapters(given.map(at => ({ at, title: '章' })))
      expect(checked.ok && checked.value.map(({ at }) => at)).toEqual(given.toSorted((a, b) => a - b))
    }),
  )
  expect(
    checkChapters([
      { at: 3, title: '一' },
      { at: 3, title: '二' },
    ]).ok,
  ).toBe(false)
  expect(checkChapters([{ at: 3, title: ' ' }]).ok).toBe(false)
})

it('a brand stands in nothing a viewer reads', () => {
  expect(checkPublicWords(['怎么摆放许可证', '玉溪怎么样'])).toMatchObject({ ok: false, details: { words: '玉溪' } })
  expect(checkPublicWords(['店里可以搞促销吗？']).ok).toBe(true)
})

it('a viewer counts once in a minute of the broadcast', () => {
  const opened = Temporal.Instant.from('2026-11-26T02:00:00Z')
  expect(minuteOf('live', opened, opened.add({ seconds: 59 }))).toBe(0)
  expect(minuteOf('live', opened, opened.add({ seconds: 61 }))).toBe(1)
  expect(minuteOf('replay', opened, opened)).toBe(-1)
})
