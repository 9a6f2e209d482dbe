import { expect, it } from 'vitest'
import { readCaptions } from './captions.ts'

it.each([
  ['WEBVTT\n\n00:00.000 --> 00:02.000\n许可证要放在看得见的地方', true],
  ['\uFEFFWEBVTT 字幕\r\n\r\n1\r\n01:00:00.000 --> 01:00:02.500 line:0\r\n文字', true],
  ['1\n00:00:00,000 --> 00:00:02,000\nSRT', { line: 1 }],
  ['WEBVTT\n\n只有文字', { line: 3 }],
  ['WEBVTT\n\n00:05.000 --> 00:02.000\n倒着走', { line: 3 }],
  ['WEBVTT\n\n00:00,000 --> 00:02,000\n逗号', { line: 3 }],
  ['0:00 先看证\n0:05\n0:09 再看货', { line: 2 }],
  ['0:05 先看证\n0:05 再看货', { line: 2 }],
])('captions %j are taken or named by their line', (text, expected) => {
  const checked = readCaptions(text)
  expect(checked.ok || checked.details).toEqual(expected)
})

it('lines become WebVTT in which each sentence stands until the next; no words are no captions', () => {
  expect(readCaptions('0:00 先看证\n\n1:05 再看货')).toEqual({
    ok: true,
    value: 'WEBVTT\n\n00:00:00.000 --> 00:01:05.000\n先看证\n\n00:01:05.000 --> 00:01:11.000\n再看货',
  })
  expect(readCaptions(' \n')).toEqual({ ok: true, value: null })
})
