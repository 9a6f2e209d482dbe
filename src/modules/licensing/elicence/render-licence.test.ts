import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { makeSm2KeyPair, sm3 } from '#platform/crypto'
import type { LicenceFace } from '../rules/licence-face.ts'
import { printFaces } from '../rules/print-ledger.ts'
import { sampleFace } from '../rules/sample-face.ts'
import { type LicenceSheet, type Presentation, renderLicence } from './render-licence.ts'
import { signFace } from './sign-face.ts'
import { tokenOfPdf } from './token-of-pdf.ts'

const licence = { keyId: 'k1', ...makeSm2KeyPair() }
const demo: Presentation = { mode: 'demo', publicUrl: 'https://example.cn' }
const production: Presentation = { ...demo, mode: 'production' }
const longest: LicenceFace = {
  ...sampleFace,
  shopName: '恩平市沙湖镇南塘村委会新村队祥和百货副食粮油便利商店（个体工商户）第二经营部',
  operatorName: '阿卜杜拉·买买提·艾山江·吐尔逊',
  address: '广东省江门市恩平市沙湖镇南塘村民委员会新塘自然村三巷二十八号之一首层𣲗𬀩铺位',
  supplier: '中国烟草总公司广东省公司江门市有限责任公司恩平分公司',
}
const sheet = (change: Partial<LicenceSheet> = {}): LicenceSheet => {
  const face = change.face ?? sampleFace
  const token = signFace({ licence }, face, 3)
  const printedAt = '2026-11-23T01:05:00Z'
  return { kind: 'original', face, token, copyNo: 3, stateLabel: '停业', printedAt, place: '沙湖镇 07 号机', ...change }
}

/** Text of a PDF as poppler reads it, without the spaces Typst widens between Han and digits. */
const textOf = (pdf: Uint8Array): string =>
  execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf }).toString('utf8').replace(/\s/gu, '')
const pagesOf = (pdf: Uint8Array): number =>
  Number(/\/Type \/Pages\b[\s\S]*?\/Count (\d+)/u.exec(Buffer.from(pdf).toString('latin1'))?.[1])

describe.each(printFaces)('the page %s', kind => {
  it('is one page, also with the longest names and addresses', () => {
    expect(pagesOf(renderLicence(sheet({ kind }), demo))).toBe(1)
    expect(pagesOf(renderLicence(sheet({ kind, face: longest }), production))).toBe(1)
  })

  it('carries the signed text in its keywords, so that the file alone can be verified', () => {
    const given = sheet({ kind })
    expect(tokenOfPdf(renderLicence(given, demo))).toBe(given.token)
  })

  it('is the same bytes for the same sheet, and other bytes for another copy', () => {
    const given = sheet({ kind })
    const digest = (s: LicenceSheet) => sm3(renderLicence(s, demo)).toString('hex')
    expect(digest(given)).toBe(digest(given))
    expect(digest({ ...given, copyNo: 4 })).not.toBe(digest(given))
  })

  it('shows every fact of the face as selectable text, rare characters too', () => {
    const text = textOf(renderLicence(sheet({ kind, face: longest }), production))
    for (const word of [
      '440785100123',
      longest.operatorName,
      '卷烟、雪茄烟',
      '2026年11月23日',
      '2031年11月22日',
      '第3份',
    ]) {
      expect(text).toContain(word)
    }
    // Long texts may stand on two lines between other words; no character of them may be lost.
    for (const character of longest.shopName + longest.address + longest.supplier) expect(text).toContain(character)
  })

  it('is marked in a demonstration and unmarked in production', () => {
    const marked = textOf(renderLicence(sheet({ kind }), demo))
    expect(marked).toContain('模拟数据')
    const real = textOf(renderLicence(sheet({ kind }), production))
    expect(real).not.toMatch(/模拟|演示/u)
    if (kind !== 'query') expect(marked).toContain('模拟印章')
  })
})

describe('the query page', () => {
  it('says the state and the moment, the place of the print, and that it is no licence', () => {
    const text = textOf(renderLicence(sheet({ kind: 'query' }), production))
    expect(text).toContain('许可证状态：停业')
    expect(text).toContain('截至2026年11月23日（周一）09:05')
    expect(text).toContain('打印地点：沙湖镇07号机')
    expect(text).toContain('打印件，以电子证照为准')
  })
})

describe('a name', () => {
  it('is data and never program: # and quotes are printed as they are', () => {
    const face = { ...sampleFace, shopName: '#panic("x") $x$ \\ "引号" *粗*' }
    expect(textOf(renderLicence(sheet({ face }), production))).toContain('#panic("x")$x$\\"引号"*粗*')
  })
})
