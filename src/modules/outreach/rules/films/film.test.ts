import { describe, expect, it } from 'vitest'
import { unreachableStates } from '#kernel/state-table'
import { checksFor } from '../pictures/checks.ts'
import { checkCodes } from '../pictures/codes.ts'
import { pictureMoves } from '../pictures/picture.ts'
import { checkFilmRelease, checkUpload, type FilmRelease, type FilmWords, filmMoves } from './film.ts'
import { sourceKindOf } from './source-kind.ts'

const named = (result: { ok: boolean }) => ('refusal' in result ? result.refusal : 'ok')
const film: FilmWords = { title: '挂证', about: '证挂在明处', series: '', captions: 'WEBVTT', audience: 'public' }
const release: FilmRelease = { preparedBy: 'a', coverBy: 'b', by: 'c', looked: checksFor('public') }

describe('a film', () => {
  it('reaches every state, and so does a picture', () => {
    expect(unreachableStates(filmMoves, 'draft')).toEqual([])
    expect(unreachableStates(pictureMoves, 'waiting')).toEqual([])
  })

  it.each<[string, Partial<FilmWords>, Partial<FilmRelease>, string]>([
    ['is released by somebody else', {}, {}, 'ok'],
    ['not by whoever wrote it', {}, { by: 'a' }, 'filmSamePerson'],
    ['not by whoever sent its cover', {}, { by: 'b' }, 'filmSamePerson'],
    ['not without captions', { captions: null }, {}, 'filmCaptionsMissing'],
    ['not with a point unlooked at', {}, { looked: checksFor('public').slice(1) }, 'pictureNotLooked'],
    ['for pupils with one point more', { audience: 'minor' }, {}, 'pictureNotLooked'],
    ['with no brand in its captions', { captions: 'WEBVTT 玉溪' }, {}, 'adWords'],
  ])('%s', (_, words, who, name) =>
    expect(named(checkFilmRelease({ ...film, ...words }, { ...release, ...who }))).toBe(name),
  )

  it.each([
    [{ pieces: 2, bytes: 10, arrived: 10 }, 'ok'],
    [{ pieces: 2, bytes: 10, arrived: 9 }, 'filmPiecesMissing'],
    [{ pieces: 2, bytes: 10, arrived: undefined }, 'filmPiecesMissing'],
    [{ pieces: 2, bytes: 1_000_001, arrived: 1_000_001 }, 'filmTooLarge'],
  ])('of %j is %s', (upload, name) => expect(named(checkUpload(upload, 1))).toBe(name))

  it.each([
    ['    ftypisom', 'mp4'],
    ['\x1a\x45\xdf\xa3', 'webm'],
    ['RIFF    AVI LIST', 'avi'],
    ['RIFF    WAVE', undefined],
    ['#EXTM3U\n', undefined],
    ['ffconcat version 1.0', undefined],
    ['', undefined],
  ])('%j is %s by content', (head, kind) => expect(sourceKindOf(Buffer.from(head, 'latin1'))).toBe(kind))
})

describe('a code in a picture', () => {
  const hosts = { own: 'yzt.test:8443', others: ['gov.cn'] }
  it.each([
    ['https://yzt.test:8443/e/ABC', 'ok'],
    ['https://www.enping.gov.cn/', 'ok'],
    ['许可证号 440785100123', 'ok'],
    ['https://yzt.test/', 'pictureLinkForeign'],
    ['https://notgov.cn/', 'pictureLinkForeign'],
    ['https://gov.cn.shop.example/', 'pictureLinkForeign'],
    ['https://gov.cn@shop.example/', 'pictureLinkForeign'],
    ['https://alipay.example@www.gov.cn/', 'pictureLinkForeign'],
    ['HTTPS://QR.ALIPAY.COM/x', 'pictureLinkForeign'],
    ['wxp://pay', 'pictureLinkForeign'],
    ['tel:12313', 'pictureLinkForeign'],
    ['www.shop.example', 'pictureLinkForeign'],
    ['shop.example/buy', 'pictureLinkForeign'],
    ['利群', 'adWords'],
  ])('%s: %s', (code, name) => expect(named(checkCodes([code], hosts, 'public'))).toBe(name))
})
