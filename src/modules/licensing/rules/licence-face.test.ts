import { describe, expect, it } from 'vitest'
import { checkFace, faceLimits, type LicenceFace, missingGlyph } from './licence-face.ts'
import { sampleFace } from './sample-face.ts'

const all = { has: () => true }
const without = (...characters: string[]) => ({ has: (c: number) => !characters.includes(String.fromCodePoint(c)) })
const face = (change: Partial<LicenceFace> = {}): LicenceFace => ({ ...sampleFace, ...change })

describe('the face of a licence', () => {
  it('passes when every character can be drawn', () => {
    expect(checkFace(face(), all)).toEqual({ ok: true, value: sampleFace })
  })

  it.each([
    ['shopName', { shopName: '𠮷祥商店' }, '企业（字号）名称'],
    ['operatorName', { operatorName: '陈𠮷' }, '负责人姓名'],
    ['address', { address: '沙湖镇𠮷村1号' }, '经营场所'],
    ['scope', { scope: ['卷烟', '𠮷'] }, '许可范围'],
    ['supplier', { supplier: '𠮷' }, '供货单位'],
    ['issuer', { issuer: '𠮷' }, '发证机关'],
    ['enterpriseType', { enterpriseType: '𠮷' }, '企业类型'],
  ])('goes to a person when %s holds a character no shipped font has', (_, change, field) => {
    expect(checkFace(face(change), without('𠮷'))).toEqual({
      ok: false,
      refusal: 'glyphMissing',
      details: { field, codePoint: 'U+20BB7' },
    })
  })

  it('goes to a person when a text it must show is empty, or longer than page and QR code can hold', () => {
    expect(checkFace(face({ shopName: ' ' }), all)).toMatchObject({ refusal: 'faceTextEmpty' })
    expect(checkFace(face({ supplier: '', enterpriseType: '' }), all).ok).toBe(true)
    expect(checkFace(face({ scope: [] }), all)).toMatchObject({ refusal: 'faceTextEmpty' })
    expect(checkFace(face({ address: '长'.repeat(faceLimits.address + 1) }), all)).toEqual({
      ok: false,
      refusal: 'faceTextTooLong',
      details: { field: '经营场所', length: 81, max: 80 },
    })
    expect(checkFace(face({ address: '𣲗'.repeat(faceLimits.address) }), all).ok).toBe(true)
  })

  it('does not take the end of a line for a missing character', () => {
    expect(missingGlyph('第一行\n第二行', without('\n'))).toBeUndefined()
  })
})
