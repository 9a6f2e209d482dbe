import { describe, expect, it } from 'vitest'
import { type Audience, checkShownWords, checkWords, stops } from './check-words.ts'

const kinds = (text: string, audience: Audience = 'public') =>
  checkWords(text, audience).map(({ kind, word }) => `${kind} ${word}`)

describe('广告法第二十二条 before a text goes out', () => {
  it.each([
    ['卷烟32位码里有许可证号的后几位吗？', []],
    ['中华人民共和国烟草专卖法由谁制定？', []],
    ['南京的商户能在恩平订货吗？', []],
    ['硬中华一条多少钱', ['brand 硬中华']],
    ['中华（硬）最近到货', ['brand 中华（硬']],
    ['芙蓉王新品上市，口感更好', ['brand 芙蓉王', 'offer 新品上市', 'praise 口感']],
    ['买二送一', ['offer 买二送']],
  ])('%s → %j', (text, found) => {
    expect(kinds(text)).toEqual(found)
  })

  it('stops a brand for everybody and everything for minors; the rest waits for a reason', () => {
    const [brand] = checkWords('玉溪', 'retailer')
    const [offer] = checkWords('打折', 'retailer')
    expect(brand && stops(brand, 'retailer')).toBe(true)
    expect(offer && stops(offer, 'retailer')).toBe(false)
    expect(offer && stops(offer, 'minor')).toBe(true)
    expect(kinds('电子烟口味有哪些', 'minor')).toEqual(['minors 电子烟口味'])
    expect(kinds('电子烟口味有哪些', 'public')).toEqual([])
  })

  it('says where the word stands and by which article', () => {
    expect(checkWords('不得打折促销', 'public')).toMatchObject([
      { word: '打折', from: 2, to: 4, basis: { instrument: 'GG', article: 22 } },
      { word: '促销', from: 4, to: 6 },
    ])
  })

  it('lets nothing with a brand go out, and to pupils nothing that even looks like an offer', () => {
    const shown = ['怎么摆放许可证', '玉溪怎么样', '玉溪']
    expect(checkShownWords(shown, 'public')).toMatchObject({ ok: false, details: { words: '玉溪' } })
    expect(checkShownWords(['店里可以搞促销吗？'], 'public').ok).toBe(true)
    expect(checkShownWords(['店里可以搞促销吗？'], 'minor')).toMatchObject({ refusal: 'adWords' })
  })
})
