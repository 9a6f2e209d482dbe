import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { makeSm2KeyPair, sm3 } from '#platform/crypto'
import { isSealed, sealPaper } from '#platform/paper-seal'
import { paperKinds, paperNumber } from './kinds.ts'
import type { PaperContent, PaperKind } from './paper.ts'
import { type ProceedingPaperKind, proceedingPapers } from './proceeding/kinds.ts'
import { renderPaper } from './render-paper.ts'
import { sampleFile, sampleKinds, samplePaperFacts, sampleProceeding, sampleVisitRecord } from './sample-file.ts'
import { siteDrawings } from './site-drawings.ts'

const bureau = { name: '恩平市烟草专卖局', numberMark: '恩烟许', reconsiderationBody: '上一级烟草专卖局' }
const kinds = Object.keys(paperKinds) as PaperKind[]
const contentOf = <K extends PaperKind>(kind: K, change: Partial<PaperContent> = {}): string => {
  const { title, compose } = paperKinds[kind]
  const blocks = compose(sampleFile, samplePaperFacts[kind], bureau)
  const { applicationNo, licenceNo } = sampleFile
  const head = { title, number: paperNumber(kind, 2026, 1, bureau.numberMark), bureau: bureau.name }
  const addressee = '恩平市沙湖镇顺意商店（负责人：陈小明）：'
  return JSON.stringify({ ...head, addressee, blocks, date: '2026-11-23', applicationNo, licenceNo, ...change })
}
const digestOf = (content: string) => sm3(content).toString('hex')
const render = (content: string, mode: 'demo' | 'production' = 'production') =>
  renderPaper(content, digestOf(content), mode)
const wordsOf = (block: PaperContent['blocks'][number]): readonly string[] => {
  if ('list' in block) return block.list
  if ('table' in block) return block.table.flat()
  return 'text' in block ? [block.text] : [block.caption]
}
const textOf = (pdf: Uint8Array): string =>
  execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf }).toString('utf8').replace(/\s/gu, '')

describe('the page of a document', () => {
  it.each(kinds)('%s shows all its words, its number, date and digest', kind => {
    const content = contentOf(kind)
    const text = textOf(render(content))
    const { title, number, blocks } = JSON.parse(content) as PaperContent
    expect(text).toContain(title)
    expect(text).toContain(number)
    expect(text).toContain('2026年11月23日')
    expect(text).toContain(digestOf(content).slice(0, 16))
    for (const block of blocks) {
      for (const words of wordsOf(block)) expect(text).toContain(words.replace(/\s/gu, ''))
    }
  })

  it('of a site check from the field shows items, objections and signatures; a reader without the record sees their place', () => {
    const blocks = paperKinds.siteCheckRecord.compose(sampleFile, sampleVisitRecord, bureau)
    const content = contentOf('siteCheckRecord', { blocks })
    const lines = [
      [10, 10],
      [200, 90],
      [60, 120],
    ]
    const drawings = siteDrawings({
      signatures: { first: [lines], second: [lines], applicant: { kind: 'refused', why: '' } },
      sketch: [],
    })
    const withThem = textOf(renderPaper(content, digestOf(content), 'production', drawings))
    for (const words of ['货架后面放有床铺', '第三人李四：门前道路去年改过', '申请人拒绝签名', '核查人员：吴江'])
      expect(withThem).toContain(words)
    expect(withThem).not.toContain('手写内容存于现场记录')
    expect(textOf(render(content))).toContain('手写内容存于现场记录')
  })

  it('is the same for preview and print, byte for byte', () => {
    const content = contentOf('renewalDenial')
    expect(Buffer.compare(render(content), render(content))).toBe(0)
  })

  it('is marked in a demonstration and unmarked in production', () => {
    const content = contentOf('renewalGrant')
    expect(textOf(render(content, 'demo'))).toMatch(/模拟数据.*模拟印章|模拟印章.*模拟数据/u)
    expect(textOf(render(content))).not.toMatch(/模拟|演示/u)
  })

  it('leaves an open place for a character no font has, and says which one belongs there', () => {
    const text = textOf(render(contentOf('renewalGrant', { addressee: '𠮷祥商店（负责人：陈\ue000）：' })))
    expect(text).toContain('□祥商店（负责人：陈□）：')
    expect(text).toContain('U+20BB7、U+E000')
    expect(text).toContain('请工作人员手工填写')
  })

  it('goes on to a second page when the reasons are long, and loses none of them', () => {
    const blocks = Array.from({ length: 40 }, (_, i) => ({
      text: `第${i + 1}点，经查属实，本局予以认定，并将依据附后供您查阅核对。`,
    }))
    const text = textOf(render(contentOf('renewalDenial', { blocks })))
    expect(text).toContain('第2页，共2页')
    expect(text).toContain('第40点')
  })
})

describe('the page of a document of a proceeding', () => {
  it.each(Object.keys(proceedingPapers) as ProceedingPaperKind[])('%s shows all its words', kind => {
    const { title, compose } = proceedingPapers[kind]
    const file = { ...sampleProceeding, kind: sampleKinds[kind] ?? 'rescind' }
    const blocks = compose(file, bureau)
    const text = textOf(render(contentOf('renewalGrant', { title, blocks })))
    expect(text).toContain(title)
    for (const block of blocks) expect(text).toContain('text' in block ? block.text.replace(/\s/gu, '') : '')
    expect(text).not.toMatch(/undefined|null|NaN/u)
    if (!/Decision|Order/u.test(kind)) return
    expect(text).toContain('六十日内向上一级烟草专卖局申请行政复议')
    expect(text).toContain('（《行政复议法》第二十条、《行政诉讼法》第四十六条）')
  })
})

describe('the signature of a document', () => {
  const licence = { keyId: 'k1', ...makeSm2KeyPair() }
  const keys = { k1: licence.publicKey }
  const content = contentOf('renewalDenial')
  const seal = sealPaper({ licence }, content)

  it('holds for the words as issued, and for no others', () => {
    expect(isSealed(content, seal, keys)).toBe(true)
    expect(isSealed(content.replace('32米', '132米'), seal, keys)).toBe(false)
    const altered = content.replace('32米', '132米')
    expect(isSealed(altered, { ...seal, digest: digestOf(altered) }, keys)).toBe(false)
    expect(isSealed(content, { ...seal, digest: digestOf('another') }, keys)).toBe(false)
    expect(isSealed(content, seal, {})).toBe(false)
    expect(isSealed(content, seal, { k1: makeSm2KeyPair().publicKey })).toBe(false)
  })
})
